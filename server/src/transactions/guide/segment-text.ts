/** Gathers the text of segments: separators, trailing empties left out, characters folded, segments counted. */
import { type Separators, withoutSeparators } from '../../x12/index.ts';
import { ElementPlan } from './element-plan.ts';
import { addressKey, type Leftover, type SegmentAddress } from './leftovers.ts';
import type { Codec, ElementText, Fields, SimpleElement } from './rules.ts';
import { TextBuffer } from './text-buffer.ts';
import type { Computed } from './write-loop.ts';
import type { SegmentPlan } from './write-plan.ts';

export type Fold = (text: string) => string;

export class SegmentText {
  readonly fold: Fold;
  readonly #separators: Separators;
  #withoutSeparators: Fold | undefined;
  readonly #text = new TextBuffer();
  #count = 0;
  #leftovers: ReadonlyMap<string, Leftover> | undefined;
  /** What they were taken from, which may be long and the same for many claims. */
  #given: readonly Leftover[] | undefined;

  constructor(separators: Separators, fold: Fold) {
    this.#separators = separators;
    this.fold = fold;
  }

  /** Segments gathered so far. */
  get count(): number {
    return this.#count;
  }

  /** The text gathered so far; what comes next starts anew. */
  take(): string {
    return this.#text.take();
  }

  /** From now on, what the model has no place for is put back where it stood. */
  useLeftovers(leftovers: readonly Leftover[] | undefined): void {
    if (leftovers === this.#given) return;
    this.#given = leftovers;
    this.#leftovers =
      leftovers === undefined || leftovers.length === 0
        ? undefined
        : new Map(leftovers.map((leftover) => [addressKey(leftover), leftover]));
  }

  get hasLeftovers(): boolean {
    return this.#leftovers !== undefined;
  }

  leftoverAt(address: SegmentAddress): Leftover | undefined {
    return this.#leftovers?.get(addressKey(address));
  }

  /** A segment by the bindings of its rule; nothing when it has no value and does not open its loop. */
  addPlanned(plan: SegmentPlan, target: Fields, computed: Computed, leftover?: Leftover): void {
    const { rule, elements, isOpening } = plan;
    if (leftover) {
      this.addElements(rule.id, this.#elementsOf(plan, target, computed, leftover), leftover, isOpening);
      return;
    }
    const { element: separator, terminator } = this.#separators;
    const text = this.#text;
    const start = text.length;
    text.append(rule.id);
    let last = 0;
    let hasValue = isOpening;
    for (let index = 0; index < elements.length; index += 1) {
      const element = elements[index];
      if (element === undefined) break;
      const value = element.components
        ? this.#compositeOf(element.components, target, computed)
        : this.#valueOf(element, target, computed);
      if (value === '') continue;
      if (element.literal === '') hasValue = true;
      for (; last < element.at; last += 1) text.append(separator);
      text.append(value);
    }
    if (!hasValue) {
      text.cut(start);
      return;
    }
    text.append(terminator);
    this.#count += 1;
  }

  /** A segment given by its elements, with what the model has no place for; one without a value only when it opens its loop. */
  addElements(id: string, elements: readonly ElementText[], leftover?: Leftover, isOpening = false): void {
    const filled = leftover?.elements ? withLeftover(elements, leftover.elements, this.#undivided) : elements;
    const { element, component, terminator, repetition = component } = this.#separators;
    const texts = filled.map((value) => {
      if (typeof value === 'string') return value;
      return 'repetitions' in value
        ? value.repetitions.map((each) => joinTrimmed(each, component)).join(repetition)
        : joinTrimmed(value, component);
    });
    if (isOpening || texts.some((text) => text !== '')) {
      this.#text.append(joinTrimmed([id, ...texts], element) + terminator);
      this.#count += 1;
    }
    for (const [other, ...rest] of leftover?.followedBy ?? []) {
      const plain = rest.map((value) =>
        typeof value === 'string' ? this.#undivided(value) : value.map(this.#undivided),
      );
      this.addElements(String(other), plain);
    }
  }

  /** Data of a file that was divided by other characters never divides a segment of this one. */
  readonly #undivided = (text: string): string => {
    this.#withoutSeparators ??= withoutSeparators(this.#separators);
    return this.#withoutSeparators(text);
  };

  #repeated(list: unknown, codec: Codec): string {
    const { repetition, component } = this.#separators;
    const texts = Array.isArray(list) ? list.map((each) => codec.format(each, this.fold)) : [];
    return texts.filter((text) => text !== '').join(repetition ?? component);
  }

  /** Empty when none of its components but literals has a value. */
  #compositeOf(components: readonly ElementPlan[], target: Fields, computed: Computed): string {
    const separator = this.#separators.component;
    let text = '';
    let last = 1;
    let hasValue = false;
    for (const component of components) {
      const value = this.#valueOf(component, target, computed);
      if (value === '') continue;
      if (component.literal === '') hasValue = true;
      for (; last < component.at; last += 1) text += separator;
      text += value;
    }
    return hasValue ? text : '';
  }

