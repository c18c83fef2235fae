/** Each inquiry finds its answer, whatever the payer says: benefits, a refusal of the patient, or of the request as a whole. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { exampleInterchange } from '../../examples.ts';
import { type EligibilityInquiry, requestOf } from '../inquiry/inquiry.ts';
import { readEligibilityRequests } from '../inquiry/read.ts';
import { writeEligibilityInquiries } from '../inquiry/write.ts';
import { benefitsIn, rejectionsIn } from './answer.ts';
import { type EligibilityOutcome, outcomesOf } from './match.ts';
import type { EligibilityResponse } from './model.ts';
import { readEligibilityResponses } from './read.ts';
import { refuse, respondTo } from './respond.ts';
import { writeEligibilityResponses } from './write.ts';

const made = { date: '2026-11-22' as IsoDate, time: '1530' };
const inquiry: EligibilityInquiry = {
  traceNumber: 'E1',
  traceOriginator: '9SAMPLE001',
  payer: { organizationName: 'SAMPLE HEALTH PLAN', id: '60054' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'CARL', memberId: 'W000000002' },
  dependent: { lastName: 'TESTER', firstName: 'BEN', birthDate: '2015-03-04' as IsoDate, relationship: '19' },
  serviceDate: '2026-11-16' as IsoDate,
  serviceTypes: ['98'],
};
const request = requestOf(inquiry, made);

/** As it comes over the wire, without a fault. */
function sent(response: EligibilityResponse): EligibilityResponse {
  const bytes = writeEligibilityResponses(exampleInterchange, { responses: [response] });
  const { responses, findings } = readEligibilityResponses(bytes);
  expect(findings).toEqual([]);
  const [read] = responses;
  if (!read) throw new Error('no answer');
  return read;
}

const outcome = (...responses: EligibilityResponse[]): EligibilityOutcome | undefined =>
  outcomesOf(request, responses)[0]?.[1];

const copay = { information: 'B', serviceTypes: ['98'], amount: cents(2500), network: 'Y' };

test('benefits that a payer tells of a patient in a file of ours come back to the inquiry by its number', () => {
  const [own] = readEligibilityRequests(writeEligibilityInquiries(exampleInterchange, [inquiry])).requests;
  if (!own) throw new Error('no request');
  const response = sent(respondTo(own, made, () => ({ benefits: [copay] })));
  const [[, found] = []] = outcomesOf(own, [response]);
  expect(found).toMatchObject({ kind: 'answered', toldBy: 'trace number' });
  const [answer] = found?.kind === 'answered' ? found.answers : [];
  expect(answer && benefitsIn(answer)).toEqual([copay]);
  expect(answer?.dependent).toMatchObject({
    firstName: 'BEN',
    birthDate: '2015-03-04',
    membership: { relationship: '19' },
    traces: [{ type: '2', number: 'E1', originator: '9SAMPLE001' }],
    dates: [{ qualifier: '291', date: '2026-11-16' }],
  });
});

const notFound = { isRequestValid: 'Y', reason: '67', followUp: 'C' };

test('a patient whom the payer does not find has an answer of its own', () => {
  const found = outcome(sent(respondTo(request, made, () => ({ rejections: [notFound] }))));
  const [answer] = found?.kind === 'answered' ? found.answers : [];
  expect(answer && rejectionsIn(answer)).toEqual([{ level: 'dependent', rejection: notFound }]);
});

test.each(['request', 'payer', 'receiver'] as const)(
  'a refusal of the %s answers whoever was asked about',
  (level) => {
    const rejection = { isRequestValid: 'Y', reason: level === 'receiver' ? '50' : '42', followUp: 'R' };
    const found = outcome(sent(refuse(request, made, level, rejection)));
    expect(found?.kind).toBe('refused');
    expect(found?.kind === 'refused' && rejectionsIn(found.answer)).toEqual([{ level, rejection }]);
  },
);

const without = (response: EligibilityResponse, what: RegExp): EligibilityResponse =>
  JSON.parse(JSON.stringify(response).replace(what, '[]'));

test('an answer that repeats no number is told by member ID and birth date, as long as it is the only one', () => {
  const silent = without(
    respondTo(request, made, () => ({ benefits: [copay] })),
    /(?<="traces":)\[\{"type":"2","number":"E1".*?\]/,
  );
  expect(outcome(silent)).toMatchObject({ kind: 'answered', toldBy: 'member' });
  expect(outcome(silent, silent)).toEqual({ kind: 'none' });
});

test('an answer to another inquiry is none, even of the same patient', () => {
  const other = requestOf({ ...inquiry, traceNumber: 'E2' }, made);
  expect(outcome(respondTo(other, made, () => ({ benefits: [copay] })))).toEqual({ kind: 'none' });
  expect(outcome()).toEqual({ kind: 'none' });
});
