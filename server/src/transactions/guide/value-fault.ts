/** What is wrong with the value of one element: its characters, length, code or shape. */
import { type Fault, readDate, type Segment } from '../../x12/index.ts';
import type { ElementPlan } from './element-plan.ts';
import { type FaultCode, fault, placeName } from './faults.ts';
import type { ElementType, Shape } from './rules.ts';

/** The first fault of a value that is there; undefined when it is as the plan wants. `c` is the place of a component. */
export function valueFault(
  segment: Segment,
  plan: ElementPlan,
  text: string,
  n: number,
  c?: number,
): Fault | undefined {
  const { type, codes, min, max, shape } = plan;
  if (plan.isUnused) {
    const message = `${placeName(segment.id, n, c)} has a value, and the guide does not use it.`;
    return fault('ELEMENT-NOT-USED', message, { value: text });
  }
  if (codes !== undefined) {
    if (text === plan.onlyCode || codes.has(text)) return undefined;
    return codeFault(codes, text, placeName(segment.id, n, c));
  }
  const wrong = characterFault(type, text, segment);
  if (wrong) return fault(wrong.code, `${placeName(segment.id, n, c)} ${wrong.what}.`, { value: text });
  const length = type === 'R' || type === 'N0' ? digitsIn(text) : text.length;
  if (length < min || length > max) return lengthFault(plan, text, length, placeName(segment.id, n, c));
  if (shape === undefined) return undefined;
  const misshapen = shape.fault(text, segment, n);
  return misshapen === undefined
    ? undefined
    : shapeFault(shape, text, `${placeName(segment.id, n, c)}: ${misshapen}`);
}

function codeFault(codes: ReadonlySet<string>, text: string, name: string): Fault {
  const list = [...codes];
  const expected = list.length > 12 ? `one of ${list.length} codes` : list.join(', ');
  if (codes.has(text.toUpperCase())) {
    return fault('ELEMENT-CODE', `${name} has a code in lower case.`, {
      value: text,
      expected,
      severity: 'warning',
      fix: 'Write it in capitals.',
    });
  }
  return fault('ELEMENT-CODE', `${name} has a code that is not allowed here. Allowed: ${expected}.`, {
    value: text,
    expected,
  });
}

function lengthFault({ min, max }: ElementPlan, value: string, length: number, name: string): Fault {
  const code = length < min ? 'ELEMENT-SHORT' : 'ELEMENT-LONG';
  const expected = min === max ? `${min} characters` : `${min} to ${max} characters`;
  return fault(code, `${name} has ${length} characters; ${expected} are allowed.`, { value, expected });
}

function shapeFault(
  { code, snip, acknowledgement = '7', severity, fix }: Shape,
  value: string,
  message: string,
): Fault {
  return {
    code,
    snip: typeof snip === 'number' ? snip : snip(value),
    message,
    value,
    acknowledgement: { segment: 'IK4', code: acknowledgement },
    ...(severity ? { severity } : {}),
    fix,
  };
}

interface Wrong {
  readonly code: FaultCode;
  readonly what: string;
}

const NO_DECIMAL: Wrong = { code: 'ELEMENT-CHARACTER', what: 'is not a plain decimal number' };
const NO_WHOLE_NUMBER: Wrong = { code: 'ELEMENT-CHARACTER', what: 'is not a whole number' };
const NO_DATE: Wrong = { code: 'ELEMENT-DATE', what: 'is not an existing date, CCYYMMDD' };
const NO_TIME: Wrong = { code: 'ELEMENT-TIME', what: 'is not a time, HHMM' };
const CONTROL: Wrong = { code: 'ELEMENT-CHARACTER', what: 'holds a control character' };
const REPEATED: Wrong = {
  code: 'ELEMENT-REPEATED',
  what: 'holds the repetition separator, and may not be repeated',
};

function characterFault(type: ElementType, text: string, segment: Segment): Wrong | undefined {
  switch (type) {
    case 'R':
      return isDecimal(text, 1) ? undefined : NO_DECIMAL;
    case 'N0':
      return isDecimal(text, 0) ? undefined : NO_WHOLE_NUMBER;
    case 'DT':
      return text.length === 8 && readDate(text) !== undefined ? undefined : NO_DATE;
    case 'TM':
      return /^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{2})?)?$/.test(text) ? undefined : NO_TIME;
    default: {
      if (segment.isPlain) return undefined;
      if (hasControlCharacter(text)) return CONTROL;
      const { repetition } = segment.separators;
      return repetition !== undefined && text.includes(repetition) ? REPEATED : undefined;
    }
  }
}

/** Digits, a minus before them or none, and at most so many points among them. */
function isDecimal(text: string, mostPoints: number): boolean {
  let digits = 0;
  let points = 0;
  for (let at = text.charCodeAt(0) === MINUS ? 1 : 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === POINT) points += 1;
    else if (unit >= ZERO && unit <= NINE) digits += 1;
    else return false;
  }
  return digits > 0 && points <= mostPoints;
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

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
    if (unit >= ZERO && unit <= NINE) digits += 1;
  }
  return digits;
}
