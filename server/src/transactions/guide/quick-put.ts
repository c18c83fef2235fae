/** The text that puts what a segment said into the model, for `quickSource`: by names that stand in the code, and each item of a list as one literal. */
import type { QuickElement } from './quick-element.ts';
import type { Known, QuickRule } from './quick-source.ts';
import { openInto } from './read-segment.ts';
import type { Into, SegmentItems } from './rules.ts';

/** Puts what `told` said, which is kept by its slots, into `target`. */
export function putSource(
  { elements, into, codec }: QuickRule,
  told: readonly QuickElement[],
  known: Known,
): string {
  if (codec?.items) return itemsSource(codec.items, elements);
  if (codec)
    return `${ownSource(into, [], known)}\n${known.name(codec)}.read(segment, own, walk.keepElement);`;
  if (into?.kind === 'values') return valuesSource(into, told, known);
  const literal = into ? surelyTold(told) : [];
  const others = told.slice(literal.length).map((element) => tellSource(element, known));
  return `${ownSource(into, literal, known)}\n${others.join('\n')}`;
}

/** Makes `own`, which the segment stands for; what `literal` said is then in it. */
function ownSource(into: Into | undefined, literal: readonly QuickElement[], known: Known): string {
  const made = `{ ${literal.map(({ name = '', slot }) => `${JSON.stringify(name)}: said${slot}`).join(', ')} }`;
  const set = literal.map((element) => tellSource(element, known)).join('\n');
  if (into === undefined) return 'const own = target;';
  const { name } = into.field;
  if (name === undefined) return `const own = ${known.name(openInto)}(${known.name(into)}, target);\n${set}`;
  const place = `target[${JSON.stringify(name)}]`;
  if (into.kind === 'list') return `const own = ${made};\n${pushSource(place, 'own')}`;
  return `let own = ${place};
if (typeof own !== 'object' || own === null) {
own = ${made};
${place} = own;
} else {
${set}
}`;
}

function pushSource(place: string, value: string): string {
  return `const list = ${place};
if (Array.isArray(list)) list.push(${value});
else ${place} = [${value}];`;
}

/** The one value of each item. */
function valuesSource({ field }: Into, told: readonly QuickElement[], known: Known): string {
  const [value] = told;
  if (value === undefined) return '';
  const said = `said${value.slot}`;
  const put =
    field.name === undefined
      ? `const list = ${known.name(field)}.get(target);
if (Array.isArray(list)) list.push(${said});
else ${known.name(field)}.set(target, [${said}]);`
      : pushSource(`target[${JSON.stringify(field.name)}]`, said);
  return `if (${said} !== undefined) {\n${put}\n}`;
}

/** The first of those told, as long as each always says something and has its name in the model. */
function surelyTold(told: readonly QuickElement[]): readonly QuickElement[] {
  const other = told.findIndex(({ isSure, name }) => !isSure || name === undefined);
  return other < 0 ? told : told.slice(0, other);
}

function tellSource({ name, field, slot, at, component }: QuickElement, known: Known): string {
  const said = `said${slot}`;
  if (field === undefined) return '';
  if (name !== undefined) return `if (${said} !== undefined) own[${JSON.stringify(name)}] = ${said};`;
  const place = known.name(field);
  const set = `${place}.set(own, ${said});`;
  if (field.agrees === undefined) return `if (${said} !== undefined) ${set}`;
  return `if (${said} !== undefined) {
if (${place}.agrees(own, ${said}) === false) walk.keepElement(${at}, ${component});
else ${set}
}`;
}

/** One item that a segment may hold: its elements, and their bits in `filled`. */
interface Item {
  readonly names: readonly string[];
  readonly elements: readonly QuickElement[];
  readonly all: number;
  readonly needed: number;
}

export function itemsOf(
  { shared, own, needed }: SegmentItems,
  elements: readonly QuickElement[],
): readonly Item[] {
  const head = elements.slice(0, shared.length);
  const items: Item[] = [];
  for (let first = shared.length; first < elements.length; first += own.length) {
    const ofItem = elements.slice(first, first + own.length);
    items.push({
      names: [...shared, ...own],
      elements: [...head, ...ofItem],
      all: bitsOf(ofItem.map(({ at }) => at)),
      needed: bitsOf(ofItem.slice(0, needed).map(({ at }) => at)),
    });
  }
  return items;
}

export function bitsOf(elements: readonly number[]): number {
  return elements.reduce((bits, at) => bits | (1 << at), 0);
}

function itemsSource(items: SegmentItems, elements: readonly QuickElement[]): string {
  const place = `target[${JSON.stringify(items.list)}]`;
  const sure = items.shared.length + items.needed;
  const pushes = itemsOf(items, elements).map(({ names, elements, needed }) => {
    const said = elements.map(({ slot }, at) => [JSON.stringify(names[at]), `said${slot}`] as const);
    const literal = said.slice(0, sure).map(([name, value]) => `${name}: ${value}`);
    const others = said
      .slice(sure)
      .map(([name, value]) => `if (${value} !== undefined) item[${name}] = ${value};`);
    return `if ((filled & ${needed}) !== 0) {
const item = { ${literal.join(', ')} };
${others.join('\n')}
list.push(item);
}`;
  });
  return `let list = ${place};
if (!Array.isArray(list)) ${place} = list = [];
${pushes.join('\n')}`;
}
