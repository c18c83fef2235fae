/** Reads a segment by its rule straight from the bytes of the file when nothing is wrong with it; leaves any other to who explains. */
import type { Segment } from '../../x12/index.ts';
import { centsAt, packedAt } from '../../x12/index.ts';
import type { ElementPlan } from './element-plan.ts';
import { QuickElement } from './quick-element.ts';
import { Known, quickSource } from './quick-source.ts';
import { dayAt, wholeAt } from './quick-values.ts';
import type { Unheld } from './read-segment.ts';
import type { Fields, SegmentRule } from './rules.ts';

/** Elements that are told apart by a bit each. */
const MOST_ELEMENTS = 30;

/** What asks where a segment goes, once nothing is wrong with it. */
export interface Entry {
  /** The segment takes its place; gives the object of its loop, or nothing where nothing is to be read. */
  enter(segment: Segment): Fields | undefined;
  /** The model has no place for an element, or one of its components. */
  readonly keepElement: Unheld;
}

/**
 * Reads a segment only when `checkSegment` would report nothing and `readSegment` would leave nothing over that does not
 * depend on other segments: the quick way to the same outcome.
 */
export class QuickSegment {
  readonly #rule: SegmentRule;
  readonly #plan: readonly ElementPlan[];
  /** Compiled when the first such segment comes: most of a guide is never seen. */
  #read: Reading | undefined;

  constructor(rule: SegmentRule, plan: readonly ElementPlan[]) {
    this.#rule = rule;
    this.#plan = plan;
  }

  /** False, and nothing is done, when anything is or may be wrong with the segment. */
  read(segment: Segment, entry: Entry): boolean {
    this.#read ??= compiled(this.#rule, this.#plan);
    return this.#read(segment, entry);
  }
}

type Reading = (segment: Segment, entry: Entry) => boolean;

/** Reads values from bytes; the names are those of the text that is made. */
const READERS = { packedAt, centsAt, wholeAt, dayAt };

/** Compiled from the rule: of our guides only, never of what a file or a person says. */
function compiled(rule: SegmentRule, plan: readonly ElementPlan[]): Reading {
  if (plan.length > MOST_ELEMENTS) return NEVER;
  const { conditions, codec, into } = rule;
  const known = new Known();
  const taker = codec === undefined ? 'binding' : codec.items ? 'item' : 'codec';
  const elements = plan.map((element) => new QuickElement(element, taker));
  const lastRequired = plan.findLast(({ isRequired }) => isRequired)?.at ?? 0;
  const source = quickSource({ elements, conditions, lastRequired, into, codec }, known);
  return new Function('known', ...Object.keys(READERS), source)(known.all, ...Object.values(READERS));
}

const NEVER: Reading = () => false;
