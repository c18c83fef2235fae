/** The next insurance is told what the one before decided, line by line and to the cent. */
import { expect, test } from 'vitest';
import type { Claim, OtherCoverage } from '../claim/index.ts';
import { editContextOf, runEdits } from '../edits/index.ts';
import { exampleClaim } from '../examples/index.ts';
import type { ClaimEvent, ClaimPaymentFact, LinePaymentFact } from '../lifecycle/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import { nextPayerDraft } from './index.ts';

const PAID_ON = '2026-11-24' as IsoDate;
const adjust = (group: string, reason: string, amount: number) => ({ group, reason, amount: cents(amount) });
const line = (change: Partial<LinePaymentFact>): LinePaymentFact => ({
  procedureCode: '99214',
  modifiers: ['25'],
  charge: cents(18_500),
  paid: cents(0),
  units: 1,
  adjustments: [],
  remarkCodes: [],
  ...change,
});
function payment(change: Partial<ClaimPaymentFact>): ClaimPaymentFact {
  const lines = change.lines ?? [];
  return {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'EFT1',
    paymentDate: PAID_ON,
    payerName: 'Aetna',
    claimStatusCode: '1',
    payerClaimControlNumber: 'A1',
    charge: cents(28_100),
    paid: cents(lines.reduce((sum, { paid }) => sum + paid, 0)),
    adjustments: lines.flatMap(({ adjustments }) => adjustments),
    remarkCodes: ['MA15'],
    ...change,
  };
}
const learnt = (...payments: ClaimPaymentFact[]): ClaimEvent[] =>
  payments.map((one, index) => ({
    id: String(index),
    at: '2026-11-25T10:00:00.000Z' as UtcInstant,
    source: { kind: 'system' },
    fact: { type: 'payment', payment: one },
  }));

const BY_LINE = payment({
  lines: [
    line({
      lineControlNumber: 'C000000001L1',
      paid: cents(10_000),
      adjustments: [adjust('CO', '45', 3_500), adjust('PR', '1', 5_000)],
    }),
    line({
      lineControlNumber: 'C000000001L2',
      procedureCode: '97110',
      modifiers: ['GP'],
      charge: cents(9_600),
      units: 2,
      paid: cents(6_000),
      adjustments: [adjust('CO', '45', 2_000), adjust('PR', '2', 1_600)],
    }),
  ],
});
const SECOND: OtherCoverage = {
  rank: 'S',
  relationshipToSubscriber: '18',
  groupNumber: 'G77',
  claimFilingIndicator: 'CI',
  benefitsToProvider: 'Y',
  releaseOfInformation: 'Y',
  subscriber: { lastName: 'Quintero', firstName: 'Marta', memberId: 'X900' },
  payer: { name: 'Sample Second Plan', id: 'TEST2' },
};
const decided = (payments: readonly ClaimPaymentFact[], change: Partial<Claim> = {}) => ({
  claim: { ...exampleClaim, otherCoverages: [SECOND], ...change },
  patientControlNumber: 'C000000001',
  payerClaimControlNumber: 'A1',
  events: learnt(...payments),
});
const errorsOf = (draft: ReturnType<typeof nextPayerDraft>) => {
  const today = '2026-11-26' as IsoDate;
  return runEdits(draft, editContextOf(draft, { today }))
    .filter(({ severity }) => severity === 'error')
    .map(({ id }) => id);
};

test('of a claim that was denied first and paid later, the later decision alone goes with it', () => {
  const denied = payment({
    contentHash: 'denied',
    claimStatusCode: '4',
    paymentDate: '2026-11-02' as IsoDate,
    lines: (BY_LINE.lines ?? []).map((one) =>
      line({ ...one, paid: cents(0), adjustments: [adjust('CO', '252', one.charge)] }),
    ),
  });
  const draft = nextPayerDraft(decided([denied, BY_LINE]));
  expect(draft.serviceLines).toEqual(nextPayerDraft(decided([BY_LINE])).serviceLines);
  expect(errorsOf(draft)).toEqual([]);
});

