/** One loop that is open while a file is walked. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate, CompiledLoop } from './compile.ts';
import { loopKey } from './leftovers.ts';
import type { Fields } from './rules.ts';

export class Frame {
  readonly loop: CompiledLoop;
  readonly parent: Frame | undefined;
  /** The level that it belongs to. */
  readonly level: Frame;
  /** 1-based among its siblings of the same loop. */
  readonly occurrence: number;
  /** The object of the model that this loop stands for. */
  readonly target: Fields;
  /** True when it, or a loop around it, stands once too often and the model has no place for it. */
  readonly isLost: boolean;
  /** How often each child came. */
  readonly counts: number[];
  /** The furthest base position taken. */
  order = 0;
  /** True when its opening segment got lost; that was told, and what else it lacks follows from that. */
  isSilent = false;
  /** The last segment before a required child was passed over, by the child's place. */
  passed: (Segment | undefined)[] | undefined;

  constructor(
    loop: CompiledLoop,
    parent: Frame | undefined,
    occurrence: number,
    target: Fields,
    isLost = false,
  ) {
    this.loop = loop;
    this.parent = parent;
    this.level = loop.isLevel || !parent ? this : parent.level;
    this.occurrence = occurrence;
    this.target = target;
    this.isLost = isLost;
    this.counts = loop.noCounts.slice();
  }

  /** `2000A[1] > 2000B[2] > 2300[1] > 2400[3]`: loops that may come more than once have their number. */
  get path(): string {
    const { id, max } = this.loop.rule;
    const own = max === 1 ? id : `${id}[${this.occurrence}]`;
    const above = this.parent?.path ?? '';
    return above === '' ? own : id === '' ? above : `${above} > ${own}`;
  }

  /** From the level that the loop belongs to, with what opens it: `2310B*82`, `2400[3] > 2420A*82`; of a level its own id. */
  get placeInLevel(): string {
    const { rule } = this.loop;
    if (rule.isLevel) return rule.id;
    const key = loopKey(rule);
    const own = rule.max === 1 ? key : `${key}[${this.occurrence}]`;
    return !this.parent || this.parent.loop.isLevel ? own : `${this.parent.placeInLevel} > ${own}`;
  }

  /** Counts a child and tells how often it has come now. */
  count({ at }: Candidate): number {
    const times = (this.counts[at] ?? 0) + 1;
    this.counts[at] = times;
    return times;
  }
}
