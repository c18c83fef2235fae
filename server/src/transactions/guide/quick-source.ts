/** Writes, for the rule of a segment, the text of the function that checks it and takes it into the model: first all that may be wrong, then what it says. */
import type { QuickElement } from './quick-element.ts';
import { bitsOf, itemsOf, putSource } from './quick-put.ts';
import { elementSource } from './quick-value.ts';
import type { Condition, Into, SegmentCodec } from './rules.ts';

/** What the text of a function is about. */
export interface QuickRule {
  readonly elements: readonly QuickElement[];
  readonly conditions: readonly Condition[];
  /** Place of the last element that must be there. */
  readonly lastRequired: number;
  readonly into: Into | undefined;
  readonly codec: SegmentCodec | undefined;
}

/** Things that are no text: the functions know them as `known[0]` and so on. */
export class Known {
  readonly all: unknown[] = [];

  name(thing: unknown): string {
    const at = this.all.includes(thing) ? this.all.indexOf(thing) : this.all.push(thing) - 1;
    return `known${at}`;
  }

  get declarations(): string {
    return this.all.map((_, at) => `const known${at} = known[${at}];`).join('\n');
  }
}

/** Gives `read(segment, walk)`; the parameters of the whole are `known` and the functions that read values from bytes. */
export function quickSource(rule: QuickRule, known: Known): string {
  const told = toldOf(rule.elements);
  const check = checkSource(rule, told, known);
  const put = putSource(rule, told, known);
  return `'use strict';
${known.declarations}
return function read(segment, walk) {
${check}
const target = walk.enter(segment);
if (target === undefined) return true;
${put}
return true;
};`;
}

/** Those whose value goes into the model, each with a variable of its own. */
function toldOf(elements: readonly QuickElement[]): QuickElement[] {
  const told = elements.flatMap((element) => element.components ?? [element]).filter(({ isTold }) => isTold);
  for (const [slot, element] of told.entries()) element.slot = slot;
  return told;
}

function checkSource(
  { elements, conditions, lastRequired, codec }: QuickRule,
  told: readonly QuickElement[],
  known: Known,
): string {
  const lines = elements.map((element, n) => {
    const leave = n < lastRequired ? '' : `if (count === ${n}) break elements;`;
    const otherwise = element.isRequired ? 'return false;' : '';
    return `${leave}
end = marks[mark + ${n + 1}];
if (start === end) { ${otherwise} } else {
  filled |= ${2 << n};
  ${elementSource(element, known)}
}
start = end + 1;`;
  });
  const items = codec?.items ? itemsOf(codec.items, elements) : [];
  const all = [
    ...conditions.map(conditionSource),
    ...items.map(({ all, needed }) => `(filled & ${all}) === 0 || (filled & ${needed}) === ${needed}`),
  ];
  return `const { source, elementCount: count } = segment;
const { bytes, marks, text } = source;
if (segment.key === 0 || bytes.length === 0) return false;
if (count < ${lastRequired} || count > ${elements.length}) return false;
${told.map(({ slot }) => `let said${slot};`).join(' ')}
const mark = segment.first + 1;
let start = marks[mark] + 1;
let end = 0;
let filled = 1;
elements: {
${lines.join('\n')}
}
// Empty elements at the end are to be left out.
if ((filled & (1 << count)) === 0) return false;
${all.map((condition) => `if (!(${condition})) return false;`).join('\n')}`;
}

/** Which of its elements have a bit in `filled`. */
function conditionSource({ kind, elements }: Condition): string {
  const all = bitsOf(elements);
  const first = 1 << (elements[0] ?? 0);
  const there = `(filled & ${all})`;
  switch (kind) {
    case 'P':
      return `${there} === 0 || ${there} === ${all}`;
    case 'R':
      return `${there} !== 0`;
    case 'E':
      return `(${there} & (${there} - 1)) === 0`;
    case 'C':
      return `${there} === ${all} || (filled & ${first}) === 0`;
    case 'L':
      return `(filled & ${first}) === 0 || ${there} !== ${first}`;
  }
}
