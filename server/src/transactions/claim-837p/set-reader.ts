/** Reads one 837P set claim by claim: follows the guide, fills levels and claims, keeps what the model has no place for. */
import { type Fault, type FindingList, locationOf, type Segment } from '../../x12/index.ts';
import { type CompiledLoop, compile } from '../guide/compile.ts';
import type { Frame } from '../guide/frame.ts';
import { LeftoverList } from '../guide/leftover-list.ts';
import { readSegment } from '../guide/read-segment.ts';
import type { Fields, SegmentRule } from '../guide/rules.ts';
import { type Visitor, Walker } from '../guide/walk.ts';
import { TrueComposites } from '../parts/composites.ts';
import { GUIDE_837P } from './guide/index.ts';
import { HierarchyCheck } from './hierarchy.ts';
import { claimOf } from './levels.ts';
import type { ClaimSetHead, ReadClaim } from './model.ts';
import { checkSums } from './sums.ts';

const GUIDE = compile(GUIDE_837P);

/** A claim whose last segment has been read, with what a closer look needs. */
export interface FinishedClaim {
  readonly read: ReadClaim;
  /** Its segments in order, with the rule and the loop of each. */
  readonly placed: readonly PlacedSegment[];
}

export interface PlacedSegment {
  readonly segment: Segment;
  readonly rule: SegmentRule;
  readonly frame: Frame;
}

export class SetReader implements Visitor {
  /** Told of each claim as soon as it ends. */
  readonly #onClaim: (claim: FinishedClaim) => void;
  readonly #findings: FindingList;
  readonly #setControlNumber: string;
  readonly #walker: Walker;
  readonly #composites: TrueComposites;
  readonly #hierarchy: HierarchyCheck;
  readonly #head: Fields = {};
  readonly #levels = new Map<string, LevelContents>();
  #billing: Fields = {};
  #subscriber: Fields = {};
  #patient: Fields | undefined;
  #claim: Fields | undefined;
  /** Of the claim under way. */
  #contents = emptyContents();
  #patientControlNumber = '';
  #statedCharge: Segment | undefined;
  #levelStart: number | undefined;
  #claimStart = 0;
  #lastOrdinal = 0;
  #claimPath = '';
  #isSilent = false;
  claimCount = 0;

  constructor(findings: FindingList, setControlNumber: string, onClaim: (claim: FinishedClaim) => void) {
    this.#findings = findings;
    this.#setControlNumber = setControlNumber;
    this.#onClaim = onClaim;
    const report = (segment: Segment, fault: Fault, element?: number) =>
      this.report(segment, fault, '', element);
    this.#composites = new TrueComposites({ report });
    this.#hierarchy = new HierarchyCheck(report);
    this.#walker = new Walker(GUIDE, this, this.#head);
  }

  take(segment: Segment): void {
    this.#walker.take(this.#composites.take(segment));
    this.#lastOrdinal = segment.ordinal;
  }