test('the second payer is billed, the first stands before it with what it paid, and the sums are right', () => {
  const draft = nextPayerDraft(decided([BY_LINE]));
  expect(draft.coverage).toMatchObject({
    rank: 'S',
    payerName: 'Sample Second Plan',
    payerId: 'TEST2',
    memberId: 'X900',
    groupNumber: 'G77',
  });
  expect(draft).toMatchObject({ frequency: '1', relationshipToSubscriber: '18' });
  expect(draft.otherCoverages).toEqual([
    {
      rank: 'P',
      relationshipToSubscriber: '18',
      claimFilingIndicator: 'CI',
      paidAmount: 16_000,
      benefitsToProvider: 'Y',
      releaseOfInformation: 'Y',
      outpatientAdjudication: { remarkCodes: ['MA15'] },
      subscriber: {
        lastName: 'Quintero',
        firstName: 'Marta',
        memberId: 'W123456789',
        address: exampleClaim.patient.address,
      },
      payer: { name: 'Aetna', id: '60054', payerClaimControlNumber: 'A1' },
    },
  ]);
  expect(draft.serviceLines?.map(({ adjudications }) => adjudications)).toEqual([
    [
      {
        payerId: '60054',
        paidAmount: 10_000,
        procedureCode: '99214',
        modifiers: ['25'],
        paidUnits: 1,
        adjustments: [adjust('CO', '45', 3_500), adjust('PR', '1', 5_000)],
        adjudicationDate: PAID_ON,
        remainingPatientLiability: 5_000,
      },
    ],
    [
      {
        payerId: '60054',
        paidAmount: 6_000,
        procedureCode: '97110',
        modifiers: ['GP'],
        paidUnits: 2,
        adjustments: [adjust('CO', '45', 2_000), adjust('PR', '2', 1_600)],
        adjudicationDate: PAID_ON,
        remainingPatientLiability: 1_600,
      },
    ],
  ]);
  expect(errorsOf(draft)).toEqual([]);
});

test('a line that the payer split goes with each code that it made of it', () => {
  const draft = nextPayerDraft(
    decided([
      payment({
        lines: [
          line({
            lineControlNumber: 'C000000001L1',
            procedureCode: 'X1',
            modifiers: [],
            submittedProcedureCode: '99214',
            paid: cents(6_000),
            adjustments: [adjust('CO', '45', 12_500)],
          }),
          line({
            lineControlNumber: 'C000000001L1',
            procedureCode: 'X2',
            modifiers: [],
            submittedProcedureCode: '99214',
            charge: cents(0),
            paid: cents(4_000),
            adjustments: [adjust('CO', '45', -4_000)],
          }),
          ...(BY_LINE.lines ?? []).slice(1),
        ],
      }),
    ]),
  );
  expect(draft.serviceLines?.[0]?.adjudications).toMatchObject([
    { procedureCode: 'X1', paidAmount: 6_000, adjustments: [adjust('CO', '45', 12_500)] },
    { procedureCode: 'X2', paidAmount: 4_000, adjustments: [adjust('CO', '45', -4_000)] },
  ]);
  expect(errorsOf(draft)).toEqual([]);
});

test('a line that the payer made one with another names that one', () => {
  const bundled = { procedureCode: 'X1234', modifiers: [] };
  const draft = nextPayerDraft(
    decided([
      payment({
        lines: [
          line({
            ...bundled,
            lineControlNumber: 'C000000001L1',
            submittedProcedureCode: '99214',
            paid: cents(10_000),
            adjustments: [adjust('CO', '45', 8_500)],
          }),
          line({
            ...bundled,
            lineControlNumber: 'C000000001L2',
            submittedProcedureCode: '97110',
            charge: cents(9_600),
            adjustments: [adjust('CO', '97', 9_600)],
          }),
        ],
      }),
    ]),
  );
  const [first, second] = draft.serviceLines ?? [];
  expect(first?.adjudications?.[0]).not.toHaveProperty('bundledLineNumber');
  expect(second?.adjudications).toMatchObject([
    { procedureCode: 'X1234', paidAmount: 0, bundledLineNumber: 1 },
  ]);
  expect(errorsOf(draft)).toEqual([]);
});

