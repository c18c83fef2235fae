import { whyOf } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimEvent, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { IN_DOUBT, patientBilledOn, toDo, toSendOrWait, waitsFor, whereOf } from './why.ts';

const learnt = (fact: ClaimFact): ClaimEvent => ({
  id: '1',
  at: '2026-11-22T08:00:00Z' as UtcInstant,
  source: { kind: 'system' },
  fact,
});
const PAYMENT = {
  paymentKey: 'k',
  contentHash: 'h',
  checkNumber: 'CHK1',
  paymentDate: '2026-11-30' as IsoDate,
  payerName: 'Sample Health Plan',
  claimStatusCode: '4',
  payerClaimControlNumber: 'P1',
  charge: cents(18_500),
  paid: cents(0),
  adjustments: [],
};
const money = (change: Partial<ClaimDetail['money']>) =>
  ({
    open: cents(0),
    patientResponsibility: cents(0),
    patientPaid: cents(0),
    ...change,
  }) as ClaimDetail['money'];
/** What is known of a claim to which this was answered. */
const answered = (events: ClaimEvent[], change: Partial<ClaimDetail> = {}) => ({
  status: 'rejected-by-clearinghouse' as const,
  totalCharge: cents(18_500),
  money: money({}),
  patientControlNumber: 'C23456789B',
  claim: exampleClaim,
  events,
  carried: [],
  isNoFurther: false,
  ...change,
});
const REJECTED: ClaimFact = { type: 'clearinghouse-rejected', codes: ['A7:164:IL'], message: 'ID NOT VALID' };

test('a rejection says what is wrong, where in this claim, and what stands there', () => {
  const why = whyOf(answered([learnt({ type: 'queued' }), learnt(REJECTED)]));
  expect(why).toMatchObject({
    said: 'ID NOT VALID',
    advice: [{ id: 'member-unknown', codes: ['A7:164:IL'] }],
  });
  const [advice] = why?.advice ?? [];
  expect(advice && whereOf(advice, exampleClaim)[0]).toEqual({
    path: 'coverage.memberId',
    label: 'Member ID',
    value: exampleClaim.coverage.memberId,
  });
});

test.each(['earlier-payers', 'contract'] as const)(
  'as long as anything is open nobody reads that it is settled (%s)',
  (id) => {
    const settled = { id, advice: 'Nothing is to be done.' } as const;
    expect(toDo(settled, { money: money({ open: cents(18_500) }) })).toBeUndefined();
    expect(toDo(settled, { money: money({}) })).toBe(settled.advice);
    // What is open of it the first payer refused.
    expect(toDo(settled, { money: money({ open: cents(2_000) }) })).toBeUndefined();
    const other = { id: 'authorization', advice: 'Add it.' } as never;
    expect(toDo(other, { money: money({ open: cents(18_500) }) })).toBe('Add it.');
  },
);

test('the patient is billed for what is left of the share, and not for what is paid', () => {
  const share = { id: 'patient-share', advice: 'Bill the patient.' } as const;
  const owed = { patientResponsibility: cents(4_000), patientPaid: cents(1_000) };
  expect(toDo(share, { money: money(owed) })).toBe('Bill the patient.');
  const paid = { ...owed, patientPaid: cents(5_000) };
  expect(toDo(share, { money: money(paid) })).toBeUndefined();
});

test('a claim that the clearinghouse has only received does not wait for the payer yet', () => {
  const status = 'at-clearinghouse';
  const received = learnt({ type: 'clearinghouse-received' } as ClaimFact);
  expect(waitsFor({ status, events: [received] })).toBe(
    'The clearinghouse has received it, and has not accepted it yet.',
  );
  const accepted = learnt({ type: 'clearinghouse-accepted' } as ClaimFact);
  expect(waitsFor({ status, events: [received, accepted] })).toBeUndefined();
  expect(waitsFor({ status: 'with-payer', events: [received] })).toBeUndefined();
});

const [LINE] = exampleClaim.serviceLines;
if (!LINE) throw new Error('the example has no line');
const sentLine = (procedureCode: string, modifiers: string[]) => ({
  ...LINE,
  procedureCode,
  modifiers,
  chargeAmount: cents(9_600),
});
const TWO_LINES = {
  patientControlNumber: 'C23456789B',
  claim: { ...exampleClaim, serviceLines: [sentLine('99214', ['25']), sentLine('97110', ['GP', '59'])] },
};
const ADVICE = {
  id: undefined,
  what: '',
  advice: '',
  remedy: 'correct',
  codes: [],
  amount: cents(0),
  lines: [],
  fields: ['serviceLines.*.modifiers', 'coverage.memberId', 'supervisingProvider.npi'],
} as const;
const labels = (places: readonly { label: string }[]) => places.map(({ label }) => label);

