/** The text that checks an element and keeps what it says, for `quickSource`: one statement for each thing to see to. */
import {
  AS_CENTS,
  AS_CODE,
  AS_DAY,
  AS_DECIMAL,
  AS_TEXT,
  AS_WHOLE,
  type QuickElement,
} from './quick-element.ts';
import type { Known } from './quick-source.ts';

/** Of the bytes from `start` to `end`. */
export function elementSource(element: QuickElement, known: Known): string {
  return element.components
    ? componentsSource(element.components, known)
    : valueSource(element, 'start', 'end', known);
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
  const { kind, isTold, min, max, slot } = element;
  const say = (value: string) => (isTold ? `said${slot} = ${value};` : '');
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
  { shape, isTold, codec, at, slot }: QuickElement,
  from: string,
  to: string,
  known: Known,
): string {
  if (!isTold && shape === undefined) return '';
  const lines = [`const value = text.slice(${from}, ${to});`];
  if (shape) lines.push(`if (${known.name(shape)}.fault(value, segment, ${at}) !== undefined) return false;`);
  if (isTold && codec === undefined) lines.push(`said${slot} = value;`);
  else if (isTold) {
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
