/** What each element of ISA, GS and ST must look like, as far as the envelope itself says. */
import { readDate, readShortDate } from './dates.ts';
import type { AcknowledgementCode } from './finding.ts';
import { type FindingList, locationOf } from './findings.ts';
import type { Segment } from './segment.ts';

interface ElementRule {
  readonly element: number;
  /** Whether a text, without blanks at its ends, will do. */
  readonly accepts: (text: string, segment: Segment) => boolean;
  readonly expected: string;
  readonly acknowledgement: AcknowledgementCode;
  readonly severity?: 'warning';
}

const interchange = (code: string): AcknowledgementCode => ({ segment: 'TA1', code });
const group = (code: string): AcknowledgementCode => ({ segment: 'AK9', code });
const set = (code: string): AcknowledgementCode => ({ segment: 'IK5', code });
/** An AK9 has no code for these: the group is bad content of its interchange. */
const BAD_GROUP = interchange('024');

const oneOf =
  (...codes: string[]) =>
  (text: string) =>
    codes.includes(text);
const isGiven = (text: string) => text !== '';
const like = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Of senders and receivers: DUNS, FEIN, HIPAA identifiers and the like, or mutually defined. */
const isPartyQualifier = oneOf('01', '14', '20', '27', '28', '29', '30', '33', 'ZZ');
const PARTY_QUALIFIERS = '01, 14, 20, 27, 28, 29, 30, 33 or ZZ';

const RULES: Readonly<Record<string, readonly ElementRule[]>> = {
  ISA: [
    { element: 1, accepts: oneOf('00', '03'), expected: '00 or 03', acknowledgement: interchange('010') },
    { element: 3, accepts: oneOf('00', '01'), expected: '00 or 01', acknowledgement: interchange('012') },
    {
      element: 5,
      accepts: isPartyQualifier,
      expected: PARTY_QUALIFIERS,
      acknowledgement: interchange('005'),
    },
    { element: 6, accepts: isGiven, expected: "the sender's id", acknowledgement: interchange('006') },
    {
      element: 7,
      accepts: isPartyQualifier,
      expected: PARTY_QUALIFIERS,
      acknowledgement: interchange('007'),
    },
    { element: 8, accepts: isGiven, expected: "the receiver's id", acknowledgement: interchange('008') },
    {
      element: 9,
      accepts: (text) => readShortDate(text) !== undefined,
      expected: 'an existing date, YYMMDD',
      acknowledgement: interchange('014'),
    },
    {
      element: 10,
      accepts: like(/^([01]\d|2[0-3])[0-5]\d$/),
      expected: 'a time, HHMM',
      acknowledgement: interchange('015'),
    },
    {
      element: 11,
      // Before version 5010 it was no separator.
      accepts: (_, segment) => segment.separators.repetition !== undefined || segment.element(12) < '00501',
      expected: 'a character that is no letter, digit or blank',
      acknowledgement: interchange('016'),
      severity: 'warning',
    },
    { element: 13, accepts: like(/^\d{1,9}$/), expected: '9 digits', acknowledgement: interchange('018') },
    { element: 14, accepts: oneOf('0', '1'), expected: '0 or 1', acknowledgement: interchange('019') },
    { element: 15, accepts: oneOf('P', 'T'), expected: 'P or T', acknowledgement: interchange('020') },
  ],
  GS: [
    { element: 1, accepts: like(/^[A-Z]{2}$/), expected: 'two letters', acknowledgement: group('1') },
    { element: 2, accepts: isGiven, expected: "the sender's id", acknowledgement: BAD_GROUP },
    { element: 3, accepts: isGiven, expected: "the receiver's id", acknowledgement: BAD_GROUP },
    {
      element: 4,
      accepts: (text) => text.length === 8 && readDate(text) !== undefined,
      expected: 'an existing date, CCYYMMDD',
      acknowledgement: BAD_GROUP,
    },
    {
      element: 5,
      accepts: like(/^([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?$/),
      expected: 'a time, HHMM to HHMMSSDD',
      acknowledgement: BAD_GROUP,
    },
    { element: 6, accepts: like(/^\d{1,9}$/), expected: '1 to 9 digits', acknowledgement: group('6') },
    {
      element: 6,
      accepts: like(/^(?!0\d)/),
      expected: 'a number without leading zeros',
      acknowledgement: group('6'),
      severity: 'warning',
    },
    { element: 7, accepts: oneOf('X'), expected: 'X', acknowledgement: BAD_GROUP },
    { element: 8, accepts: isGiven, expected: 'a version', acknowledgement: group('2') },
  ],
  ST: [
    { element: 1, accepts: like(/^\d{3}$/), expected: '3 digits', acknowledgement: set('6') },
    { element: 2, accepts: like(/^.{4,9}$/), expected: '4 to 9 characters', acknowledgement: set('7') },
  ],
};

/** Reports what is wrong with the elements of an ISA, GS or ST, each by itself: `GS05-VALUE`. */
export function checkEnvelopeElements(segment: Segment, findings: FindingList): void {
  for (const { element, accepts, expected, acknowledgement, severity = 'error' } of RULES[segment.id] ?? []) {
    const value = segment.element(element);
    if (accepts(value, segment)) continue;
    const name = `${segment.id}${String(element).padStart(2, '0')}`;
    findings.add(locationOf(segment, '', element), {
      code: `${name}-VALUE`,
      message: value === '' ? `${name} is required and empty: ${expected}.` : `${name} must be ${expected}.`,
      severity,
      acknowledgement,
      value,
      expected,
      fix: 'Correct it, or the settings that it comes from.',
    });
  }
}
