/** The faults of envelopes: how bad each is, how a TA1 or 999 would name it, and what helps. Codes of notes: X12 TA105, AK905, IK502. */
import type { Fault } from './findings.ts';

const interchange = (code: string) => ({ segment: 'TA1', code }) as const;
const group = (code: string) => ({ segment: 'AK9', code }) as const;
const set = (code: string) => ({ segment: 'IK5', code }) as const;

const COUNT_FIX = 'Write the counted number, unless something was lost on the way.';
const TRAILER_FIX = 'Ask the sender for the file again: it may have been cut off.';
const TRAILER_ALONE_FIX = 'Look for the header that got lost before it, or take the trailer out.';
const NUMBER_FIX = 'Repeat the control number of the header, unless two files were mixed.';
const REPEATED_FIX = 'Give each its own control number, unless it was put in twice.';

const FAULTS = {
  'ISA12-VERSION': {
    message: 'ISA12 is not 00501, the version of 5010.',
    fix: 'Write 00501, if the file is of version 5010.',
    severity: 'warning',
    acknowledgement: interchange('017'),
  },
  'ISA13-REPEATED': {
    message: 'Another interchange of this sender in this file has the same control number.',
    acknowledgement: interchange('025'),
    fix: REPEATED_FIX,
  },
  'IEA-MISSING': {
    message: 'This interchange has no IEA.',
    acknowledgement: interchange('023'),
    fix: TRAILER_FIX,
  },
  'IEA-UNEXPECTED': {
    message: 'This trailer (IEA) closes no interchange: no ISA is open.',
    acknowledgement: interchange('022'),
    fix: TRAILER_ALONE_FIX,
  },
  'IEA01-COUNT': {
    message: 'IEA01 is not the number of groups.',
    acknowledgement: interchange('021'),
    fix: COUNT_FIX,
  },
  'IEA02-CONTROL': {
    message: 'IEA02 does not repeat ISA13.',
    acknowledgement: interchange('001'),
    fix: NUMBER_FIX,
  },
  'GS-MISSING': {
    message: 'This transaction set stands in no group: its GS is missing.',
    acknowledgement: interchange('024'),
    fix: 'Put a GS before it, or ask the sender for the file again.',
  },
  'GS06-REPEATED': {
    message: 'Another group of this interchange has the same control number.',
    acknowledgement: group('19'),
    fix: REPEATED_FIX,
  },
  'GE-MISSING': { message: 'This group has no GE.', acknowledgement: group('3'), fix: TRAILER_FIX },
  'GE-UNEXPECTED': {
    message: 'This trailer (GE) closes no group: no GS is open.',
    acknowledgement: interchange('024'),
    fix: TRAILER_ALONE_FIX,
  },
  'GE01-COUNT': {
    message: 'GE01 is not the number of transaction sets.',
    acknowledgement: group('5'),
    fix: COUNT_FIX,
  },
  'GE02-CONTROL': {
    message: 'GE02 does not repeat GS06.',
    acknowledgement: group('4'),
    fix: NUMBER_FIX,
  },
  'ST01-GROUP': {
    message: 'ST01 is another kind of transaction than GS01 announces.',
    acknowledgement: set('18'),
    fix: 'Correct GS01, or put the set into a group of its kind.',
  },
  'ST02-REPEATED': {
    message: 'Another set of this group has the same control number.',
    acknowledgement: set('23'),
    fix: REPEATED_FIX,
  },
  'ST03-VERSION': {
    message: 'ST03 differs from GS08; both name the version of the guide.',
    snip: 2,
    acknowledgement: set('19'),
    fix: 'Write the same version in both.',
  },
  'SE-MISSING': {
    message: 'This transaction set has no SE.',
    acknowledgement: set('2'),
    fix: TRAILER_FIX,
  },
  'SE-UNEXPECTED': {
    message: 'This trailer (SE) closes no transaction set: no ST is open.',
    acknowledgement: interchange('024'),
    fix: TRAILER_ALONE_FIX,
  },
  'SE01-COUNT': {
    message: 'SE01 is not the number of segments.',
    acknowledgement: set('4'),
    fix: COUNT_FIX,
  },
  'SE02-CONTROL': {
    message: 'SE02 does not repeat ST02.',
    acknowledgement: set('3'),
    fix: NUMBER_FIX,
  },
  'SEGMENT-OUTSIDE': {
    message: 'From this segment on text stands outside a transaction set (ST to SE).',
    severity: 'warning',
    acknowledgement: interchange('024'),
    fix: 'Look for an ST that got lost before it, or take it out.',
  },
} as const satisfies Readonly<Record<string, Omit<Fault, 'code'>>>;

export type EnvelopeFaultCode = keyof typeof FAULTS;

export function envelopeFault(
  code: EnvelopeFaultCode,
  detail: Pick<Fault, 'value' | 'expected'> = {},
): Fault {
  const { message } = FAULTS[code];
  const sums = isTrailerFault(code) ? comparison(detail) : '';
  return { code, ...FAULTS[code], message: `${message.slice(0, -1)}${sums}.`, ...detail };
}

const isTrailerFault = (code: EnvelopeFaultCode) => code.endsWith('-COUNT') || code.endsWith('-CONTROL');

/** Both numbers, where they are numbers: whatever else stands in a trailer is no matter for a message. */
function comparison({ value = '', expected = '' }: Pick<Fault, 'value' | 'expected'>): string {
  if (!isNumber(expected)) return '';
  return `: it ${isNumber(value) ? `says ${value}` : 'is no number'}, and should say ${expected}`;
}

const isNumber = (text: string) => /^\d{1,10}$/.test(text);
