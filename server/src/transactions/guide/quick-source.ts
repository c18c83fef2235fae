/** Writes, for the rule of a segment, the text of the two functions that check it and take it in: one statement for each thing to see to. */
import {
  AS_CENTS,
  AS_CODE,
  AS_DAY,
  AS_DECIMAL,
  AS_TEXT,
  AS_WHOLE,
  type QuickElement,
} from './quick-element.ts';
import type { Condition } from './rules.ts';

/** What the text of a function is about. */
export interface QuickRule {
  readonly elements: readonly QuickElement[];
  readonly conditions: readonly Condition[];
  /** Place of the last element that must be there. */
  readonly lastRequired: number;
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

/** Gives `{ take, tell }`; its parameters are `known` and the functions that read values from bytes. */
export function quickSource(rule: QuickRule, known: Known): string {
  const told = toldOf(rule.elements);
  const take = takeSource(rule, told, known);
  const tell = told.map((element) => tellSource(element, known)).join('\n');
  // Of a person, perhaps: nothing stays when the file is read.
  const forget = told.map(({ slot }) => `said${slot} = undefined;`).join('\n');
  return `'use strict';
${known.declarations}
${told.length === 0 ? '' : `let ${told.map(({ slot }) => `said${slot}`).join(', ')};`}
return {
  take(segment) {
${take}
  },
  tell(target, unheld) {
${tell}
${forget}
  },
};`;
}

/** Those whose value goes into the model, each with a variable of its own. */
function toldOf(elements: readonly QuickElement[]): QuickElement[] {
  const told = elements
    .flatMap((element) => element.components ?? [element])
    .filter(({ field }) => field !== undefined);
  for (const [slot, element] of told.entries()) element.slot = slot;
  return told;
}

function takeSource(
  { elements, conditions, lastRequired }: QuickRule,
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
  ${element.components ? componentsSource(element.components, known) : valueSource(element, 'start', 'end', known)}
}
start = end + 1;`;
  });
  return `segment.isTaken = false;
const { source, elementCount: count } = segment;
const { bytes, marks, text } = source;
if (segment.key === 0 || bytes.length === 0) return false;
if (count < ${lastRequired} || count > ${elements.length}) return false;
${told.map(({ slot }) => `said${slot} = undefined;`).join('\n')}
const mark = segment.first + 1;
let start = marks[mark] + 1;
let end = 0;
let filled = 1;
elements: {
${lines.join('\n')}
}
// Empty elements at the end are to be left out.
if ((filled & (1 << count)) === 0) return false;
${conditions.map((condition) => `if (!(${conditionSource(condition)})) return false;`).join('\n')}
segment.isTaken = true;
return true;`;
}

function componentsSource(components: readonly QuickElement[], known: Known): string {
  const lines = components.map((component, n) => {
    const isLastRequired = components.slice(n).some(({ isRequired }) => isRequired);
    const leave = isLastRequired ? 'return false' : 'break components';
    return `${n === 0 ? '' : `if (to === end) ${leave};\nfrom = to + 1;`}
to = from;
while (to < end && bytes[to] !== separator) to += 1;
if (from === to) { ${component.isRequired ? 'return false;' : ''} } else {
  ${valueSource(component, 'from', 'to', known)}
}`;
  });
  return `${blanksSource('start', 'end')}
const separator = segment.separators.component.charCodeAt(0);
let from = start;
let to = start;
components: {
${lines.join('\n')}
if (to !== end) return false;
}`;
}

/** Blanks at its ends are no part of a value, which is then not read at once. */
function blanksSource(from: string, to: string): string {
  return `if (bytes[${from}] === 0x20 || bytes[${to} - 1] === 0x20) return false;`;
}

function valueSource(element: QuickElement, from: string, to: string, known: Known): string {
  const { kind, field, min, max, slot } = element;
  const say = (value: string) => (field === undefined ? '' : `said${slot} = ${value};`);
  const lengths = `if (${to} - ${from} < ${min} || ${to} - ${from} > ${max}) return false;`;
  switch (kind) {
    case AS_TEXT:
      return `${lengths}\n${blanksSource(from, to)}\n${textSource(element, from, to, known)}`;
    case AS_CODE:
      return codeSource(element, from, to, known);
    case AS_CENTS:
      return `const value = centsAt(bytes, ${from}, ${to});\nif (value !== value) return false;\n${say('value')}`;
    case AS_DECIMAL:
    case AS_WHOLE:
      return `${lengths}\nconst value = wholeAt(bytes, ${from}, ${to});\nif (value < 0) return false;\n${say('value')}`;
    case AS_DAY:
      return `const value = dayAt(bytes, ${from}, ${to});\nif (value === undefined) return false;\n${say('value')}`;
    default:
      return 'return false;';
  }
}

function textSource(
  { shape, field, codec, at, slot }: QuickElement,
  from: string,
  to: string,
  known: Known,
): string {
  if (field === undefined && shape === undefined) return '';
  const lines = [`const value = text.slice(${from}, ${to});`];
  if (shape) lines.push(`if (${known.name(shape)}.fault(value, segment, ${at}) !== undefined) return false;`);
  if (field && codec === undefined) lines.push(`said${slot} = value;`);
  else if (field) {
    const read = `said${slot} = ${known.name(codec)}.parse(value);\nif (said${slot} === undefined) return false;`;
    lines.push(
      codec?.usual === undefined ? read : `if (value !== ${JSON.stringify(codec.usual)}) { ${read} }`,
    );
  }
  return lines.join('\n');
}

function codeSource(element: QuickElement, from: string, to: string, known: Known): string {
  const key = `packedAt(bytes, ${from}, ${to})`;
  if (element.literal !== 0) return `if (${key} !== ${element.literal}) return false;`;
  const cases = [...element.codes].map(([code, { value }]) => {
    if (value === undefined) return `case ${code}: break;`;
    const text = typeof value === 'string' ? JSON.stringify(value) : known.name(value);
    return `case ${code}: said${element.slot} = ${text}; break;`;
  });
  return `switch (${key}) {\n${cases.join('\n')}\ndefault: return false;\n}`;
}

/** Which of its elements have a bit in `filled`. */
function conditionSource({ kind, elements }: Condition): string {
  const bits = elements.map((n) => 1 << n);
  const all = bits.reduce((sum, bit) => sum | bit, 0);
  const first = bits[0] ?? 0;
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

function tellSource({ name, field, slot, at, component }: QuickElement, known: Known): string {
  const said = `said${slot}`;
  if (field === undefined) return '';
  if (name !== undefined) return `if (${said} !== undefined) target[${JSON.stringify(name)}] = ${said};`;
  const own = known.name(field);
  const set = `${own}.set(target, ${said});`;
  if (field.agrees === undefined) return `if (${said} !== undefined) ${set}`;
  return `if (${said} !== undefined) {
if (${own}.agrees(target, ${said}) === false) unheld(${at}, ${component});
else ${set}
}`;
}
