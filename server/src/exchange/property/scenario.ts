/** Arbitrary histories of payment: what payers say of some claims, in which checks, in which files, and where the server dies meanwhile. */
import { cents } from '@claimside/shared/values';
import fc from 'fast-check';
import type { ClaimPayment, Remittance } from '../../transactions/remittance-835/index.ts';
import { CHARGE, check, paying } from '../testing-posting.ts';

export interface Scenario {
  /** How many claims are billed before: C000000001 and so on. */
  readonly claims: number;
  readonly remittances: readonly Remittance[];
  /** Remittances of each file, in the order of delivery; each remittance is in one at least. */
  readonly files: readonly (readonly Remittance[])[];
  readonly crashes: readonly Crash[];
  /** What people do after each file, as far as there is something to do it with. */
  readonly acts: readonly Act[];
}

/** `which` is counted from the oldest that can be decided, over and over. */
export interface Act {
  readonly kind: 'match' | 'dismiss' | 'take-back' | 'post-all-the-same' | 'set-aside';
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
const which = fc.nat(CHECKS - 1);

const said = fc.record({
  kind: fc.constantFrom(
    'paid',
    'denied',
    'secondary',
    'estimate',
    'bundled',
    'reversed',
    'corrected',
    'reconsidered',
  ),
  paid: fc.integer({ min: 0, max: CHARGE }),
  check: which,
});
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

const drawn = fc.record({
  claims: fc.array(fc.array(said, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  strangers: fc.array(fc.record({ paid: fc.integer({ min: -500, max: 5_000 }), check: which }), {
    maxLength: 2,
  }),
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
  providerAdjustments,
  deliveries,
  order,
  otherAccounts,
  acts,
  crashes,
}: Drawn): Scenario {
  const parts: ClaimPayment[][] = Array.from({ length: CHECKS }, () => []);
  const put = (at: number, payment: ClaimPayment) => parts[at % CHECKS]?.push(payment);
  for (const [index, history] of claims.entries())
    for (const each of history) putAll(put, `C${String(index + 1).padStart(9, '0')}`, each);
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
    ),
  );
  const inFile = ({ checks, turned }: Drawn['deliveries'][number]) =>
    [...new Set(checks)].map((at) => {
      const remittance = remittances[at] as Remittance;
      return turned ? { ...remittance, claims: remittance.claims.toReversed() } : remittance;
    });
  const first = [...deliveries, ...order.map((at) => ({ checks: [at], turned: false }))].map(inFile);
  const others = otherAccounts.map((at) => [otherAccountOf(remittances[at] as Remittance)]);
  const files = [...first, ...others];
  // Not twice over one file: that one would be left alone, as it seems to be what ends the server.
  const apart = crashes.map((crash, index) => (index === 0 ? crash : { ...crash, after: crash.after + 3 }));
  return { claims: claims.length, remittances, files, crashes: apart, acts };
}

/** The same money told otherwise: each of its claims by another filing indicator. */
const otherAccountOf = (remittance: Remittance): Remittance => ({
  ...remittance,
  claims: remittance.claims.map((each) => ({ ...each, claimFilingIndicator: '12' })),
});

/** What a payer says of a claim, spread over as many checks as it takes. */
function putAll(
  put: (at: number, payment: ClaimPayment) => void,
  number: string,
  { kind, paid, check: at }: Said,
) {
  const first = paying(number, paid);
  if (kind === 'denied') put(at, paying(number, 0, { statusCode: '4' }));
  else if (kind === 'reconsidered') return reconsidered(put, number, paid, at);
  else if (kind === 'secondary') put(at, paying(number, paid, { statusCode: '2' }));
  else if (kind === 'estimate') put(at, paying(number, 0, { statusCode: '25' }));
  else if (kind === 'bundled') put(at, bundled(first));
  else put(at, first);
  if (kind !== 'reversed' && kind !== 'corrected') return;
  put(at + 1, paying(number, -paid, { statusCode: '22' }));
  if (kind === 'corrected')
    put(at + 2, paying(number, Math.trunc(paid / 2), { payerClaimControlNumber: 'NEW' }));
}

/** The patient's share of what was decided again. */
export const COPAY = 700;

/** All is the patient's, and later only a copay; the first word is never taken back. */
function reconsidered(
  put: (at: number, payment: ClaimPayment) => void,
  number: string,
  paid: number,
  at: number,
) {
  const all = { group: 'PR', reason: '27', amount: cents(CHARGE) };
  put(at, paying(number, 0, { statusCode: '4', adjustments: [all] }));
  const most = Math.max(1_000, Math.min(paid, CHARGE - COPAY));
  const copay = { group: 'PR', reason: '3', amount: cents(COPAY) };
  const contract = { group: 'CO', reason: '45', amount: cents(CHARGE - COPAY - most) };
  put(at + 1, paying(number, most, { adjustments: [copay, contract] }));
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