test('a place in a line is named where there is one line, or it is known which; of several nothing tells', () => {
  const { claim } = TWO_LINES;
  const ofOne = { ...claim, serviceLines: claim.serviceLines.slice(0, 1) };
  expect(labels(whereOf(ADVICE, ofOne))).toEqual(['Line 1, modifiers', 'Member ID']);
  expect(labels(whereOf(ADVICE, claim))).toEqual(['Member ID']);
  expect(whereOf({ ...ADVICE, lines: [1] }, claim)[0]).toEqual({
    path: 'serviceLines.1.modifiers',
    label: 'Line 2, modifiers',
    value: 'GP 59',
  });
});

test('a cause without a place in a line says of which lines it speaks, unless it is all of them', () => {
  const advice = { ...ADVICE, fields: [] };
  expect(whereOf({ ...advice, lines: [1] }, TWO_LINES.claim)).toEqual([
    { path: 'serviceLines.1', label: 'Line 2', value: '97110' },
  ]);
  expect(whereOf({ ...advice, lines: [0, 1] }, TWO_LINES.claim)).toEqual([]);
});

test('what a payment says of a line is advice on that line, though the payer dropped its modifiers and bundled it', () => {
  const refused = { group: 'CO', reason: '4', amount: cents(9_600) };
  const paid = { ...PAYMENT, charge: cents(19_200), adjustments: [refused] };
  const lines = [
    {
      procedureCode: '99214',
      modifiers: [],
      charge: cents(9_600),
      paid: cents(9_600),
      adjustments: [],
      remarkCodes: [],
    },
    {
      procedureCode: '97530',
      modifiers: [],
      submittedProcedureCode: '97110',
      charge: cents(9_600),
      paid: cents(0),
      adjustments: [refused],
      remarkCodes: [],
    },
  ];
  const why = whyOf(
    answered([learnt({ type: 'payment', payment: { ...paid, lines } })], {
      ...TWO_LINES,
      status: 'partly-paid',
      totalCharge: cents(19_200),
    }),
  );
  expect(why?.advice).toMatchObject([{ codes: ['CO-4'], lines: [1] }]);
  const [advice] = why?.advice ?? [];
  expect(advice && whereOf(advice, TWO_LINES.claim)).toContainEqual({
    path: 'serviceLines.1.modifiers',
    label: 'Line 2, modifiers',
    value: 'GP 59',
  });
});

test('the patient is billed for what the last payment left, not for an earlier one', () => {
  const paid = learnt({ type: 'payment', payment: PAYMENT });
  const billed = learnt({ type: 'patient-billed', amount: cents(2_148) });
  expect(patientBilledOn([paid])).toBeUndefined();
  expect(patientBilledOn([paid, billed])).toBe(billed.at);
  expect(patientBilledOn([paid, billed, paid])).toBeUndefined();
});

const unknownTo = (events: ClaimEvent[]) => ({
  status: 'unknown' as const,
  money: money({}),
  events,
  silence: null,
  payerName: 'Sample Health Plan',
  clearinghouse: 'Office Ally',
});

test.each([
  ['payer', 'asks', 'Send what is asked for to Sample Health Plan'],
  ['clearinghouse', 'asks', 'Send what is asked for to Office Ally'],
  ['payer', 'unpaid', 'Wait for the remittance'],
] as const)(
  'where the %s has the claim (%s) it is said what is wanted, and not to send it again',
  (by, theyHaveIt, words) => {
    const events = [learnt({ type: 'unclear', message: 'invented', by, theyHaveIt })];
    expect(toSendOrWait(unknownTo(events))).toContain(words);
  },
);

test.each(['payer', 'clearinghouse'] as const)(
  'where the answer of the %s leaves open whether they have it, they are asked, and it is sent again where they don’t',
  (by) => {
    const events = [learnt({ type: 'unclear', message: 'invented', by })];
    expect(toSendOrWait(unknownTo(events))).toBe(IN_DOUBT);
  },
);
