/** Which segment of the guide, and which element of it, says what stands at a path of a level. */
import type { ElementRule, GuideItem, Into, LoopRule, SegmentRule } from '../../guide/rules.ts';

/** A loop, and how many keys of the path name the object that it stands for. */
export interface LoopOnPath {
  readonly rule: LoopRule;
  readonly depth: number;
}

export interface GuidePlace {
  readonly segment: SegmentRule;
  /** From the level's own loop inwards. */
  readonly loops: readonly LoopOnPath[];
  /** How many keys name the object or list item that the segment itself stands for. */
  readonly depth: number;
  readonly element?: number;
  readonly component?: number;
}

/** The places of one level by path, `*` for the number of a list's item; inner levels left out. */
export class GuidePlaces {
  readonly #byPath = new Map<string, GuidePlace[]>();

  constructor(level: LoopRule) {
    this.#addLoop(level, [], []);
    this.#addWholes();
  }

  /** The places of a path given by its keys; of what stands around it where the guide has none for the path itself. */
  of(keys: readonly string[]): readonly GuidePlace[] {
    const patterns = keys.map((key) => (/^\d+$/.test(key) ? '*' : key));
    for (let length = keys.length; length > 0; length -= 1) {
      const around = patterns.slice(0, length - 1);
      // Modifiers and pointers have an element each.
      const found =
        this.#byPath.get([...around, keys[length - 1]].join('.')) ??
        this.#byPath.get([...around, patterns[length - 1]].join('.'));
      if (found) return found;
    }
    return [];
  }

  #addLoop(rule: LoopRule, loops: readonly LoopOnPath[], above: readonly string[]): void {
    const keys = [...above, ...keysOf(rule.into)];
    const chain = [...loops, { rule, depth: keys.length }];
    const [opening] = rule.children;
    if (rule.into) this.#add(keys, { segment: opening, loops: chain, depth: keys.length });
    for (const child of rule.children) this.#addItem(child, chain, keys);
  }

  #addItem(item: GuideItem, loops: readonly LoopOnPath[], above: readonly string[]): void {
    if (item.kind === 'segment') this.#addSegment(item, loops, above);
    else if (!item.isLevel) this.#addLoop(item, loops, above);
  }

  #addSegment(segment: SegmentRule, loops: readonly LoopOnPath[], above: readonly string[]): void {
    const keys = [...above, ...keysOf(segment.into)];
    const place = { segment, loops, depth: keys.length };
    if (segment.into && segment.into.kind !== 'values') this.#add(keys, place);
    if (segment.codec) {
      for (const path of segment.codec.paths) this.#add([...keys, ...path.split('.')], place);
      return;
    }
    segment.elements.forEach((rule, index) => {
      const element = index + 1;
      this.#addElement(rule, keys, { ...place, element });
    });
  }

  #addElement(rule: ElementRule, keys: readonly string[], place: GuidePlace): void {
    if (rule.kind === 'composite') {
      rule.components.forEach((component, index) => {
        this.#addElement(component, keys, { ...place, component: index + 1 });
      });
      return;
    }
    const { binding } = rule;
    if (binding?.kind !== 'field') return;
    const { path, otherPath } = binding.field;
    for (const each of otherPath === undefined ? [path] : [path, otherPath])
      this.#add(each === '' ? keys : [...keys, ...each.split('.')], place);
  }

  /** What has no place as a whole, such as an address, stands where its first part does. */
  #addWholes(): void {
    for (const [path, places] of [...this.#byPath]) {
      const keys = path.split('.');
      for (let length = keys.length - 1; length > 0; length -= 1) {
        const whole = keys.slice(0, length).join('.');
        if (!this.#byPath.has(whole)) this.#byPath.set(whole, places);
      }
    }
  }

  /** Of one segment the last element: NM102 only tells by the path of a name whose it is. */
  #add(keys: readonly string[], place: GuidePlace): void {
    const path = keys.join('.');
    const others = this.#byPath.get(path)?.filter(({ segment }) => segment !== place.segment) ?? [];
    this.#byPath.set(path, [...others, place]);
  }
}

function keysOf(into: Into | undefined): string[] {
  if (!into) return [];
  const keys = into.field.path.split('.');
  return into.kind === 'object' ? keys : [...keys, '*'];
}
