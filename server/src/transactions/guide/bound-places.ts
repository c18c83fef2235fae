/** Walks one level of a guide and gives every place that is bound to the model: which path, in which segment and element. */
import type { ElementRule, GuideItem, Into, LoopRule, SegmentRule, SimpleElement } from './rules.ts';

/** A loop, and how many keys of the path name the object that it stands for. */
export interface LoopOnPath {
  readonly rule: LoopRule;
  readonly depth: number;
}

export interface BoundPlace {
  /** From the level's object on; `*` for any item of a list. */
  readonly keys: readonly string[];
  /** True where an object or list item as a whole is meant, which the segment (or the loop that it opens) stands for. */
  readonly isWhole: boolean;
  readonly segment: SegmentRule;
  /** From the level's own loop inwards. */
  readonly loops: readonly LoopOnPath[];
  /** How many keys name the object or list item that the segment itself stands for. */
  readonly depth: number;
  /** Absent where a codec knows it. */
  readonly element?: number;
  readonly component?: number;
  readonly rule?: SimpleElement;
}

/** In the order of the guide; levels inside the level are left out. */
export function boundPlaces(level: LoopRule): readonly BoundPlace[] {
  return placesOfLoop(level, [], []);
}

type Around = Pick<BoundPlace, 'segment' | 'loops' | 'depth'>;

function placesOfLoop(
  rule: LoopRule,
  outer: readonly LoopOnPath[],
  above: readonly string[],
): readonly BoundPlace[] {
  const keys = [...above, ...keysOf(rule.into)];
  const loops = [...outer, { rule, depth: keys.length }];
  const [segment] = rule.children;
  const whole = { keys, isWhole: true, segment, loops, depth: keys.length };
  return [
    ...(rule.into ? [whole] : []),
    ...rule.children.flatMap((child) => placesOfItem(child, loops, keys)),
  ];
}

function placesOfItem(
  item: GuideItem,
  loops: readonly LoopOnPath[],
  above: readonly string[],
): readonly BoundPlace[] {
  if (item.kind === 'loop') return item.isLevel ? [] : placesOfLoop(item, loops, above);
  const keys = [...above, ...keysOf(item.into)];
  const around = { segment: item, loops, depth: keys.length };
  const wholes = item.into && item.into.kind !== 'values' ? [{ keys, isWhole: true, ...around }] : [];
  const values = item.codec
    ? item.codec.paths.map((path) => ({ keys: [...keys, ...path.split('.')], isWhole: false, ...around }))
    : item.elements.flatMap((rule, index) => placesOfElement(rule, keys, around, index + 1));
  return [...wholes, ...values];
}

function placesOfElement(
  rule: ElementRule,
  keys: readonly string[],
  around: Around,
  element: number,
  component?: number,
): readonly BoundPlace[] {
  if (rule.kind === 'composite')
    return rule.components.flatMap((each, index) => placesOfElement(each, keys, around, element, index + 1));
  const { binding } = rule;
  if (binding?.kind !== 'field') return [];
  const { path, otherPath } = binding.field;
  return [path, ...(otherPath === undefined ? [] : [otherPath])].map((each) => ({
    keys: each === '' ? keys : [...keys, ...each.split('.')],
    isWhole: false,
    ...around,
    element,
    ...(component === undefined ? {} : { component }),
    rule,
  }));
}

function keysOf(into: Into | undefined): string[] {
  if (!into) return [];
  const keys = into.field.path.split('.');
  return into.kind === 'object' ? keys : [...keys, '*'];
}
