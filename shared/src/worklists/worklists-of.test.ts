import { expect, test } from 'vitest';
import type { Claim } from '../claim/index.ts';
import { exampleClaim } from '../examples/index.ts';
import {
  type AppealOutcome,
  type ClaimEvent,
  type ClaimFact,
  foldClaim,
  type LinePaymentFact,
} from '../lifecycle/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { isToFile, type WorkedClaim, worklistsOf } from './index.ts';

/** $281.00: 99214-25 $185.00, 97110-GP two units $96.00, both on 2026-11-16. */
const CLAIM: Claim = exampleClaim;
const CHARGE = cents(28_100);

const events = (claim: string, facts: readonly ClaimFact[]): ClaimEvent[] =>
  facts.map((fact, i) => ({
    id: `${claim}-${i}`,
    at: `2026-12-0${i + 1}T10:00:00.000Z` as UtcInstant,
    source: { kind: 'system' },
    fact,
  }));
const FOLLOWED: ClaimFact = {
  type: 'followed',
  how: 'next-payer',
  claimId: 'second',
  patientControlNumber: 'C2',
};

function worked(facts: readonly ClaimFact[], more: Partial<WorkedClaim> = {}) {
  const own = events('C1', facts);
  return worklistsOf({
    patientControlNumber: 'C000000001',
    claim: CLAIM,
    events: own,
    state: foldClaim(CHARGE, own),
    isFollowed: false,
    ...more,
  });
}
const lists = (...given: Parameters<typeof worked>) => worked(...given).map(({ list }) => list);

const queued: ClaimFact = { type: 'queued' };
const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'OATEST_837P_1.txt' };
const rejected: ClaimFact = { type: 'payer-rejected', codes: ['A7:562'], message: 'invented' };
const pended: ClaimFact = { type: 'clearinghouse-pended', codes: [], message: 'invented' };
const silent: ClaimFact = { type: 'silent', awaited: 'file-acknowledgement' };
const closed: ClaimFact = { type: 'closed', reason: 'invented' };
const paidByPatient = (amount: number): ClaimFact => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-12-03' as IsoDate,
  method: 'card',
});
const writtenOff = (amount: number): ClaimFact => ({
  type: 'written-off',
  amount: cents(amount),
  of: 'payer',
  reason: 'other',
});

/** What was paid, written off, left to the patient, and refused, of $281.00. */
function payment(parts: { paid: number; off?: number; patient?: number; refused?: number; status?: string }) {
  const { paid, off = 0, patient = 0, refused = 0, status = '1' } = parts;
  const adjustments = [
    { group: 'CO', reason: '45', amount: cents(off) },
    { group: 'PR', reason: '3', amount: cents(patient) },
    { group: 'CO', reason: '97', amount: cents(refused) },
  ].filter(({ amount }) => amount !== 0);
  const line: LinePaymentFact = {
    procedureCode: '99214',
    modifiers: ['25'],
    charge: cents(18_500),
    paid: cents(paid),
    adjustments,
    remarkCodes: [],
  };
  return {
    type: 'payment',
    payment: {
      paymentKey: 'k',
      contentHash: `${paid}`,
      checkNumber: 'CHK1',
      paymentDate: '2026-11-30' as IsoDate,
      payerName: 'Sample Health Plan',
      claimStatusCode: status,
      payerClaimControlNumber: 'P1',
      charge: CHARGE,
      paid: cents(paid),
      adjustments,
      lines: [line],
    },
  } satisfies ClaimFact;
}
const inFull = payment({ paid: 20_000, off: 8_100 });
const copay = payment({ paid: 20_000, off: 5_600, patient: 2_500 });
const partly = payment({ paid: 20_000, off: 5_100, refused: 3_000 });
const denied = payment({ paid: 0, refused: 28_100, status: '4' });
const offAll = payment({ paid: 0, off: 28_100 });
const capitated: ClaimFact = {
  ...offAll,
  payment: { ...offAll.payment, adjustments: [{ group: 'CO', reason: '24', amount: CHARGE }] },
};
const deniedToPatient = payment({ paid: 0, patient: 28_100, status: '4' });
const billed: ClaimFact = { type: 'patient-billed', amount: cents(2_500) };
const appealed: ClaimFact = { type: 'appealed', sentOn: '2026-12-03' as IsoDate };

