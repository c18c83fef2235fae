/** Reads a segment by its rule straight from the bytes of the file when nothing is wrong with it; leaves any other to who explains. */
import type { Segment } from '../../x12/index.ts';
import { centsAt, packedAt } from '../../x12/index.ts';
import type { ElementPlan } from './element-plan.ts';
import { QuickElement } from './quick-element.ts';
import { Known, quickSource } from './quick-source.ts';
import { dayAt, wholeAt } from './quick-values.ts';
import type { Fields, SegmentRule } from './rules.ts';

/** Elements that are told apart by a bit each. */
const MOST_ELEMENTS = 30;

/**
 * Takes a segment only when `checkSegment` would report nothing and `readSegment` would leave nothing over that does not
 * depend on other segments: the quick way to the same outcome.
 */
export class QuickSegment {
  readonly #rule: SegmentRule;
  readonly #plan: readonly ElementPlan[];
  /** Made when the first such segment comes: most of a guide is never seen. */
  #ways: Ways | undefined;

  constructor(rule: SegmentRule, plan: readonly ElementPlan[]) {
    this.#rule = rule;
    this.#plan = plan;
  }

  /** True when nothing is wrong with the segment, which `isTaken` then; what it says is kept until `tell`, or until the next one. */
  take(segment: Segment): boolean {
    this.#ways ??= waysOf(this.#rule, this.#plan);
    return this.#ways.take(segment);
  }

  /** Tells what the segment said that was taken last; `unheld` is called for what agrees not with other segments. */
  tell(target: Fields, unheld: Unheld): void {
    this.#ways?.tell(target, unheld);
  }
}

type Unheld = (element: number, component?: number) => void;

interface Ways {
  take(segment: Segment): boolean;
  tell(target: Fields, unheld: Unheld): void;
}

/** Reads values from bytes; the names are those of the text that is made. */
const READERS = { packedAt, centsAt, wholeAt, dayAt };

/** Compiled from the rule: of our guides only, never of what a file or a person says. */
function waysOf(rule: SegmentRule, plan: readonly ElementPlan[]): Ways {
  if (plan.length > MOST_ELEMENTS) return NONE;
  const known = new Known();
  const elements = plan.map((element) => new QuickElement(element, rule.codec !== undefined));
  const lastRequired = plan.findLast(({ isRequired }) => isRequired)?.at ?? 0;
  const source = quickSource({ elements, conditions: rule.conditions, lastRequired }, known);
  return new Function('known', ...Object.keys(READERS), source)(known.all, ...Object.values(READERS));
}

const NONE: Ways = { take: () => false, tell() {} };