test('a line that the payer took back and denied goes with the denial, and the sums are right', () => {
  const second = (change: Partial<LinePaymentFact>) =>
    line({
      lineControlNumber: 'C000000001L2',
      procedureCode: '97110',
      modifiers: ['GP'],
      units: 2,
      ...change,
    });
  const back = payment({
    contentHash: 'back',
    claimStatusCode: '22',
    paymentDate: '2026-11-25' as IsoDate,
    charge: cents(-9_600),
    lines: [
      second({
        charge: cents(-9_600),
        paid: cents(-6_000),
        adjustments: [adjust('CO', '45', -2_000), adjust('PR', '2', -1_600)],
      }),
    ],
  });
  const denied = payment({
    contentHash: 'denied',
    claimStatusCode: '4',
    paymentDate: '2026-11-25' as IsoDate,
    charge: cents(9_600),
    lines: [second({ charge: cents(9_600), adjustments: [adjust('CO', '50', 9_600)] })],
  });
  const draft = nextPayerDraft(decided([BY_LINE, back, denied]));
  expect(draft.serviceLines?.[1]?.adjudications).toEqual([
    {
      payerId: '60054',
      paidAmount: 0,
      procedureCode: '97110',
      modifiers: ['GP'],
      paidUnits: 2,
      adjustments: [adjust('CO', '50', 9_600)],
      adjudicationDate: '2026-11-25',
    },
  ]);
  expect(draft.otherCoverages?.[0]).toMatchObject({ paidAmount: 10_000 });
  expect(errorsOf(draft)).toEqual([]);
});

test('a line that was taken back and decided anew under another code goes with that code alone', () => {
  const first = (change: Partial<LinePaymentFact>) => line({ lineControlNumber: 'C000000001L1', ...change });
  const back = payment({
    contentHash: 'back',
    claimStatusCode: '22',
    paymentDate: '2026-11-25' as IsoDate,
    charge: cents(-18_500),
    lines: [
      first({
        charge: cents(-18_500),
        paid: cents(-10_000),
        adjustments: [adjust('CO', '45', -3_500), adjust('PR', '1', -5_000)],
      }),
    ],
  });
  const anew = payment({
    contentHash: 'anew',
    paymentDate: '2026-11-25' as IsoDate,
    charge: cents(18_500),
    lines: [
      first({
        procedureCode: '99213',
        submittedProcedureCode: '99214',
        submittedModifiers: ['25'],
        paid: cents(8_000),
        adjustments: [adjust('CO', '45', 10_500)],
      }),
    ],
  });
  const draft = nextPayerDraft(decided([BY_LINE, back, anew]));
  expect(draft.serviceLines?.[0]?.adjudications).toMatchObject([
    { procedureCode: '99213', paidAmount: 8_000 },
  ]);
  expect(errorsOf(draft)).toEqual([]);
});

test('a decision without lines goes with the claim: its day, its adjustments, what the patient still owes', () => {
  const draft = nextPayerDraft(
    decided([
      payment({
        lines: [],
        paid: cents(20_000),
        adjustments: [adjust('CO', '45', 5_600), adjust('PR', '1', 2_500)],
      }),
    ]),
  );
  expect(draft.otherCoverages?.[0]).toMatchObject({
    paidAmount: 20_000,
    adjustments: [adjust('CO', '45', 5_600), adjust('PR', '1', 2_500)],
    remainingPatientLiability: 2_500,
    payer: { adjudicationDate: PAID_ON },
  });
  expect(draft.serviceLines?.every((each) => each.adjudications === undefined)).toBe(true);
  expect(errorsOf(draft)).toEqual([]);
});

test('what was taken back does not count; a correction does', () => {
  const back = payment({
    claimStatusCode: '22',
    contentHash: 'back',
    lines: (BY_LINE.lines ?? []).map((each) => ({
      ...each,
      charge: cents(-each.charge),
      paid: cents(-each.paid),
      adjustments: each.adjustments.map((one) => ({ ...one, amount: cents(-one.amount) })),
    })),
  });
  const again = payment({
    contentHash: 'again',
    lines: (BY_LINE.lines ?? []).map((each) => ({
      ...each,
      paid: cents(each.paid + 1_000),
      adjustments: each.adjustments.map((one) =>
        one.group === 'CO' ? { ...one, amount: cents(one.amount - 1_000) } : one,
      ),
    })),
  });
  const draft = nextPayerDraft(decided([BY_LINE, back, again]));
  expect(draft.otherCoverages?.[0]?.paidAmount).toBe(18_000);
  expect(draft.serviceLines?.[0]?.adjudications).toMatchObject([{ paidAmount: 11_000 }]);
  expect(errorsOf(draft)).toEqual([]);
});

test('without another coverage on the claim the next payer is to be filled in, and says so', () => {
  const { otherCoverages: _, ...claim } = exampleClaim;
  const draft = nextPayerDraft({ ...decided([BY_LINE]), claim });
  expect(draft.coverage).toEqual({ rank: 'S' });
  expect(draft.subscriber).toBeUndefined();
  expect(errorsOf(draft).length).toBeGreaterThan(0);
});