  /** A literal, a text that stands for no value, and what only repeats another place give way to what the file said in theirs. */
  #elementsOf(
    { rule }: SegmentPlan,
    target: Fields,
    computed: Computed,
    { elements: said = {} }: Leftover,
  ): (string | string[])[] {
    const valueAt = (element: SimpleElement, place: string) => {
      const value = this.#valueOf(new ElementPlan(1, element), target, computed);
      const givesWay = value === unsaid(element) || isRepeat(element);
      return givesWay && (place in said || `${place}-1` in said) ? '' : value;
    };
    return rule.elements.map((element, index) => {
      if (element.kind === 'simple') return valueAt(element, String(index + 1));
      const isSaid = element.components.some((_, c) => `${index + 1}-${c + 1}` in said);
      const values = element.components.map((component, c) => valueAt(component, `${index + 1}-${c + 1}`));
      const isOwn = (value: string, c: number) =>
        value !== '' && element.components[c]?.binding?.kind !== 'literal';
      return isSaid || values.some(isOwn) ? values : '';
    });
  }

  #valueOf(
    { field, codec, computed: name, literal, beside, isRepeated }: ElementPlan,
    target: Fields,
    computed: Computed,
  ): string {
    if (isRepeated && field && codec) return this.#repeated(field.get(target), codec);
    if (field && codec) return codec.format(field.get(target), this.fold);
    if (name !== undefined) return computed(name, target);
    return beside === undefined || beside.get(target) !== undefined ? literal : '';
  }
}

/** What an element is when the model says nothing of it. */
function unsaid({ binding }: SimpleElement): string | undefined {
  if (binding?.kind === 'literal') return binding.text;
  return binding?.kind === 'field' ? binding.codec.usual : undefined;
}

function isRepeat({ binding }: SimpleElement): boolean {
  return binding?.kind === 'field' && binding.field.agrees !== undefined;
}

/** Elements that were read without a place take theirs again where the model says nothing. */
function withLeftover(
  elements: readonly ElementText[],
  leftover: Readonly<Record<string, string>>,
  undivided: (text: string) => string,
): ElementText[] {
  const filled = elements.map((at) => (typeof at === 'string' || 'repetitions' in at ? at : [...at]));
  for (const [place, said] of Object.entries(leftover)) {
    const text = undivided(said);
    const [n = 0, c] = place.split('-').map(Number);
    while (filled.length < n) filled.push('');
    const at = filled[n - 1] ?? '';
    if (typeof at !== 'string' && 'repetitions' in at) continue;
    if (c === undefined) {
      if (typeof at === 'string' ? at === '' : at.every((value) => value === '')) filled[n - 1] = text;
    } else {
      const components = typeof at === 'string' ? [at] : at;
      while (components.length < c) components.push('');
      if (components[c - 1] === '') components[c - 1] = text;
      filled[n - 1] = components;
    }
  }
  return filled;
}

function joinTrimmed(texts: readonly string[], separator: string): string {
  let length = texts.length;
  while (length > 0 && texts[length - 1] === '') length -= 1;
  return texts.slice(0, length).join(separator);
}
