/** How one payment is told once more: by a portal or another clearinghouse, whole or in parts. */
import { cents, type IsoDate, sumCents } from '@claimside/shared/values';
import fc from 'fast-check';
import type { ClaimPayment, Remittance } from '../../transactions/remittance-835/index.ts';

export interface Heads {
  readonly payerTraceId: fc.Arbitrary<string>;
  readonly paymentDate: fc.Arbitrary<IsoDate>;
}

export const retoldOf = ({ payerTraceId, paymentDate }: Heads) =>
  fc.record({
    payerTraceId: fc.option(payerTraceId, { nil: undefined }),
    isSpeltOtherwise: fc.boolean(),
    paymentDate: fc.option(paymentDate, { nil: undefined }),
    inOtherDetail: fc.boolean(),
    /** CLP02 19 in place of 1. */
    isSentOn: fc.boolean(),
    /** Each part with its own total, or with that of all. */
    parts: fc.constantFrom('one', 'one', 'own-total', 'whole-total'),
  });
type Retold = ReturnType<typeof retoldOf> extends fc.Arbitrary<infer Value> ? Value : never;

/** Each for a file of its own. */
export function retell(
  remittance: Remittance,
  { payerTraceId, isSpeltOtherwise, paymentDate, inOtherDetail, isSentOn, parts }: Retold,
): Remittance[] {
  const told: Remittance = {
    ...(inOtherDetail ? otherAccountOf(remittance) : remittance),
    ...(payerTraceId !== undefined && { payerTraceId }),
    ...(isSpeltOtherwise && { traceNumber: `00${remittance.traceNumber}` }),
    ...(paymentDate !== undefined && { paymentDate }),
  };
  const whole = isSentOn ? { ...told, claims: told.claims.map(sentOn) } : told;
  if (parts === 'one') return [whole];
  return halvesOf(whole).map((half) => (parts === 'own-total' ? withOwnTotal(half) : half));
}

/** The same money told otherwise: each of its claims by another filing indicator. */
export const otherAccountOf = (remittance: Remittance): Remittance => ({
  ...remittance,
  claims: remittance.claims.map((each) => ({ ...each, claimFilingIndicator: '12' })),
});

const sentOn = (payment: ClaimPayment): ClaimPayment =>
  payment.statusCode === '1' ? { ...payment, statusCode: '19' } : payment;

/** What is of the provider stands in the second. */
function halvesOf(remittance: Remittance): Remittance[] {
  const middle = Math.ceil(remittance.claims.length / 2);
  const halves = [
    { ...remittance, claims: remittance.claims.slice(0, middle), providerAdjustments: [] },
    { ...remittance, claims: remittance.claims.slice(middle) },
  ];
  return halves.filter(({ claims, providerAdjustments }) => claims.length + providerAdjustments.length > 0);
}

const withOwnTotal = (remittance: Remittance): Remittance => ({
  ...remittance,
  paymentAmount: cents(
    sumCents(remittance.claims.map(({ paidAmount }) => paidAmount)) -
      sumCents(remittance.providerAdjustments.map(({ amount }) => amount)),
  ),
});