test('a third payer hears of both before it', () => {
  const third: OtherCoverage = { ...SECOND, rank: 'T', payer: { name: 'Sample Third Plan', id: 'TEST3' } };
  const first = nextPayerDraft(decided([BY_LINE], { otherCoverages: [SECOND, third] })) as Claim;
  const second = payment({
    claimStatusCode: '2',
    payerName: 'Sample Second Plan',
    contentHash: 'second',
    lines: [
      line({ paid: cents(3_000), adjustments: [adjust('OA', '23', 13_500), adjust('PR', '2', 2_000)] }),
      line({
        procedureCode: '97110',
        modifiers: ['GP'],
        charge: cents(9_600),
        paid: cents(1_600),
        adjustments: [adjust('OA', '23', 8_000)],
      }),
    ],
  });
  const draft = nextPayerDraft({
    claim: first,
    patientControlNumber: 'C000000002',
    payerClaimControlNumber: 'S1',
    events: learnt(second),
  });
  expect(draft.coverage).toMatchObject({ rank: 'T', payerId: 'TEST3' });
  expect(draft.otherCoverages?.map(({ rank, paidAmount }) => [rank, paidAmount])).toEqual([
    ['P', 16_000],
    ['S', 4_600],
  ]);
  expect(
    draft.serviceLines?.[0]?.adjudications?.map(({ payerId, paidAmount }) => [payerId, paidAmount]),
  ).toEqual([
    ['60054', 10_000],
    ['TEST2', 3_000],
  ]);
  expect(errorsOf(draft)).toEqual([]);
});

test('after a payer sent it on and the next decided, it is for the third, with what both decided', () => {
  const third: OtherCoverage = {
    ...SECOND,
    rank: 'T',
    subscriber: { ...SECOND.subscriber, memberId: 'X901' },
    payer: { name: 'Sample Third Plan', id: 'TEST3' },
  };
  const sentOn = { ...BY_LINE, claimStatusCode: '19' };
  const bySecond = payment({
    contentHash: 'second',
    payerName: 'Sample Second Plan',
    claimStatusCode: '2',
    lines: [
      line({
        lineControlNumber: 'C000000001L1',
        paid: cents(4_500),
        adjustments: [adjust('OA', '23', 13_500), adjust('PR', '2', 500)],
      }),
      line({
        lineControlNumber: 'C000000001L2',
        procedureCode: '97110',
        modifiers: ['GP'],
        charge: cents(9_600),
        units: 2,
        paid: cents(1_600),
        adjustments: [adjust('OA', '23', 8_000)],
      }),
    ],
  });
  const draft = nextPayerDraft(decided([sentOn, bySecond], { otherCoverages: [SECOND, third] }));
  expect(draft.coverage).toMatchObject({ rank: 'T', payerId: 'TEST3', memberId: 'X901' });
  expect(draft.otherCoverages).toMatchObject([
    { rank: 'P', paidAmount: 16_000 },
    { rank: 'S', payer: { id: 'TEST2' }, paidAmount: 6_100 },
  ]);
  expect(draft.serviceLines?.map((each) => each?.adjudications?.map((one) => one?.payerId))).toEqual([
    [exampleClaim.coverage.payerId, 'TEST2'],
    [exampleClaim.coverage.payerId, 'TEST2'],
  ]);
  expect(errorsOf(draft)).toEqual([]);
});

test('who decided after it was sent on and is not on the claim is named as its remittance does; the rest is typed', () => {
  const sentOn = { ...BY_LINE, claimStatusCode: '19' };
  const bySecond = payment({
    contentHash: 'second',
    payerName: 'Medigap Plan',
    claimStatusCode: '2',
    paid: cents(6_100),
    adjustments: [adjust('OA', '23', 21_500), adjust('PR', '2', 500)],
  });
  const draft = nextPayerDraft(decided([sentOn, bySecond], { otherCoverages: undefined }));
  expect(draft.coverage).toMatchObject({ rank: 'T' });
  expect(draft.otherCoverages?.[1]).toMatchObject({
    rank: 'S',
    paidAmount: 6_100,
    payer: { name: 'Medigap Plan' },
    adjustments: [
      { group: 'OA', reason: '23', amount: 21_500 },
      { group: 'PR', reason: '2', amount: 500 },
    ],
  });
});
