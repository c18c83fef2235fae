/** Arbitrary histories of payment: what payers say of some claims, in which checks, in which files, and where the server dies meanwhile. */
import { FOLLOW_UPS, type FollowUp } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import type { ClaimPayment, Remittance } from '../../transactions/remittance-835/index.ts';
import { CHARGE, check, paying } from '../testing-posting.ts';
import { otherAccountOf, retell, retoldOf } from './retold.ts';

export interface Scenario {
  /** Claims that are billed before, C000000001 and so on, and how each follows the one before it. */
  readonly claims: readonly (FollowUp | null)[];
  readonly remittances: readonly Remittance[];
  /** Remittances of each file, in the order of delivery; each remittance is in one at least. */
  readonly files: readonly (readonly Remittance[])[];
  readonly crashes: readonly Crash[];
  /** What people do after each file, as far as there is something to do it with. */
  readonly acts: readonly Act[];
}

/** `which` is counted from the oldest that can be decided, over and over. */
export interface Act {
  readonly kind: 'match' | 'dismiss' | 'take-back' | 'post-all-the-same' | 'set-aside' | 'reopen';
  readonly which: number;
  readonly afterFile: number;
}

export interface Crash {
  /** Counted in transactions since the last start. */
  readonly after: number;
  /** Whether that transaction was still committed. */
  readonly isCommitted: boolean;
}

const CHECKS = 4;
const MOST_SHARE = 5_000;
const which = fc.nat(CHECKS - 1);

/** More than what comes for nobody in particular may take back, so that nobody can tell it for that. */
const LEAST = 1_000;

const said = fc.record({
  kind: fc.constantFrom(
    'paid',
    'deductible',
    'denied',
    'refused-since',
    'secondary',
    'crossed-over',
    'crossed-over-repeating',
    'crossed-over-as-first',
    'crossed-over-refused',
    'appealed',
    'estimate',
    'bundled',
    'reversed',
    'corrected',
    'reconsidered',
  ),
  paid: fc.integer({ min: LEAST, max: CHARGE - MOST_SHARE }),
  check: which,
});
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

const paidDay = fc.integer({ min: 18, max: 24 }).map((day) => `2026-11-${day}` as IsoDate);
const payer = fc.constantFrom('1999999999', '1888888888');

const retold = retoldOf({ payerTraceId: payer, paymentDate: paidDay });

