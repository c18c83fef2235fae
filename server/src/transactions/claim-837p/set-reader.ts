/** Reads one 837P set claim by claim: follows the guide, fills levels and claims, keeps what the model has no place for. */
import { type Fault, locationOf, type Segment } from '../../x12/index.ts';
import { type Candidate, type CompiledLoop, compileGuide } from '../guide/compile.ts';
import type { Frame } from '../guide/frame.ts';
import { LeftoverList, type Standing } from '../guide/leftover-list.ts';
import type { Leftover } from '../guide/leftovers.ts';
import type { Fields, SegmentRule } from '../guide/rules.ts';
import type { Visitor } from '../guide/visitor.ts';
import { Walker } from '../guide/walk.ts';
import { TrueComposites } from '../parts/composites.ts';
import { HierarchyCheck } from '../parts/hierarchy.ts';
import { GUIDE_837P } from './guide/index.ts';
import { CLAIM_END, claimOf } from './levels.ts';
import type { ClaimRecord } from './model.ts';
import { type EndedClaim, emptyLevel, type Level, type OpenClaim, readClaimOf } from './open-claim.ts';
import type { SetFindings, SetVisitor, SetWatch } from './set-visitor.ts';
import { checkSums } from './sums.ts';

const GUIDE = compileGuide(GUIDE_837P);

/** Levels above the claim, from the top down. */
const LEVELS: readonly string[] = ['2000A', '2000B', '2000C'];

/** Their HL03. */
const LEVEL_KINDS: Readonly<Record<string, string>> = { '2000A': '20', '2000B': '22', '2000C': '23' };