const deniedAgain: ClaimFact = {
  ...denied,
  payment: { ...denied.payment, paymentKey: 'k2', checkNumber: 'CHK2' },
};
const unanswered: ClaimFact = { type: 'silent', awaited: 'appeal-decision' };
const answered = (outcome: AppealOutcome): ClaimFact => ({
  type: 'appeal-answered',
  outcome,
  answeredOn: '2026-12-04' as IsoDate,
});

test.each([
  ['on its way', [queued, sent], []],
  ['that nobody answers', [sent, silent], ['needs-you', 'silent']],
  [
    'that was answered late',
    [sent, silent, { type: 'file-accepted', withErrors: false } satisfies ClaimFact],
    [],
  ],
  ['held at the clearinghouse', [sent, pended], ['needs-you']],
  ['rejected', [sent, rejected], ['needs-you', 'rejected']],
  ['that never left', [queued, { type: 'withheld', message: 'x' } as ClaimFact], ['needs-you', 'rejected']],
  ['taken back', [queued, { type: 'cancelled' } as ClaimFact], []],
  ['denied', [denied], ['needs-you', 'denied']],
  ['all off by contract, and nothing paid', [offAll], ['needs-you', 'denied']],
  ['that capitation is said to pay', [capitated], ['needs-you']],
  ['denied and appealed', [denied, appealed], ['denied']],
  ['denied again after the appeal', [denied, appealed, deniedAgain], ['needs-you', 'denied']],
  ['denied and appealed, of which the same remittance comes again', [denied, appealed, denied], ['denied']],
  [
    'denied and appealed, and nobody answers',
    [denied, appealed, unanswered],
    ['needs-you', 'denied', 'silent'],
  ],
  [
    'denied and appealed, which was answered late',
    [denied, appealed, unanswered, deniedAgain],
    ['needs-you', 'denied'],
  ],
  ['whose appeal was refused', [denied, appealed, answered('refused')], ['needs-you', 'denied']],
  ['whose appeal never arrived', [denied, appealed, answered('not-received')], ['needs-you', 'denied']],
  ['whose appeal was granted and is not paid yet', [denied, appealed, answered('granted')], ['denied']],
  [
    'whose appeal was granted, and nothing is paid for long',
    [denied, appealed, answered('granted'), unanswered],
    ['needs-you', 'denied', 'silent'],
  ],
  ['appealed a second time', [denied, appealed, unanswered, answered('refused'), appealed], ['denied']],
  ['refused in part', [partly], ['needs-you', 'partly-paid']],
  ['paid in full', [inFull], []],
  ['with a copay', [copay], ['needs-you', 'patient-balance']],
  ['with a copay that the patient was billed for', [copay, billed], ['patient-balance']],
  ['with a copay that was paid', [copay, billed, paidByPatient(2_500)], []],
  ['denied and written off', [denied, writtenOff(28_100)], []],
  ['denied and written off in part', [denied, writtenOff(28_000)], ['needs-you', 'denied']],
  ['rejected and written off', [sent, rejected, writtenOff(28_100)], []],
  ['that nobody answers, written off', [sent, silent, writtenOff(28_100)], []],
  ['denied to the patient', [deniedToPatient], ['needs-you', 'denied', 'patient-balance']],
  ['denied to the patient, who paid all', [deniedToPatient, paidByPatient(28_100)], []],
  [
    'denied to the patient, who paid too much',
    [deniedToPatient, paidByPatient(28_200)],
    ['needs-you', 'denied'],
  ],
  ['denied and closed by a person', [denied, closed], []],
  ['closed and opened again', [denied, closed, { type: 'reopened' } as ClaimFact], ['needs-you', 'denied']],
] as const)('a claim %s stands on the lists that it asks for', (_what, facts, expected) => {
  expect(lists(facts)).toEqual(expected);
});

