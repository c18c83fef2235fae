import { expect, test } from 'vitest';
import type { ClaimDetail } from '../api/index.ts';
import { exampleClaim } from '../examples/index.ts';
import type { ClaimEvent, ClaimFact, ClaimPaymentFact } from '../lifecycle/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { inWords, whyOf, whyRefused } from './why.ts';

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

test('a later answer that says the same without a code takes no reason away', () => {
  const again: ClaimFact = { type: 'clearinghouse-rejected', codes: [], message: 'NOT VALID' };
  expect(whyOf(answered([learnt(REJECTED), learnt(again)]))).toMatchObject({
    said: 'NOT VALID',
    advice: [{ id: 'member-unknown' }],
    codes: ['A7:164:IL'],
  });
});

test('the latest answer counts', () => {
  const held: ClaimFact = { type: 'clearinghouse-pended', codes: ['A1:97'], message: 'HELD' };
  expect(whyOf(answered([learnt(REJECTED), learnt(held)]))?.said).toBe('HELD');
});

test('where a claim was rejected and accepted, and nobody knows which came last, it is asked about before anything is mended', () => {
  const accepted: ClaimFact = { type: 'clearinghouse-accepted' };
  const why = whyOf(answered([learnt(REJECTED), learnt(accepted)]));
  expect(why).toMatchObject({ advice: [], codes: ['A7:164:IL'] });
  expect(why?.said).toMatch(
    /^It was both rejected and accepted.*Ask the clearinghouse.*The rejection says: ID NOT VALID$/,
  );
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

test('a remark of the line tells what its reason leaves open', () => {
  const adjustment = { group: 'CO', reason: '16', amount: cents(18_500) };
  const payment: ClaimFact = {
    type: 'payment',
    payment: {
      ...PAYMENT,
      charge: cents(18_500),
      paid: cents(0),
      adjustments: [adjustment],
      lines: [
        {
          procedureCode: '99214',
          modifiers: [],
          charge: cents(18_500),
          paid: cents(0),
          adjustments: [adjustment],
          remarkCodes: ['N290'],
        },
      ],
    },
  };
  expect(whyOf(answered([learnt(payment)], { status: 'denied' }))).toMatchObject({
    advice: [{ id: 'rendering-provider', amount: 18_500 }],
    codes: ['CO-16', 'N290'],
  });
});

const lineOf = (place: number, reason: string, amount: number, remarkCodes: string[] = []) => ({
  lineControlNumber: `C23456789BL${place + 1}`,
  procedureCode: place === 0 ? '99214' : '97110',
  modifiers: [],
  charge: cents(9_600),
  paid: cents(9_600 - amount),
  adjustments: [{ group: 'CO', reason, amount: cents(amount) }],
  remarkCodes,
});
const ofLines = (lines: ReturnType<typeof lineOf>[], remarkCodes: string[]): ClaimEvent =>
  learnt({
    type: 'payment',
    payment: {
      ...PAYMENT,
      charge: cents(19_200),
      adjustments: lines.flatMap(({ adjustments }) => adjustments),
      lines,
      remarkCodes,
    },
  });
const ofTwoLines = { ...TWO_LINES, status: 'denied' as const, totalCharge: cents(19_200) };

test('a remark of the claim tells what the reasons of its lines leave open, but for a line with a remark of its own', () => {
  const lines = [lineOf(0, '16', 9_600), lineOf(1, '16', 9_600, ['N265'])];
  const why = whyOf(answered([ofLines(lines, ['N290', 'MA130'])], ofTwoLines));
  expect(why?.advice).toMatchObject([
    { id: 'rendering-provider', codes: ['CO-16', 'N290'], lines: [0] },
    { id: 'referring-provider', codes: ['CO-16', 'N265'], lines: [1] },
  ]);
  expect(why?.codes).toEqual(['CO-16', 'N290', 'MA130', 'N265']);
});

test('every code that was received is listed, also a remark that stands beside no reason', () => {
  const bare = { ...lineOf(0, '45', 0, ['N782']), adjustments: [] };
  const lines = [bare, lineOf(1, '197', 9_600, ['M62'])];
  expect(whyOf(answered([ofLines(lines, ['MA01'])], ofTwoLines))?.codes).toEqual([
    'CO-197',
    'M62',
    'MA01',
    'N782',
  ]);
});

test('without an answer nothing is said', () => {
  expect(whyOf(answered([learnt({ type: 'queued' })], { status: 'queued' }))).toBeUndefined();
});

const decided = (id: string, change: Partial<ClaimPaymentFact>): ClaimEvent => ({
  ...learnt({ type: 'payment', payment: { ...PAYMENT, contentHash: id, ...change } }),
  id,
});
const refusedFor = (reason: string) => [{ group: 'CO', reason, amount: cents(18_500) }];
const idsOf = (events: ClaimEvent[], status: ClaimDetail['status']) =>
  whyOf(answered(events, { status }))?.advice.map(({ id }) => id);

test('of a decided claim its decision speaks, in whatever order the answers were read', () => {
  const denial = decided('a', { adjustments: refusedFor('197') });
  const pended = learnt({ type: 'clearinghouse-pended', codes: ['A1:97'], message: 'HELD' });
  const orders = [
    [denial, pended, learnt(REJECTED)],
    [learnt(REJECTED), pended, denial],
  ];
  for (const events of orders) expect(idsOf(events, 'denied')).toEqual(['no-authorization']);
});

test('a later denial speaks in place of an earlier one that was learnt after it', () => {
  const first = decided('a', { adjustments: refusedFor('197'), paymentDate: '2026-11-01' as IsoDate });
  const second = decided('b', { adjustments: refusedFor('29'), paymentDate: '2026-11-20' as IsoDate });
  for (const events of [
    [first, second],
    [second, first],
  ])
    expect(idsOf(events, 'denied')).toEqual(['filed-late']);
});

test('a late denial for a duplicate does not speak for a claim that is paid', () => {
  const paid = decided('a', {
    claimStatusCode: '1',
    paid: cents(14_500),
    adjustments: [{ group: 'PR', reason: '1', amount: cents(4_000) }],
  });
  const duplicate = decided('b', { adjustments: refusedFor('18'), paymentDate: '2026-12-05' as IsoDate });
  for (const events of [
    [paid, duplicate],
    [duplicate, paid],
  ])
    expect(idsOf(events, 'partly-paid')).toEqual(['patient-share']);
});

const adjust = (group: string, reason: string, amount: number) => ({ group, reason, amount: cents(amount) });
const sentOn = decided('a', {
  claimStatusCode: '19',
  payerName: 'First Plan',
  paid: cents(10_000),
  adjustments: [
    adjust('CO', '45', 1_500),
    adjust('CO', '97', 2_000),
    adjust('PR', '2', 4_000),
    adjust('PR', '204', 1_000),
  ],
});
const byNext = (paid: number, ...rest: ReturnType<typeof adjust>[]) =>
  decided('b', {
    claimStatusCode: '2',
    payerName: 'Second Plan',
    payerClaimControlNumber: 'S1',
    paymentDate: '2026-12-05' as IsoDate,
    paid: cents(paid),
    adjustments: [adjust('OA', '23', 11_500), ...rest],
  });

test('what the first payer refused is told after the one has paid that it sent the claim on to, as long as it is open', () => {
  const events = [sentOn, byNext(5_000)];
  const open = { status: 'partly-paid' as const, money: money({ open: cents(2_000) }) };
  expect(whyOf(answered(events, open))).toMatchObject({
    advice: [{ id: 'bundled', amount: 2_000, payerBefore: 'First Plan' }],
    codes: ['CO-45', 'CO-97', 'PR-2', 'PR-204', 'OA-23'],
  });
  expect(whyOf(answered(events, { ...open, money: money({}) }))).toMatchObject({
    advice: [{ id: 'earlier-payers' }],
    codes: ['OA-23'],
  });
  const left = { isNextToBill: true, leftAtNext: cents(2_000) };
  expect(whyOf(answered(events, { ...open, ...left }))?.advice).toMatchObject([{ id: 'earlier-payers' }]);
});

test('and beside what the second one left to the patient, or refused for the same reason', () => {
  const toldOf = (...rest: ReturnType<typeof adjust>[]) =>
    whyOf(
      answered([sentOn, byNext(4_000, ...rest)], {
        status: 'partly-paid',
        money: money({ open: cents(2_000) }),
      }),
    )?.advice.map(({ id, payerBefore }) => [id, payerBefore]);
  expect(toldOf(adjust('PR', '2', 1_000))).toEqual([
    ['bundled', 'First Plan'],
    ['patient-share', undefined],
  ]);
  expect(toldOf(adjust('CO', '97', 1_000))).toEqual([
    ['bundled', 'First Plan'],
    ['bundled', undefined],
  ]);
});

test('where a payer wants another insurance first that has decided, it is to be shown that decision', () => {
  const paid = decided('a', { claimStatusCode: '19', payerName: 'First Plan', paid: cents(10_000) });
  const refusing = decided('b', { payerName: 'Second Plan', adjustments: refusedFor('22') });
  expect(idsOf([refusing], 'denied')).toEqual(['other-payer-first']);
  expect(idsOf([paid, refusing], 'denied')).toEqual(['other-payer-decided']);
  const billedBefore = (payments: ClaimPaymentFact[]) =>
    whyOf(
      answered([refusing], {
        status: 'denied',
        payersBefore: [{ payments, refused: cents(0) }] as unknown as ClaimDetail['payersBefore'],
      }),
    )?.advice.map(({ id }) => id);
  if (paid.fact.type !== 'payment' || refusing.fact.type !== 'payment') throw new Error('no payments');
  expect(billedBefore([paid.fact.payment])).toEqual(['other-payer-decided']);
  // The one before has not decided it as its own either.
  expect(billedBefore([refusing.fact.payment])).toEqual(['other-payer-first']);
});

test('what raises a payment asks for nothing', () => {
  const raised = decided('a', {
    claimStatusCode: '1',
    paid: cents(17_500),
    adjustments: [adjust('CO', '45', 1_500), adjust('CO', '144', -500)],
  });
  expect(idsOf([raised], 'paid')).toEqual(['contract']);
});

test('of what was refused neither the contract nor the share of the patient is a reason', () => {
  if (sentOn.fact.type !== 'payment') throw new Error('no payment');
  expect(whyRefused([sentOn.fact.payment], TWO_LINES).map(inWords)).toEqual([
    'The payer counts the service as part of another one (CO-97)',
  ]);
});

test('of a payment that was taken back nothing is advised, whichever was learnt first: its reasons went with it', () => {
  const share = { group: 'PR', reason: '3', amount: cents(2_000) };
  const contract = { group: 'CO', reason: '45', amount: cents(6_500) };
  const paid = decided('a', { claimStatusCode: '1', paid: cents(10_000), adjustments: [share, contract] });
  const back = decided('b', {
    claimStatusCode: '22',
    charge: cents(-18_500),
    paid: cents(-10_000),
    paymentDate: '2026-12-05' as IsoDate,
    adjustments: [share, contract].map((each) => ({ ...each, amount: cents(-each.amount) })),
    remarkCodes: ['N469'],
  });
  for (const events of [
    [paid, back],
    [back, paid],
  ])
    expect(whyOf(answered(events, { status: 'reversed' }))).toEqual({
      said: '',
      advice: [],
      codes: ['PR-3', 'N469', 'CO-45'],
    });
});

test.each([
  [false, /come to \$185\.00 more than the charge.*taken back in the timeline.*say so under “Paid too much”/],
  [true, /paid \$185\.00 more than the charge, and all of it is this claim’s.*“Money given back”/],
])(
  'of a claim with more money than its charge (looked at: %s) it is said by how much, and what the ways out are',
  (isSure, said) => {
    const paid = decided('a', { claimStatusCode: '1', paid: cents(18_500), adjustments: refusedFor('45') });
    const overpayment = { amount: cents(18_500), isSure, payments: [] };
    const why = whyOf({ ...answered([paid], { status: 'unknown' }), overpayment });
    expect(why).toMatchObject({ advice: [], said: expect.stringMatching(said) });
  },
);