export class SetReader implements Visitor {
  readonly #visitor: SetVisitor;
  readonly #findings: SetFindings;
  readonly #watch: SetWatch | undefined;
  readonly #setControlNumber: string;
  readonly #walker: Walker;
  readonly #composites: TrueComposites;
  readonly #hierarchy: HierarchyCheck;
  /** By loop id; the head under an empty one. */
  readonly #levels = new Map<string, Level>([['', emptyLevel()]]);
  /** What they left over, each by itself and all together. */
  #above: {
    readonly lists: readonly (readonly Leftover[] | undefined)[];
    readonly all: readonly Leftover[];
  } = {
    lists: [],
    all: [],
  };
  /** The segment under way, and where what is left over of it is kept. */
  #leftovers: LeftoverList | undefined;
  #standing: Standing | undefined;
  #claim: OpenClaim | undefined;
  /** The one before, until a level opens: what stands behind it and opens nothing is its own. */
  #ended: EndedClaim | undefined;
  /** The first segment of the subscriber level, until a claim takes it as its first. */
  #levelStart: number | undefined;
  /** SBR of the open subscriber level. */
  #subscriberInformation: Standing | undefined;
  /** The outermost level that opened since the last claim. */
  #opens: ClaimRecord['opens'];
  #lastOrdinal = 0;
  #isSilent = false;
  #isHeadTold = false;
  hasClaims = false;

  constructor(findings: SetFindings, setControlNumber: string, visitor: SetVisitor, watch?: SetWatch) {
    this.#findings = watch ?? findings;
    this.#watch = watch;
    this.#setControlNumber = setControlNumber;
    this.#visitor = visitor;
    const report = (segment: Segment, fault: Fault, element?: number) =>
      this.report(segment, fault, '', element);
    this.#composites = new TrueComposites({ report });
    this.#hierarchy = new HierarchyCheck(
      (segment, fault, loop, element) => this.report(segment, fault, loop, element),
      Object.values(LEVEL_KINDS),
    );
    this.#walker = new Walker(GUIDE, this, this.#level('').fields);
  }

  take(segment: Segment): void {
    this.#walker.take(this.#composites.take(segment));
  }

  /** `isCutOff`: the set has no trailer, so that what its last claim lacks follows from that one fault. */
  finish(isCutOff: boolean): void {
    if (isCutOff && this.#claim) {
      const message = 'The file ends within this claim.';
      const fix = 'Have the file made or sent again: it was cut off.';
      this.report(this.#claim.first, { code: 'CLAIM-CUT-OFF', message, fix }, this.#claim.frame.path);
      this.#isSilent = true;
    }
    this.#walker.finish();
    this.#hierarchy.finish();
    this.#tellHead();
    this.#tellClaim();
  }

  /** A level is an object of its own, which all claims below it share; a new one ends those below. */
  target({ rule }: CompiledLoop): Fields | undefined {
    if (rule.isLevel !== true) return undefined;
    this.#tellHead();
    this.#tellClaim();
    const at = LEVELS.indexOf(rule.id);
    if (at < 0) return {};
    for (const below of LEVELS.slice(at)) this.#levels.delete(below);
    return this.#level(rule.id).fields;
  }

  opened(frame: Frame, segment: Segment): void {
    const { id } = frame.loop;
    this.#begin(id, frame, segment);
    if (id === '2300') {
      this.#openClaim(frame, segment, segment);
      this.#hierarchy.claim(segment.element(1));
    } else if (segment.id === 'HL') this.#hierarchy.level(segment, frame);
    else if (segment.id === 'LX') this.#hierarchy.line(segment, frame);
  }

  openedWithout(frame: Frame, segment: Segment): void {
    const { id } = frame.loop;
    this.#begin(id, frame, segment);
    const kind = LEVEL_KINDS[id];
    if (id === '2300') {
      this.#openClaim(frame, segment, undefined);
      this.#hierarchy.claim('');
    } else if (kind !== undefined) this.#hierarchy.lostLevel(kind, frame);
    else if (id === '2400') this.#hierarchy.lostLine();
  }

  /** `segment` is the first of the loop. */
  #begin(id: string, frame: Frame, segment: Segment): void {
    if (id === '2000A') {
      this.#opens = 'billing';
      this.#levelStart = undefined;
    } else if (id === '2000B') {
      this.#opens ??= 'subscriber';
      this.#levelStart = segment.ordinal;
    } else if (id === '2000C') {
      this.#keepRelationship();
      this.#opens ??= 'patient';
      this.#levelStart ??= segment.ordinal;
    } else if (id === '2400' || id === '2430') frame.target.modifiers = [];
  }

  /** SBR02 says that the subscriber is the patient, and then a patient follows: it is no relationship of that one. */
  #keepRelationship(): void {
    const { fields, leftovers } = this.#level('2000B');
    if (fields.relationship === undefined || !this.#subscriberInformation) return;
    leftovers.addElement(this.#subscriberInformation, 2);
    delete fields.relationship;
  }

  closed({ loop, isLost }: Frame): void {
    if (loop.id === '2300' && !isLost) this.#finishClaim();
  }

  placed(segment: Segment, candidate: Candidate, frame: Frame, occurrence: number): Fields {
    const { segment: rule } = candidate;
    this.#lastOrdinal = segment.ordinal;
    this.#watch?.placed(segment, rule, frame, occurrence);
    this.#leftovers = this.#leftoversAt(frame);
    this.#standing = this.#leftovers.at(segment, rule, frame, occurrence);
    if (segment.id === 'SBR' && frame.loop.id === '2000B') this.#subscriberInformation = this.#standing;
    return frame.target;
  }

  keepElement(element: number, component?: number): void {
    if (this.#standing) this.#leftovers?.addElement(this.#standing, element, component);
  }

  unheld(segment: Segment, frame: Frame): void {
    this.#lastOrdinal = segment.ordinal;
    const ended = this.#claim ? undefined : this.#ended;
    if (!ended) {
      this.#leftoversAt(frame).addWhole(segment);
      return;
    }
    ended.lastOrdinal = segment.ordinal;
    ended.leftovers.addWhole(segment, CLAIM_END);
  }

  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void {
    if (this.#isSilent) return;
    this.#findings.add(locationOf(segment, loop, element, component), { claim: this.#claimNumber, ...fault });
  }

  missing(after: Segment, rule: SegmentRule, frame: Frame, fault: Fault | undefined, loop: string): void {
    if (this.#isSilent) return;
    this.#watch?.missing(rule, frame);
    if (!fault) return;
    const location = { ...locationOf(after, loop), segmentId: rule.id };
    this.#findings.add(location, { claim: this.#claimNumber, ...fault });
  }

  get #claimNumber(): string | undefined {
    return this.#claim?.clm?.element(1);
  }

  /** When the first level opens, no segment of the head can follow. */
  #tellHead(): void {
    if (this.#isHeadTold) return;
    this.#isHeadTold = true;
    const { fields, leftovers } = this.#level('');
    this.#visitor.head(fields, leftovers.toArray());
  }

  #level(id: string): Level {
    const existing = this.#levels.get(id);
    if (existing) return existing;
    const made = emptyLevel();
    this.#levels.set(id, made);
    return made;
  }

  #leftoversAt(frame: Frame): LeftoverList {
    return (this.#claim ?? this.#level(frame.level.loop.id)).leftovers;
  }

  /** What the open levels left over: one list for all claims below them, as there may be much of both. */
  #leftAbove(): readonly Leftover[] {
    const lists = LEVELS.map((id) => this.#levels.get(id)?.leftovers.toArray());
    if (lists.some((list, at) => list !== this.#above.lists[at])) {
      this.#above = { lists, all: lists.flatMap((list) => list ?? []) };
    }
    return this.#above.all;
  }

  #openClaim(frame: Frame, first: Segment, clm: Segment | undefined): void {
    const firstOrdinal = this.#levelStart ?? first.ordinal;
    this.#levelStart = undefined;
    const opens = this.#opens;
    this.#opens = undefined;
    const leftovers = new LeftoverList();
    this.#claim = { fields: frame.target, leftovers, clm, first, frame, firstOrdinal, opens };
  }

  #finishClaim(): void {
    const open = this.#claim;
    if (!open) return;
    const { clm, frame } = open;
    const claim = claimOf(
      {
        billing: this.#level('2000A').fields,
        subscriber: this.#level('2000B').fields,
        patient: this.#levels.get('2000C')?.fields,
      },
      open.fields,
    );
    const statedCharge =
      clm && checkSums(clm, claim, (fault, element) => this.report(clm, fault, frame.path, element));
    this.#claim = undefined;
    this.hasClaims = true;
    this.#ended = { ...open, claim, statedCharge, lastOrdinal: this.#lastOrdinal };
  }

  #tellClaim(): void {
    const ended = this.#ended;
    if (!ended) return;
    this.#ended = undefined;
    this.#visitor.claim(readClaimOf(ended, this.#leftAbove(), this.#setControlNumber));
  }
}