test('a claim that another follows stands on no list', () => {
  expect(lists([sent, rejected], { isFollowed: true })).toEqual([]);
});

test('while the payer decides on the replacement, the patient is on no list for what the denial left', () => {
  const followed: ClaimFact = {
    type: 'followed',
    how: 'replacement',
    claimId: 'second',
    patientControlNumber: 'C000000002',
  };
  const at = (facts: readonly ClaimFact[]): ClaimEvent[] =>
    facts.map((fact, i) => ({
      id: `${fact.type}${i}`,
      at: '2026-12-01T10:00:00.000Z' as UtcInstant,
      source: { kind: 'system' },
      fact,
    }));
  const state = foldClaim(CHARGE, at([queued, sent]), at([deniedToPatient, followed]));
  expect(lists([queued, sent], { state })).toEqual([]);
});

test.each([
  ['all that the first one left', { patient: 28_100 }, 8_000, []],
  ['a share that is not paid yet', { patient: 28_100 }, 0, ['needs-you', 'denied', 'patient-balance']],
  ['nothing, and refuses it', { refused: 28_100 }, 0, ['needs-you', 'denied']],
])('denied by the second insurance, which leaves to the patient %s', (_what, parts, paidBefore, expected) => {
  const followed: ClaimFact = {
    type: 'followed',
    how: 'next-payer',
    claimId: 'second',
    patientControlNumber: 'C000000002',
  };
  const at = (of: string, facts: readonly ClaimFact[]): ClaimEvent[] =>
    facts.map((fact, i) => ({
      id: `${of}${i}`,
      at: `2026-12-0${i + 1}T10:00:00.000Z` as UtcInstant,
      source: { kind: 'system' },
      fact,
    }));
  const first = [payment({ paid: 15_000, off: 5_100, patient: 8_000 }), followed];
  const second = [queued, sent, payment({ paid: 0, ...parts, status: '4' })];
  const paid = paidBefore === 0 ? [] : [paidByPatient(paidBefore)];
  const state = foldClaim(CHARGE, at('second', second), at('first', [...paid, ...first]));
  expect(state.status).toBe('denied');
  expect(lists(second, { state })).toEqual(expected);
});

test('what the payer denied to the patient is the patient`s alone once billed, like any share', () => {
  const denied = [queued, sent, payment({ paid: 0, patient: 28_100, status: '4' })];
  expect(worked(denied)).toMatchObject([
    { list: 'needs-you', amount: 28_100 },
    { list: 'denied', amount: 28_100 },
    { list: 'patient-balance', amount: 28_100 },
  ]);
  const billed: ClaimFact = { type: 'patient-billed', amount: cents(28_100) };
  expect(lists([...denied, billed])).toEqual(['patient-balance']);
});

test('what a capitation pays for was refused by nobody: it needs somebody, and is no denial', () => {
  const capitated = payment({ paid: 0, off: 0 });
  if (capitated.type !== 'payment') throw new Error('no payment');
  const adjustments = [{ group: 'CO', reason: '24', amount: cents(28_100) }];
  const fact: ClaimFact = { ...capitated, payment: { ...capitated.payment, adjustments } };
  expect(lists([queued, sent, fact])).toEqual(['needs-you']);
});

test('a rejected claim has to be sent again within the payer`s filing limit, counted from the service', () => {
  expect(worked([sent, rejected], { payer: { timelyFilingDays: 30 } })).toMatchObject([
    { list: 'needs-you', deadline: '2026-12-16', amount: 28_100 },
    { list: 'rejected', deadline: '2026-12-16', amount: 28_100, since: '2026-12-02T10:00:00.000Z' },
  ]);
  expect(worked([sent, rejected])[1]).toMatchObject({ deadline: null });
});

