/** What is wrong with the value of one element: its characters, length, code or shape. */
import { type Fault, readDate, type Segment } from '../../x12/index.ts';
import { fault } from './faults.ts';
import type { SimpleElement } from './rules.ts';

type NameOfPlace = (segmentId: string, element: number, component?: number) => string;

/** The first fault of a value that is there; undefined when it is as the rule wants. */
export function valueFault(
  segment: Segment,
  rule: SimpleElement,
  text: string,
  nameOfPlace: NameOfPlace,
  n: number,
  c?: number,
): Fault | undefined {
  const { type, codes, min, max, shape } = rule;
  if (codes !== undefined) {
    if (codes.has(text)) return undefined;
    return codeFault(rule, text, nameOfPlace(segment.id, n, c));
  }
  const wrong = characterFault(type, text, segment);
  if (wrong) return named(wrong, nameOfPlace(segment.id, n, c), text);
  const length = type === 'R' || type === 'N0' ? digitsIn(text) : text.length;
  if (length < min || length > max) {
    const name = nameOfPlace(segment.id, n, c);
    const code = length < min ? 'ELEMENT-SHORT' : 'ELEMENT-LONG';
    const expected = min === max ? `${min} characters` : `${min} to ${max} characters`;
    return fault(code, `${name} has ${length} characters; ${expected} are allowed.`, {
      value: text,
      expected,
    });
  }
  const misshapen = shape?.fault(text, segment, n);
  if (shape === undefined || misshapen === undefined) return undefined;
  const { code, snip, acknowledgement = '7', severity, fix } = shape;
  return {
    code,
    snip: typeof snip === 'number' ? snip : snip(text),
    message: `${nameOfPlace(segment.id, n, c)}: ${misshapen}`,
    value: text,
    acknowledgement: { segment: 'IK4', code: acknowledgement },
    ...(severity ? { severity } : {}),
    ...(fix ? { fix } : {}),
  };
}

function codeFault({ codes = new Set() }: SimpleElement, text: string, name: string): Fault {
  const list = [...codes];
  const expected = list.length > 12 ? `one of ${list.length} codes` : list.join(', ');
  if (codes.has(text.toUpperCase())) {
    return fault('ELEMENT-CODE', `${name} has a code in lower case.`, {
      value: text,
      expected,
      severity: 'warning',
    });
  }
  return fault('ELEMENT-CODE', `${name} has a code that is not allowed here: ${expected}.`, {
    value: text,
    expected,
  });
}

type Wrong = readonly [
  code: 'ELEMENT-CHARACTER' | 'ELEMENT-DATE' | 'ELEMENT-TIME' | 'ELEMENT-REPEATED',
  what: string,
];

function characterFault(type: SimpleElement['type'], text: string, segment: Segment): Wrong | undefined {
  switch (type) {
    case 'R':
      return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text)
        ? undefined
        : ['ELEMENT-CHARACTER', 'is not a plain decimal number'];
    case 'N0':
      return /^-?\d+$/.test(text) ? undefined : ['ELEMENT-CHARACTER', 'is not a whole number'];
    case 'DT':
      return readDate(text) !== undefined && text.length === 8
        ? undefined
        : ['ELEMENT-DATE', 'is not an existing date, CCYYMMDD'];
    case 'TM':
      return /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{2})?)?$/.test(text)
        ? undefined
        : ['ELEMENT-TIME', 'is not a time, HHMM'];
    default: {
      if (hasControlCharacter(text)) return ['ELEMENT-CHARACTER', 'holds a control character'];
      const { repetition } = segment.separators;
      return repetition !== undefined && text.includes(repetition)
        ? ['ELEMENT-REPEATED', 'holds the repetition separator, and may not be repeated']
        : undefined;
    }
  }
}

function named([code, what]: Wrong, name: string, value: string): Fault {
  return fault(code, `${name} ${what}.`, { value });
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0)) return true;
  }
  return false;
}

/** Sign and point do not count. */
function digitsIn(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits += 1;
  }
  return digits;
}
