/** What a transaction that answers us is, as data: its guide, its levels, and what its model has where a file says nothing. */
import type { Fault, Segment } from '../../../x12/index.ts';
import type { CompiledGuide } from '../../guide/compile.ts';
import type { Frame } from '../../guide/frame.ts';
import type { Fields, LoopRule, SegmentRule } from '../../guide/rules.ts';
import type { SetKind } from '../file-reader.ts';

/** Takes a fault of an element of `segment`, which stands in `loop`. */
export type ReportPlace = (segment: Segment, fault: Fault, loop: string, element?: number) => void;

/** Follows a set beside its reader, to hold what it says in one place against another. */
export interface SetWatch {
  opened?(frame: Frame): void;
  placed?(segment: Segment, rule: SegmentRule, frame: Frame): void;
  /** An error was found. */
  faulty?(): void;
  /** Everything that the loop holds is read. */
  closed?(frame: Frame): void;
}

/** A model whose set is kept whole: an answer says of each claim a few segments. */
export interface AnswerKind<Model extends Fields>
  extends Pick<SetKind, 'name' | 'version' | 'isOwn' | 'isOwnByBeginning'> {
  readonly rule: LoopRule;
  readonly guide: CompiledGuide;
  /** HL03 of the levels, from the top down, by their loops. */
  readonly levels: Readonly<Record<string, string>>;
  /** Loops that stand for a claim, which TRN02 names in what is found there. */
  readonly claims: ReadonlySet<string>;
  /** The model of a set that says nothing. */
  empty(): Model;
  /** What a loop has even where the file says nothing of it, such as empty lists. */
  readonly emptyLoops: Readonly<Record<string, () => Fields>>;
  watch?(report: ReportPlace): SetWatch;
}
