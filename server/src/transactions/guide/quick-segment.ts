/** Reads a segment by its rule straight from the bytes of the file when nothing is wrong with it; leaves any other to who explains. */
import type { Segment } from '../../x12/index.ts';
import { centsAt, packedAt } from '../../x12/index.ts';
import type { ElementPlan } from './element-plan.ts';
import { AS_CENTS, AS_CODE, AS_DAY, AS_DECIMAL, AS_TEXT, AS_WHOLE, QuickElement } from './quick-element.ts';
import { dayAt, wholeAt } from './quick-values.ts';
import type { Condition, Fields, SegmentRule } from './rules.ts';

/** Elements that are told apart by a bit each. */
const MOST_ELEMENTS = 30;

/**
 * Takes a segment only when `checkSegment` would report nothing and `readSegment` would leave nothing over that does not
 * depend on other segments: the quick way to the same outcome.
 */
export class QuickSegment {
  readonly #elements: readonly QuickElement[];
  readonly #conditions: readonly QuickCondition[];
  /** Place of the last element that must be there. */
  readonly #lastRequired: number;
  /** Those whose value goes into the model. */
  readonly #told: readonly QuickElement[];

  constructor(rule: SegmentRule, plan: readonly ElementPlan[]) {
    this.#elements = plan.map((element) => new QuickElement(element, rule.codec !== undefined));
    this.#told = this.#elements
      .flatMap((element) => element.components ?? [element])
      .filter(({ field }) => field !== undefined);
    for (const [slot, element] of this.#told.entries()) element.slot = slot;
    this.#conditions = rule.conditions.map(quickCondition);
    const required = plan.findLast(({ isRequired }) => isRequired)?.at ?? 0;
    this.#lastRequired = plan.length > MOST_ELEMENTS ? Number.POSITIVE_INFINITY : required;
  }

  /** True when nothing is wrong with the segment, which then keeps what it says until `tell`. */
  take(segment: Segment): boolean {
    const { source, first, elementCount } = segment;
    const { bytes, marks } = source;
    const elements = this.#elements;
    segment.said = undefined;
    if (!segment.isPlain || bytes.length === 0) return false;
    if (elementCount < this.#lastRequired || elementCount > elements.length) return false;
    const said = this.#told.length === 0 ? NOTHING : new Array<unknown>(this.#told.length);
    let filled = 0;
    let start = (marks[first + 1] ?? 0) + 1;
    for (let n = 0; n < elementCount; n += 1) {
      const element = elements[n];
      const end = marks[first + n + 2] ?? 0;
      if (element === undefined) return false;
      if (start === end) {
        if (element.isRequired) return false;
      } else {
        filled |= 2 << n;
        const isTaken =
          element.components === undefined
            ? this.#takeValue(segment, element, said, bytes, start, end)
            : this.#takeComponents(segment, element.components, said, bytes, start, end);
        if (!isTaken) return false;
      }
      start = end + 1;
    }
    // Empty elements at the end are to be left out.
    if (elementCount > 0 && (filled & (1 << elementCount)) === 0) return false;
    for (const condition of this.#conditions) if (!holds(filled, condition)) return false;
    segment.said = said;
    return true;
  }

  /** Tells what a segment said that was taken; `unheld` is called for what agrees not with other segments. */
  tell(
    said: readonly unknown[],
    target: Fields,
    unheld: (element: number, component?: number) => void,
  ): void {
    const told = this.#told;
    for (let slot = 0; slot < told.length; slot += 1) {
      const value = said[slot];
      const element = told[slot];
      if (value === undefined || element === undefined) continue;
      const { name, field } = element;
      if (name !== undefined) target[name] = value;
      else if (field?.agrees?.(target, value) === false) unheld(element.at, element.component);
      else field?.set(target, value);
    }
  }

  #takeComponents(
    segment: Segment,
    components: readonly QuickElement[],
    said: unknown[],
    bytes: Uint8Array,
    from: number,
    end: number,
  ): boolean {
    if (bytes[from] === BLANK || bytes[end - 1] === BLANK) return false;
    const separator = segment.separators.component.charCodeAt(0);
    let start = from;
    let n = 0;
    for (let at = from; at <= end; at += 1) {
      if (at < end && bytes[at] !== separator) continue;
      const component = components[n];
      if (component === undefined) return false;
      if (start === at) {
        if (component.isRequired) return false;
      } else if (!this.#takeValue(segment, component, said, bytes, start, at)) return false;
      start = at + 1;
      n += 1;
    }
    for (; n < components.length; n += 1) if (components[n]?.isRequired) return false;
    return true;
  }

  /** Blanks at its ends are no part of a value, which is then not read at once. */
  #takeValue(
    segment: Segment,
    element: QuickElement,
    said: unknown[],
    bytes: Uint8Array,
    from: number,
    end: number,
  ): boolean {
    const { kind, field, min, max } = element;
    const length = end - from;
    switch (kind) {
      case AS_TEXT: {
        if (length < min || length > max || bytes[from] === BLANK || bytes[end - 1] === BLANK) return false;
        const { codec, shape } = element;
        if (field === undefined && shape === undefined) return true;
        const text = segment.source.text.slice(from, end);
        if (shape !== undefined && shape.fault(text, segment, element.at) !== undefined) return false;
        if (field === undefined || text === codec?.usual) return true;
        return say(said, element, codec === undefined ? text : codec.parse(text));
      }
      case AS_CODE: {
        const key = packedAt(bytes, from, end);
        if (key === element.literal && key !== 0) return true;
        const code = element.codes.get(key);
        if (code === undefined) return false;
        if (code.value !== undefined) said[element.slot] = code.value;
        return true;
      }
      case AS_CENTS: {
        const cents = centsAt(bytes, from, end);
        if (Number.isNaN(cents)) return false;
        if (field !== undefined) said[element.slot] = cents;
        return true;
      }
      case AS_DECIMAL:
      case AS_WHOLE: {
        const number = wholeAt(bytes, from, end);
        if (number < 0 || length < min || length > max) return false;
        if (field !== undefined) said[element.slot] = number;
        return true;
      }
      case AS_DAY: {
        const day = dayAt(bytes, from, end);
        if (field !== undefined) said[element.slot] = day;
        return day !== undefined;
      }
      default:
        return false;
    }
  }
}

/** Of segments that their codec reads. */
const NOTHING: unknown[] = [];

/** False when the model can't hold it. */
function say(said: unknown[], element: QuickElement, value: unknown): boolean {
  said[element.slot] = value;
  return value !== undefined;
}

const BLANK = 0x20;

/** Which of its elements have a bit in `filled`, as a whole and the first of them. */
interface QuickCondition {
  readonly kind: Condition['kind'];
  readonly all: number;
  readonly first: number;
}

function quickCondition({ kind, elements }: Condition): QuickCondition {
  const bits = elements.map((n) => 1 << n);
  return { kind, all: bits.reduce((all, bit) => all | bit, 0), first: bits[0] ?? 0 };
}

function holds(filled: number, { kind, all, first }: QuickCondition): boolean {
  const there = filled & all;
  switch (kind) {
    case 'P':
      return there === 0 || there === all;
    case 'R':
      return there !== 0;
    case 'E':
      return (there & (there - 1)) === 0;
    case 'C':
      return there === all || (there & first) === 0;
    case 'L':
      return (there & first) === 0 || there !== first;
  }
}