test.each([
  [
    'that the payer does not find',
    { type: 'unclear', message: 'invented', by: 'payer' },
    'in-doubt',
    '2027-05-15',
  ],
  ['whose file may not have arrived', { type: 'delivery-unknown', fileName: 'f' }, 'status', '2027-05-15'],
  [
    'of which the payer asks for more',
    { type: 'unclear', message: 'invented', by: 'payer', theyHaveIt: 'asks' },
    'they-ask',
    null,
  ],
  [
    'that the payer calls finished without payment',
    { type: 'unclear', message: 'invented', by: 'payer', theyHaveIt: 'unpaid' },
    'finished-unpaid',
    null,
  ],
] as const)(
  'a claim %s keeps its filing limit as long as nobody is known to have it',
  (_, fact, why, deadline) => {
    const payer = { timelyFilingDays: 180 };
    const [item] = worked([queued, fact as ClaimFact], { payer });
    expect(item).toMatchObject({ list: 'needs-you', why, deadline });
  },
);

test.each([
  ['sent', 'status', true],
  ['unknown', 'in-doubt', true],
  ['sent', 'refused-before', false],
  ['denied', 'status', false],
] as const)('of a claim that is %s, on its list for %s, it is to be filed: %s', (status, why, isFiled) => {
  expect(isToFile(status, why)).toBe(isFiled);
});

test('a denial can be answered until the payer`s limit, counted from its decision', () => {
  expect(worked([denied], { payer: { appealDays: 60, timelyFilingDays: 30 } })[1]).toMatchObject({
    list: 'denied',
    deadline: '2027-01-29',
  });
});

test('a denial that was appealed in time has no deadline any more', () => {
  expect(worked([denied, appealed], { payer: { appealDays: 60 } })).toMatchObject([
    { list: 'denied', deadline: null },
  ]);
});

test('the patient`s share has no deadline, and is what is at stake', () => {
  expect(worked([copay], { payer: { appealDays: 60 } })).toMatchObject([
    { list: 'needs-you', amount: 2_500, deadline: null },
    { list: 'patient-balance', amount: 2_500, deadline: null },
  ]);
});

test('a payer that allowed less than its contract says underpaid, however the rest was written off', () => {
  const items = worked([inFull], { contract: { '99214-25': 21_000 }, payer: { appealDays: 60 } });
  // No more than the charge of $185.00 is owed, and $200.00 was paid in this invented case.
  expect(items).toEqual([]);
  const short = worked([payment({ paid: 12_000, off: 16_100 })], {
    contract: { '99214-25': 15_000 },
    payer: { appealDays: 60 },
  });
  expect(short).toMatchObject([
    { list: 'needs-you', amount: 3_000, deadline: '2027-01-29' },
    { list: 'underpaid', amount: 3_000, deadline: '2027-01-29' },
  ]);
});

test.each([
  ['nobody answers', [sent, silent], 'clearinghouse-silent'],
  [
    'the payer does not answer',
    [sent, { type: 'silent', awaited: 'remittance' } as ClaimFact],
    'payer-silent',
  ],
  ['is denied', [denied], 'status'],
  ['is denied, and the appeal is not answered', [denied, appealed, unanswered], 'appeal-late'],
  ['a capitation is said to pay', [capitated], 'capitated'],
  ['the patient has paid too much', [inFull, paidByPatient(500)], 'patient-credit'],
] as const)('a claim that %s says so where it needs somebody', (_what, facts, why) => {
  expect(worked(facts)[0]).toMatchObject({ list: 'needs-you', why });
});