const drawn = fc.record({
  claims: fc.array(
    fc.record({
      history: fc.array(said, { maxLength: 3 }),
      isDeniedToPatient: fc.boolean(),
      follows: fc.option(fc.constantFrom(...FOLLOW_UPS), { freq: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  strangers: fc.array(
    fc.record({
      paid: fc.oneof(fc.integer({ min: 1 - LEAST / 2, max: -1 }), fc.integer({ min: LEAST / 2, max: 5_000 })),
      check: which,
    }),
    { maxLength: 2 },
  ),
  /** TRN03 and BPR16 of each check. */
  heads: fc.array(fc.record({ payerTraceId: payer, paymentDate: paidDay }), {
    minLength: CHECKS,
    maxLength: CHECKS,
  }),
  /** Before all others, or after. */
  retold: fc.array(fc.record({ check: which, isFirst: fc.boolean(), how: retold }), { maxLength: 2 }),
  providerAdjustments: fc.array(
    fc.record({
      check: which,
      reason: fc.constantFrom('L6', 'WO', 'FB', '72', 'CS', 'CT'),
      amount: fc.integer({ min: -6_000, max: 6_000 }),
      reference: fc.constantFrom(undefined, 'REFERENCE', 'C000000001'),
    }),
    { maxLength: 5 },
  ),
  deliveries: fc.array(
    fc.record({ checks: fc.array(which, { minLength: 1, maxLength: 3 }), turned: fc.boolean() }),
    { maxLength: 5 },
  ),
  order: fc.shuffledSubarray([...Array(CHECKS).keys()], { minLength: CHECKS }),
  /** Of a check another account, with other content under the same key. */
  otherAccounts: fc.subarray([...Array(CHECKS).keys()], { maxLength: 2 }),
  acts: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'match',
        'match',
        'dismiss',
        'take-back',
        'take-back',
        'post-all-the-same',
        'set-aside',
        'reopen',
      ),
      which: fc.nat(5),
      afterFile: fc.nat(8),
    }),
    { maxLength: 8 },
  ),
  crashes: fc.array(fc.record({ after: fc.nat(12), isCommitted: fc.boolean() }), { maxLength: 2 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

export const scenarios: fc.Arbitrary<Scenario> = drawn.map(scenarioOf);

function scenarioOf({
  claims,
  strangers,
  heads,
  retold,
  providerAdjustments,
  deliveries,
  order,
  otherAccounts,
  acts,
  crashes,
}: Drawn): Scenario {
  const parts: ClaimPayment[][] = Array.from({ length: CHECKS }, () => []);
  const put = (at: number, payment: ClaimPayment) => parts[at % CHECKS]?.push(payment);
  for (const [index, { history, isDeniedToPatient }] of claims.entries())
    for (const each of history)
      putAll(put, { number: `C${String(index + 1).padStart(9, '0')}`, isDeniedToPatient }, each);
  for (const { paid, check: at } of strangers) put(at, paying('STRANGER', paid));
  const remittances = parts.map((claimPayments, at) =>
    check(
      `CHK${at}`,
      claimPayments,
      providerAdjustments
        .filter((each) => each.check === at)
        .map(({ reason, amount, reference }): [string, number, string?] =>
          reference === undefined ? [reason, amount] : [reason, amount, reference],
        ),
      heads[at],
    ),
  );
  const inFile = ({ checks, turned }: Drawn['deliveries'][number]) =>
    [...new Set(checks)].map((at) => {
      const remittance = remittances[at] as Remittance;
      return turned ? { ...remittance, claims: remittance.claims.toReversed() } : remittance;
    });
  const first = [...deliveries, ...order.map((at) => ({ checks: [at], turned: false }))].map(inFile);
  const others = otherAccounts.map((at) => [otherAccountOf(remittances[at] as Remittance)]);
  const again = (isFirst: boolean) =>
    retold
      .filter((each) => each.isFirst === isFirst)
      .flatMap(({ check: at, how }) => retell(remittances[at] as Remittance, how).map((each) => [each]));
  const files = [...again(true), ...first, ...others, ...again(false)];
  // Not twice over one file: that one would be left alone, as it seems to be what ends the server.
  const apart = crashes.map((crash, index) => (index === 0 ? crash : { ...crash, after: crash.after + 3 }));
  return {
    claims: claims.map(({ follows }, index) => (index === 0 ? null : follows)),
    remittances,
    files,
    crashes: apart,
    acts,
  };
}

interface DrawnClaim {
  readonly number: string;
  /** Whether what is denied is said to be the patient's. */
  readonly isDeniedToPatient: boolean;
}
type Put = (at: number, payment: ClaimPayment) => void;

/** What a payer says of a claim, spread over as many checks as it takes. */
function putAll(put: Put, claim: DrawnClaim, { kind, paid, check: at }: Said) {
  const { number } = claim;
  switch (kind) {
    case 'denied':
      return put(at, denied(claim));
    case 'reconsidered':
      // The first word is never taken back.
      put(at, denied(claim));
      return put(at + 1, sharing(number, paid));
    case 'deductible':
      return put(at, sharing(number, 0, {}, CHARGE));
    case 'refused-since':
      put(at, sharing(number, 0, {}, CHARGE));
      return put(at + 1, denied({ ...claim, isDeniedToPatient: false }));
    case 'crossed-over':
    case 'crossed-over-repeating':
    case 'crossed-over-as-first':
    case 'crossed-over-refused':
      return putCrossedOver(put, number, kind, paid, at);
    case 'appealed':
      return putAppealed(put, number, paid, at);
    case 'secondary':
      return put(at, sharing(number, paid, { statusCode: '2', payerClaimControlNumber: 'SECOND' }));
    case 'estimate':
      return put(at, paying(number, 0, { statusCode: '25' }));
    case 'bundled':
      return put(at, bundled(paying(number, LEAST / 2 + Math.trunc(paid / 50))));
    default:
      put(at, sharing(number, paid));
  }
  if (kind === 'paid') return;
  put(at + 1, sharing(number, -paid, { statusCode: '22' }));
  if (kind === 'corrected')
    put(at + 2, sharing(number, Math.trunc(paid / 2), { payerClaimControlNumber: 'NEW' }));
}

/** What a payer refuses of a claim that it pays. */
const REFUSED = 1_500;

/** Two payers, in all the ways in which the second one tells of the first: it pays a half of what that left to the patient. */
function putCrossedOver(put: Put, number: string, kind: Said['kind'], paid: number, at: number) {
  const share = paid % MOST_SHARE;
  const refused = kind === 'crossed-over-refused' ? REFUSED : 0;
  const contractual = CHARGE - paid - share - Math.min(refused, CHARGE - paid - share);
  const first = [
    part('CO', '45', contractual),
    part('CO', '50', CHARGE - paid - share - contractual),
    part('PR', '2', share),
  ];
  put(at, paying(number, paid, { statusCode: '19', ...withParts(first) }));
  // What was refused is not taken up by the second one: it pays no more than the share.
  const more = Math.trunc(share / 2);
  const left = share - more;
  const others = {
    'crossed-over': [part('OA', '23', paid + contractual)],
    'crossed-over-refused': [part('OA', '23', CHARGE - share)],
    'crossed-over-as-first': [part('OA', '23', paid), part('OA', '45', contractual)],
  };
  const taken = kind in others ? others[kind as keyof typeof others] : [part('CO', '45', CHARGE - share)];
  const second = [...taken, part('PR', '2', left)];
  put(
    at + 1,
    paying(number, more, { statusCode: '2', payerClaimControlNumber: 'SECOND', ...withParts(second) }),
  );
}

/** What was refused first is paid later, with or without a word (B13) of what was paid before. */
function putAppealed(put: Put, number: string, paid: number, at: number) {
  const contractual = CHARGE - paid - REFUSED;
  put(at, paying(number, paid, withParts([part('CO', '45', contractual), part('CO', '50', REFUSED)])));
  const isCounted = paid % 2 === 0;
  const later = isCounted
    ? [part('CO', '45', contractual), part('OA', 'B13', paid)]
    : [part('CO', '45', CHARGE - REFUSED)];
  put(at + 1, paying(number, REFUSED, withParts(later)));
}

const part = (group: string, reason: string, amount: number) => ({ group, reason, amount: cents(amount) });

const withParts = (adjustments: readonly ReturnType<typeof part>[]): Partial<ClaimPayment> => ({
  adjustments: adjustments.filter(({ amount }) => amount !== 0),
  patientResponsibility: cents(
    adjustments.reduce((sum, { group, amount }) => sum + (group === 'PR' ? amount : 0), 0),
  ),
});

/** All of it is the patient's, or refused to the practice. */
const denied = ({ number, isDeniedToPatient }: DrawnClaim): ClaimPayment =>
  paying(number, 0, {
    statusCode: '4',
    adjustments: [{ group: isDeniedToPatient ? 'PR' : 'CO', reason: '96', amount: CHARGE }],
  });

/** What is neither paid nor the patient's is by contract. Who is paid the same owes the same, so that a reversal mirrors what it takes back. */
function sharing(
  number: string,
  paid: number,
  changes: Partial<ClaimPayment> = {},
  share = paid % MOST_SHARE,
): ClaimPayment {
  const charge = changes.statusCode === '22' ? -CHARGE : CHARGE;
  const adjustments = [
    { group: 'PR', reason: '1', amount: cents(share) },
    { group: 'CO', reason: '45', amount: cents(charge - paid - share) },
  ];
  return paying(number, paid, {
    ...changes,
    adjustments: adjustments.filter(({ amount }) => amount !== 0),
    patientResponsibility: cents(share),
  });
}

/** Two lines, of which one takes up the other. */
function bundled(payment: ClaimPayment): ClaimPayment {
  const { paidAmount } = payment;
  const line = (submitted: string, chargeAmount: number, paid: number) => ({
    procedureCode: '97110',
    submittedProcedureCode: submitted,
    modifiers: [],
    submittedModifiers: [],
    chargeAmount: cents(chargeAmount),
    paidAmount: cents(paid),
    units: 1,
    adjustments: [{ group: 'CO', reason: '45', amount: cents(chargeAmount - paid) }],
    remarkCodes: [],
  });
  return {
    ...payment,
    adjustments: [],
    lines: [line('97110', CHARGE - 100, paidAmount), line('97140', 100, 0)],
  };
}
