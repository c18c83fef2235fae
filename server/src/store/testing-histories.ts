/** For tests: facts of any kind, and random histories of claims that learn them, follow one another or are taken back. */
import { type ClaimFact, type ClaimPaymentFact, FOLLOW_UPS } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { listEvents } from './event-rows.ts';
import type { TestLedger } from './testing.ts';

/** Of a charge of $281.00: what is not paid is contractual, but for $20.00 of copay. */
export function payment(number: number, paid: number, changes: Partial<ClaimPaymentFact> = {}): ClaimFact {
  return {
    type: 'payment',
    payment: {
      paymentKey: `1999999999|CHECK${number}|${paid}|2026-11-24`,
      contentHash: `${number}`,
      checkNumber: `CHECK${number}`,
      paymentDate: '2026-11-24' as IsoDate,
      payerName: 'SAMPLE HEALTH PLAN',
      claimStatusCode: '1',
      payerClaimControlNumber: '',
      charge: cents(28_100),
      paid: cents(paid),
      adjustments: [
        { group: 'PR', reason: '3', amount: cents(2_000) },
        { group: 'CO', reason: '45', amount: cents(28_100 - 2_000 - paid) },
      ],
      ...changes,
    },
  };
}

/** Takes it back. */
export function reversalOf(number: number, fact: ClaimFact): ClaimFact {
  if (fact.type !== 'payment') throw new Error('only a payment is reversed');
  const { paid, adjustments, charge } = fact.payment;
  return payment(number, -paid, {
    claimStatusCode: '22',
    charge: cents(-charge),
    adjustments: adjustments.map((each) => ({ ...each, amount: cents(-each.amount) })),
  });
}

export const PAID = payment(1, 10_000);
const OF_PAID = {
  paymentKey: '1999999999|CHECK1|10000|2026-11-24',
  contentHash: '1',
  checkNumber: 'CHECK1',
};
export const FACTS: readonly ClaimFact[] = [
  PAID,
  reversalOf(2, PAID),
  payment(2, 12_000),
  payment(3, 500, { claimStatusCode: '2' }),
  payment(4, 0, { claimStatusCode: '4' }),
  payment(5, 9_900, { claimStatusCode: '25' }),
  payment(6, 0, { claimStatusCode: '23' }),
  payment(6, 0, { contentHash: '6-1' }),
  { type: 'written-off', of: 'payer', amount: cents(1_000), reason: 'courtesy' },
  { type: 'written-off', of: 'payer', amount: cents(-1_000), reason: 'courtesy' },
  { type: 'written-off', of: 'patient', amount: cents(500), reason: 'small-balance' },
  { type: 'patient-paid', amount: cents(2_000), paidOn: '2026-11-25' as IsoDate, method: 'card' },
  { type: 'patient-paid', amount: cents(-300), paidOn: '2026-11-26' as IsoDate, method: 'card' },
  {
    type: 'refunded',
    how: 'sent',
    amount: cents(10_000),
    paidOn: '2026-11-27' as IsoDate,
    reference: '7',
    of: OF_PAID,
  },
  { type: 'refunded', how: 'taken', amount: cents(3_000), paidOn: '2026-11-27' as IsoDate, reference: '8' },
  {
    type: 'refunded',
    how: 'sent',
    amount: cents(-4_000),
    paidOn: '2026-11-28' as IsoDate,
    reference: '7',
    of: OF_PAID,
  },
  { type: 'sent', outboundFileId: 'file', fileName: 'FILE' },
  { type: 'clearinghouse-rejected', codes: [], message: '' },
  { type: 'payer-rejected', codes: [], message: '' },
  { type: 'payer-accepted' },
  { type: 'clearinghouse-received' },
  { type: 'payer-received', isForwarded: true },
  { type: 'correction-given-up', told: 'invented' },
];

export interface Step {
  /** Which claim, of those that there are. */
  readonly claim: number;
  readonly what: { readonly fact: number } | { readonly how: number; readonly charge: number } | 'take-back';
}

/** Histories of two accounts. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    claim: fc.nat(20),
    what: fc.oneof(
      { weight: 8, arbitrary: fc.record({ fact: fc.nat(FACTS.length - 1) }) },
      {
        weight: 2,
        arbitrary: fc.record({ how: fc.nat(FOLLOW_UPS.length - 1), charge: fc.nat(30_000) }),
      },
      { weight: 1, arbitrary: fc.constant('take-back' as const) },
    ),
  }),
  { maxLength: 25 },
);

/** Does the steps on two accounts; gives the claims of each, the first one first, without those taken back. */
export async function follow(
  ledger: TestLedger,
  done: readonly Step[],
): Promise<{ id: string; how: string }[][]> {
  const accounts = [[{ id: await ledger.bill(), how: '' }], [{ id: await ledger.bill(), how: '' }]];
  const takenBack = new Set<string>();
  for (const { claim, what } of done) {
    const account = accounts[claim % 2] ?? [];
    const last = account.at(-1);
    const any = account[claim % account.length];
    if (!last || !any) continue;
    if (what === 'take-back') {
      const earlier = account.at(-2);
      // Only what no file has taken yet.
      if ((await listEvents(ledger.scope, last.id)).some(({ fact }) => fact.type !== 'queued')) continue;
      if (!earlier) continue;
      await ledger.takeBack(last.id, earlier.id);
      takenBack.add(last.id);
      account.pop();
    } else if ('fact' in what) {
      await ledger.learn(any.id, FACTS[what.fact] as ClaimFact);
    } else {
      const how = FOLLOW_UPS[what.how] ?? 'resend';
      account.push({ id: await ledger.bill(cents(what.charge), { claimId: last.id, how }), how });
    }
  }
  return accounts;
}