test('what a person lets stand is not underpaid any more, and the patient`s share goes on; more that is short comes back', () => {
  const short = payment({ paid: 9_500, off: 16_100, patient: 2_500 });
  const accepted: ClaimFact = { type: 'underpayment-accepted', amount: cents(3_000), reason: 'too-little' };
  const contract = { '99214-25': 15_000 };
  expect(lists([short], { contract })).toEqual(['needs-you', 'underpaid', 'patient-balance']);
  expect(lists([short, accepted], { contract })).toEqual(['needs-you', 'patient-balance']);
  expect(lists([short, billed, accepted], { contract })).toEqual(['patient-balance']);
  const back: ClaimFact = { type: 'act-taken-back', eventId: 'C1-1', what: 'invented' };
  expect(lists([short, accepted, back], { contract })).toContain('underpaid');
  expect(worked([short, accepted], { contract: { '99214-25': 16_000 } })).toMatchObject([
    { list: 'needs-you' },
    { list: 'underpaid', amount: 4_000 },
    { list: 'patient-balance' },
  ]);
});

test('a second payer owes nothing by its own contract: the first has paid', () => {
  const secondary = { ...CLAIM, coverage: { ...CLAIM.coverage, rank: 'S' as const } };
  const paid = payment({ paid: 2_000, off: 26_100 });
  expect(lists([paid], { claim: secondary, contract: { '99214': 15_000 } })).toEqual([]);
});

test('what the next insurance allowed of the same claim is not the first one`s', () => {
  const contract = { '99214-25': 15_000 };
  const ofFirst = payment({ paid: 12_000, off: 16_100 });
  const ofSecond = payment({ paid: 3_000, status: '2' });
  expect(worked([ofFirst, ofSecond], { contract }).find(({ list }) => list === 'underpaid')).toMatchObject({
    amount: 3_000,
  });
});

test('what the patient has paid beyond the share is to be paid back, once the payer has settled the rest', () => {
  const paid = payment({ paid: 14_500, off: 9_600, patient: 4_000 });
  expect(worked([queued, sent, paidByPatient(5_000), paid])).toMatchObject([
    { list: 'needs-you', amount: 1_000, deadline: null },
  ]);
  // A copay at the visit waits for the payer.
  expect(lists([queued, sent, paidByPatient(5_000)])).toEqual([]);
  expect(
    lists([queued, sent, paidByPatient(5_000), payment({ paid: 0, refused: 28_100, status: '4' })]),
  ).toEqual(['needs-you', 'denied']);
});

test('of a claim that was paid too much, what is too much is at stake', () => {
  const [first, second] = [payment({ paid: 28_100 }), payment({ paid: 28_100 })];
  if (first.type !== 'payment' || second.type !== 'payment') throw new Error('two payments');
  const other = { ...second, payment: { ...second.payment, paymentKey: 'other', contentHash: 'other' } };
  expect(worked([queued, sent, first, other])).toMatchObject([{ list: 'needs-you', amount: 28_100 }]);
});

test.each([
  ['under way', [queued, sent]],
  ['paid', [queued, sent, payment({ paid: 0, off: 16_100, status: '2' })]],
] as const)('what the first payer allowed too little stays while the second insurance is %s', (_how, own) => {
  const contract = { '99214-25': 15_000 };
  const secondary: Claim = { ...CLAIM, coverage: { ...CLAIM.coverage, rank: 'S' } };
  const first = events('C1', [queued, sent, payment({ paid: 12_000, off: 16_100 }), FOLLOWED]);
  const second = events('C2', own);
  const given = {
    patientControlNumber: 'C2',
    claim: secondary,
    events: second,
    state: foldClaim(CHARGE, second, first),
    isFollowed: false,
  };
  const underpaid = (more: Partial<WorkedClaim>) =>
    worklistsOf({ ...given, ...more }).find(({ list }) => list === 'underpaid')?.amount;
  const billed = { patientControlNumber: 'C000000001', claim: CLAIM, events: first, contract };
  expect([underpaid({}), underpaid({ first: billed })]).toEqual([undefined, 3_000]);
});