  /** `isCutOff`: the set has no trailer, so that what its last claim lacks follows from that one fault. */
  finish(isCutOff = false): void {
    if (isCutOff && this.#claim && this.#statedCharge) {
      const message = 'The file ends within this claim.';
      this.report(this.#statedCharge, { code: 'CLAIM-CUT-OFF', message }, this.#claimPath);
      this.#isSilent = true;
    }
    this.#walker.finish();
    this.#hierarchy.finish();
  }

  get head(): ClaimSetHead {
    return this.#head;
  }

  /** Of ST, BHT, 1000A and 1000B. */
  get headLeftovers(): LeftoverList {
    return this.#contentsOf('').leftovers;
  }

  target({ rule }: CompiledLoop): Fields | undefined {
    switch (rule.id) {
      case '2000A':
        this.#billing = {};
        for (const level of ['2000A', '2000B', '2000C']) this.#levels.delete(level);
        return this.#billing;
      case '2000B':
        this.#subscriber = {};
        this.#patient = undefined;
        for (const level of ['2000B', '2000C']) this.#levels.delete(level);
        return this.#subscriber;
      case '2000C':
        this.#patient = {};
        this.#levels.delete('2000C');
        return this.#patient;
      case '2300':
        this.#claim = {};
        return this.#claim;
      default:
        return undefined;
    }
  }

  opened(frame: Frame, segment: Segment): void {
    const { loop, target } = frame;
    const { id } = loop.rule;
    if (id === '2400' || id === '2430') target.modifiers = [];
    if (id === '2000A') this.#levelStart = undefined;
    else if (id === '2000B') this.#levelStart = segment.ordinal;
    else if (id === '2000C') this.#levelStart ??= segment.ordinal;
    else if (id === '2300') {
      this.#claimPath = frame.path;
      this.#contents = emptyContents();
      this.#patientControlNumber = segment.element(1);
      this.#statedCharge = segment;
      this.#claimStart = this.#levelStart ?? segment.ordinal;
      this.#levelStart = undefined;
    }
    if (segment.id === 'HL') this.#hierarchy.level(segment);
    else if (segment.id === 'LX') this.#hierarchy.line(segment);
    else if (segment.id === 'CLM') this.#hierarchy.claim();
  }

  closed(frame: Frame): void {
    if (frame.loop.rule.id === '2300') this.#finishClaim(frame);
  }

  placed(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number, isExcess: boolean): void {
    const { leftovers, placed } = this.#claim ? this.#contents : this.#contentsOf(levelOf(frame));
    if (isExcess) leftovers.addWhole(segment);
    else {
      const address = leftovers.at(frame, rule, occurrence);
      readSegment(segment, rule, frame.target, (element, component) =>
        leftovers.addElement(address, segment, element, component),
      );
    }
    placed.push({ segment, rule, frame });
  }

  unplaced(segment: Segment, frame: Frame): void {
    (this.#claim ? this.#contents : this.#contentsOf(levelOf(frame))).leftovers.addWhole(segment);
  }

  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void {
    if (this.#isSilent) return;
    this.#findings.add(locationOf(segment, loop, element, component), { claim: this.#claimNumber, ...fault });
  }

  missing(after: Segment, segmentId: string, fault: Fault, loop: string): void {
    if (this.#isSilent) return;
    this.#findings.add({ ...locationOf(after, loop), segmentId }, { claim: this.#claimNumber, ...fault });
  }

  get #claimNumber(): string | undefined {
    return this.#claim ? this.#patientControlNumber : undefined;
  }

  #contentsOf(level: string): LevelContents {
    const existing = this.#levels.get(level);
    if (existing) return existing;
    const made = emptyContents();
    this.#levels.set(level, made);
    return made;
  }

  #finishClaim(frame: Frame): void {
    const levels = { billing: this.#billing, subscriber: this.#subscriber, patient: this.#patient };
    const claim = claimOf(levels, this.#claim ?? {});
    const stated =
      this.#statedCharge &&
      checkSums(this.#statedCharge, claim, (fault, element) => {
        if (this.#statedCharge) this.report(this.#statedCharge, fault, frame.path, element);
      });
    const contents = [...LEVELS.flatMap((level) => this.#levels.get(level) ?? []), this.#contents];
    const notInModel = contents.flatMap(({ leftovers }) => leftovers.toArray());
    this.claimCount += 1;
    const read: ReadClaim = {
      patientControlNumber: this.#patientControlNumber,
      claim,
      ...(notInModel.length > 0 ? { notInModel } : {}),
      statedCharge: stated,
      position: {
        patientControlNumber: this.#patientControlNumber,
        transactionSetControlNumber: this.#setControlNumber,
        firstOrdinal: this.#claimStart,
        lastOrdinal: this.#lastOrdinal,
      },
    };
    this.#claim = undefined;
    this.#onClaim({ read, placed: contents.flatMap(({ placed }) => placed) });
    this.#statedCharge = undefined;
  }
}

const LEVELS = ['2000A', '2000B', '2000C'] as const;

/** What was read of one level. */
interface LevelContents {
  readonly leftovers: LeftoverList;
  readonly placed: PlacedSegment[];
}

const emptyContents = (): LevelContents => ({ leftovers: new LeftoverList(), placed: [] });

/** The id of the level that a loop above the claim belongs to. */
function levelOf(frame: Frame): string {
  for (let at: Frame | undefined = frame; at; at = at.parent)
    if (at.loop.rule.isLevel) return at.loop.rule.id;
  return '';
}
