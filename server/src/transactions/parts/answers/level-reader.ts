/** Reads one set of an answer by its guide: every level fills its own part of the model, and keeps what that has no place for. */
import { type Fault, type FindingList, locationOf, type Segment } from '../../../x12/index.ts';
import type { Candidate } from '../../guide/compile.ts';
import type { Frame } from '../../guide/frame.ts';
import { LeftoverList, type Standing } from '../../guide/leftover-list.ts';
import type { Fields, SegmentRule } from '../../guide/rules.ts';
import type { Visitor } from '../../guide/visitor.ts';
import { Walker } from '../../guide/walk.ts';
import { TrueComposites } from '../composites.ts';
import type { OpenSet } from '../file-reader.ts';
import { HierarchyCheck } from '../hierarchy.ts';
import type { AnswerKind, SetWatch } from './kind.ts';

export class LevelReader<Model extends Fields> implements Visitor, OpenSet {
  readonly #kind: AnswerKind<Model>;
  readonly #findings: FindingList;
  readonly #told: (answer: Model, version: string) => void;
  readonly #answer: Model;
  readonly #walker: Walker;
  readonly #composites: TrueComposites;
  readonly #hierarchy: HierarchyCheck;
  readonly #watch: SetWatch | undefined;
  /** Of each level that is open. */
  readonly #leftovers = new Map<Frame, LeftoverList>();
  #version = '';
  /** The segment under way, and where what is left over of it is kept. */
  #keptIn: LeftoverList | undefined;
  #standing: Standing | undefined;
  /** TRN02 of the claim under way. */
  #claim: string | undefined;
  #isSilent = false;

  /** `told` gets the answer, and ST03, when the set has ended. */
  constructor(
    kind: AnswerKind<Model>,
    findings: FindingList,
    told: (answer: Model, version: string) => void,
  ) {
    this.#kind = kind;
    this.#findings = findings;
    this.#told = told;
    const report = (segment: Segment, fault: Fault, loop: string, element?: number) =>
      this.report(segment, fault, loop, element);
    this.#composites = new TrueComposites({
      report: (segment, fault, element) => this.report(segment, fault, '', element),
    });
    this.#hierarchy = new HierarchyCheck(report, Object.values(kind.levels));
    this.#watch = kind.watch?.(report);
    this.#answer = kind.empty();
    this.#walker = new Walker(kind.guide, this, this.#answer);
  }

  take(segment: Segment): void {
    if (segment.id === 'ST') this.#version = segment.element(3);
    this.#walker.take(this.#composites.take(segment));
  }

  finish(isCutOff: boolean): void {
    // What a set that was cut off lacks follows from that one fault, which is told.
    this.#isSilent = isCutOff;
    this.#walker.finish();
    this.#hierarchy.finish();
    this.#told(this.#answer, this.#version);
  }

  opened(frame: Frame, segment: Segment): void {
    this.#begin(frame, segment);
    if (segment.id === 'HL') this.#hierarchy.level(segment, frame, this.#kind.levels[frame.loop.id]);
  }

  openedWithout(frame: Frame): void {
    this.#begin(frame, undefined);
    const level = this.#kind.levels[frame.loop.id];
    if (level !== undefined) this.#hierarchy.lostLevel(level, frame);
  }

  #begin(frame: Frame, opening: Segment | undefined): void {
    const { id } = frame.loop;
    for (const [name, value] of Object.entries(this.#kind.emptyLoops[id]?.() ?? {}))
      frame.target[name] ??= value;
    if (this.#kind.claims.has(id)) this.#openClaim(opening?.element(2) ?? '');
    this.#watch?.opened?.(frame);
  }

  #openClaim(number: string): void {
    this.#claim = number;
    this.#hierarchy.claim(number);
  }

  placed(segment: Segment, candidate: Candidate, frame: Frame, occurrence: number): Fields {
    const { segment: rule } = candidate;
    const leftovers = this.#leftoversAt(frame);
    this.#keptIn = leftovers;
    this.#standing = leftovers.at(segment, rule, frame, occurrence);
    this.#watch?.placed?.(segment, rule, frame);
    return frame.target;
  }

  keepElement(element: number, component?: number): void {
    if (this.#standing) this.#keptIn?.addElement(this.#standing, element, component);
  }

  unheld(segment: Segment, frame: Frame): void {
    this.#leftoversAt(frame).addWhole(segment);
  }

  closed(frame: Frame): void {
    const { rule } = frame.loop;
    this.#watch?.closed?.(frame);
    if (this.#kind.claims.has(rule.id)) this.#claim = undefined;
    if (rule.isLevel !== true) return;
    const notInModel = this.#leftovers.get(frame)?.toArray() ?? [];
    this.#leftovers.delete(frame);
    if (notInModel.length > 0) frame.target.notInModel = notInModel;
  }

  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void {
    if (this.#isSilent) return;
    if ((fault.severity ?? 'error') === 'error') this.#watch?.faulty?.();
    this.#findings.add(locationOf(segment, loop, element, component), { claim: this.#claim, ...fault });
  }

  missing(after: Segment, rule: SegmentRule, _: Frame, fault: Fault | undefined, loop: string): void {
    if (this.#isSilent || !fault) return;
    this.#watch?.faulty?.();
    const location = { ...locationOf(after, loop), segmentId: rule.id };
    this.#findings.add(location, { claim: this.#claim, ...fault });
  }

  #leftoversAt(frame: Frame): LeftoverList {
    const { level } = frame;
    const existing = this.#leftovers.get(level);
    if (existing) return existing;
    const made = new LeftoverList();
    this.#leftovers.set(level, made);
    return made;
  }
}
