/** The full check of an 837P: envelope, guide and claim edits in one list, claim by claim, in flat memory. */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { EditContext } from '@claimside/shared/edits';
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import {
  type Fault,
  FindingList,
  locationOf,
  readDate,
  readShortDate,
  type Segment,
  type X12Finding,
  type X12Location,
} from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';
import type { SegmentRule } from '../../guide/rules.ts';
import type { ClaimFileVisitor, GroupStart, InterchangeStart, SetStart } from '../file-parts.ts';
import { ClaimFileReader } from '../file-reader.ts';
import type { ReadClaim } from '../model.ts';
import type { SetWatch } from '../set-visitor.ts';
import { ClaimEdits } from './claim-edits.ts';
import { OneFault } from './one-fault.ts';
import { OpenLevels } from './open-levels.ts';
import { PartnerCheck, type PartnerLimits } from './partner.ts';
import { RecentNumbers } from './recent-numbers.ts';
import { SelfOrDependent } from './self-or-dependent.ts';

export interface CheckOptions {
  /** The day that the edits take for today; left out, the day on which the file was made. */
  readonly today?: IsoDate;
  /** What the edits may know of a claim besides: code lists, facts of the payer. */
  readonly knownOf?: (claim: ClaimDraft) => Omit<EditContext, 'today' | 'isFromFile'>;
  /** The clearinghouse that the file is for. */
  readonly partner?: PartnerLimits;
}

export interface ClaimFileCheck {
  /** By place in the file. */
  readonly findings: readonly X12Finding[];
  readonly claimCount: number;
}

/** Checks a whole file. Never throws on content. */
export function checkClaimFile(bytes: Uint8Array, options: CheckOptions = {}): ClaimFileCheck {
  const checker = new ClaimFileChecker(options);
  checker.push(bytes);
  return checker.end();
}

/** Push a file's bytes in order, then call `end` once. What a reader tells is told to `visitor`. */
export class ClaimFileChecker {
  readonly #findings = new FindingList();
  readonly #watch: CheckWatch;
  readonly #reader: ClaimFileReader;

  constructor(options: CheckOptions = {}, visitor: Partial<ClaimFileVisitor<ReadClaim>> = {}) {
    this.#watch = new CheckWatch(this.#findings, options, visitor);
    this.#reader = new ClaimFileReader(this.#findings, this.#watch, this.#watch);
  }

  push(chunk: Uint8Array): void {
    this.#reader.push(chunk);
  }

  end(): ClaimFileCheck {
    this.#reader.end();
    this.#watch.end();
    return {
      findings: withoutRepeats(this.#findings.toArray()),
      claimCount: this.#watch.claimCount,
    };
  }
}

class CheckWatch implements SetWatch, ClaimFileVisitor<ReadClaim> {
  readonly #options: CheckOptions;
  readonly #visitor: Partial<ClaimFileVisitor<ReadClaim>>;
  readonly #levels = new OpenLevels();
  readonly #faults: OneFault;
  readonly #edits: ClaimEdits;
  readonly #partner: PartnerCheck | undefined;
  readonly #numbers = new RecentNumbers();
  readonly #selfOrDependent = new SelfOrDependent();
  #day: IsoDate | undefined;
  claimCount = 0;

  constructor(findings: FindingList, options: CheckOptions, visitor: Partial<ClaimFileVisitor<ReadClaim>>) {
    this.#options = options;
    this.#visitor = visitor;
    this.#faults = new OneFault(findings, this.#levels);
    this.#edits = new ClaimEdits(this.#levels, this.#faults);
    this.#partner = options.partner && new PartnerCheck(options.partner, this.#tell);
  }

  header(segment: Segment): void {
    const date = segment.element(segment.id === 'GS' ? 4 : 9);
    this.#day = (segment.id === 'GS' ? readDate(date) : readShortDate(date)) ?? this.#day;
    this.#partner?.header(segment);
  }

  placed(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number): void {
    const { id } = segment;
    if (id === 'ST') this.#endSet();
    this.#levels.placed(segment, rule, frame, occurrence);
    if (id === 'CLM') this.#checkNumber(segment, frame);
    this.#selfOrDependent.placed(segment, frame, this.#tell);
    this.#partner?.placed(segment, frame);
  }

  missing(rule: SegmentRule, frame: Frame): void {
    this.#levels.missing(rule, frame);
  }

  add(location: X12Location, fault: Fault): void {
    this.#faults.add(location, fault);
  }

  interchange(start: InterchangeStart): void {
    this.#visitor.interchange?.(start);
  }

  interchangeAcknowledgement(elements: readonly string[]): void {
    this.#visitor.interchangeAcknowledgement?.(elements);
  }

  group(start: GroupStart): void {
    this.#visitor.group?.(start);
  }

  set(start: SetStart): void {
    this.#day ??= start.head.date;
    this.#visitor.set?.(start);
  }

  claim(read: ReadClaim): void {
    const { claim, patientControlNumber, position } = read;
    this.claimCount += 1;
    // What the rest of the claim lacks follows from its being cut off.
    if (!this.#faults.has('CLAIM-CUT-OFF')) this.#edits.run(claim, this.#contextOf(claim));
    this.#faults.release(patientControlNumber || undefined, position.firstOrdinal);
    this.#levels.endClaim();
    this.#visitor.claim?.(read);
  }

  end(): void {
    this.#endSet();
  }

  #endSet(): void {
    this.#faults.release();
    this.#levels.end();
  }

  #contextOf(claim: ClaimDraft): EditContext {
    const { today = this.#day ?? lastDayOf(claim), knownOf, partner } = this.#options;
    return { clearinghouse: partner, ...knownOf?.(claim), today, isFromFile: true };
  }

  #checkNumber(clm: Segment, frame: Frame): void {
    if (!this.#numbers.isRepeated(clm)) return;
    const message = 'CLM01 is the number of another claim in this file.';
    const fix = 'Give each claim its own number, so that answers find it.';
    this.#tell(clm, { code: 'CLM01-REPEATED', severity: 'warning', snip: 7, message, fix }, frame.path, 1);
  }

  readonly #tell = (segment: Segment, fault: Fault, loop: string, element?: number): void => {
    const claim = segment.id === 'CLM' ? segment.element(1) : undefined;
    const value = element === undefined ? undefined : segment.element(element);
    this.#faults.addBeside(locationOf(segment, loop, element), { value, claim, ...fault });
  };
}

/** For sets without an envelope and a date of their own: nothing of such a claim is called late or early. */
function lastDayOf({ serviceLines = [] }: ClaimDraft): IsoDate {
  const days = serviceLines.flatMap(({ serviceDate = '', serviceDateEnd = serviceDate }) => serviceDateEnd);
  const last = days.sort().at(-1);
  return last !== undefined && isIsoDate(last) ? last : LAST_DAY;
}

const LAST_DAY = '9999-12-31' as IsoDate;

/** That a file holds control characters is told by the element that holds them, where it is known. */
function withoutRepeats(findings: readonly X12Finding[]): X12Finding[] {
  const odd = new Set(
    findings.flatMap(({ code, location }) => (code === 'ELEMENT-CHARACTER' ? location.byte : [])),
  );
  return findings.filter(({ code, location }) => code !== 'CONTROL-CHARACTER' || !odd.has(location.byte));
}
