/** The payments for an upload: one check for each payer and billing provider, then what is reversed or taken back. */
import { type Cents, cents, type IsoDate, sumCents } from '@claimside/shared/values';
import { groupBy } from '../../transactions/parts/group.ts';
import type {
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
} from '../../transactions/remittance-835/index.ts';
import type { RemittanceOutcome } from '../scenarios.ts';
import {
  adjudicate,
  adjudicateAfter,
  isAfterOther,
  reverse,
  TERMS,
  withForeignNumber,
} from './adjudicate.ts';
import { dayOf, type JudgedClaim, type JudgedFile, nameOf } from './judged.ts';

/** A check before it has its number. */
export type UnnumberedRemittance = Omit<Remittance, 'traceNumber'>;

/** First what each outcome pays, then what follows in a later check. */
const FIRST: Readonly<Record<RemittanceOutcome, (claim: JudgedClaim) => ClaimPayment[]>> = {
  paid: (claim) => [adjudicate(claim, TERMS.paid)],
  copay: (claim) => [adjudicate(claim, TERMS.copay)],
  partial: (claim) => [adjudicate(claim, TERMS.partial)],
  denied: (claim) => [adjudicate(claim, TERMS.denied)],
  'paid-then-corrected': (claim) => [adjudicate(claim, TERMS.paid)],
  'paid-then-taken-back': (claim) => [adjudicate(claim, TERMS.paid)],
  'paid-under-foreign-number': (claim) => [withForeignNumber(adjudicate(claim, TERMS.paid))],
  none: () => [],
};
const SECOND: Partial<typeof FIRST> = {
  'paid-then-corrected': (claim) => [
    reverse(adjudicate(claim, TERMS.paid)),
    adjudicate(claim, TERMS.corrected),
  ],
  'paid-then-taken-back': (claim) => [reverse(adjudicate(claim, TERMS.paid))],
};

/** What the payer first says of a claim; a correction takes back what it corrects, and a void is paid nothing. */
function firstRound(claim: JudgedClaim): ClaimPayment[] {
  if (claim.scenario.remittance === 'none') return [];
  const original = claim.corrects && standingPayment(claim.corrects);
  const own = claim.claim.frequency === '8' ? [] : ownPayment(claim);
  return [...(original ? [reverse(original)] : []), ...own];
}

function ownPayment(claim: JudgedClaim): ClaimPayment[] {
  const { remittance } = claim.scenario;
  return remittance !== 'denied' && isAfterOther(claim) ? [adjudicateAfter(claim)] : FIRST[remittance](claim);
}

function secondRound(claim: JudgedClaim): ClaimPayment[] {
  return SECOND[claim.scenario.remittance]?.(claim) ?? [];
}

/** The payment of a claim that holds in the end; undefined when none was made, or the last one was taken back. */
export function standingPayment(claim: JudgedClaim): ClaimPayment | undefined {
  const own = [...firstRound(claim), ...secondRound(claim)].filter(
    ({ payerClaimControlNumber }) => payerClaimControlNumber === claim.payerClaimControlNumber,
  );
  const last = own.at(-1);
  return last?.statusCode === '22' ? undefined : last;
}

export function remittances(judged: JudgedFile): readonly UnnumberedRemittance[] {
  const checks = groupBy(
    judged.claims,
    ({ claim }) => `${claim.coverage.payerId} ${claim.billingProvider.npi}`,
  );
  return [firstRound, secondRound].flatMap((round) =>
    [...checks.values()].flatMap((claims) => {
      const payments = claims.flatMap(round);
      const [first] = claims;
      return first && payments.length > 0 ? [check(first, payments, dayOf(judged.at))] : [];
    }),
  );
}

function check(
  { claim }: JudgedClaim,
  payments: readonly ClaimPayment[],
  day: IsoDate,
): UnnumberedRemittance {
  const { billingProvider, coverage } = claim;
  const net = sumCents(payments.map((payment) => payment.paidAmount));
  const paid = cents(Math.max(0, net));
  return {
    handlingCode: paid > 0 ? 'I' : 'H',
    paymentAmount: paid,
    paymentMethod: paid > 0 ? 'ACH' : 'NON',
    paymentDate: day,
    payerTraceId: `1${inventedTaxId(coverage.payerId)}`,
    productionDate: day,
    payer: { name: coverage.payerName, id: coverage.payerId, ...INVENTED_OFFICE },
    payee: {
      name: nameOf(billingProvider),
      npi: billingProvider.npi,
      taxId: billingProvider.taxId,
    },
    claims: payments,
    providerAdjustments: net < 0 ? [carriedForward(billingProvider.npi, day, net)] : [],
  };
}

/** Every payer of the sandbox is at home here. */
const INVENTED_OFFICE = {
  address: { line1: '1 INVENTED AVENUE', city: 'SPRINGFIELD', state: 'IL', postalCode: '627010001' },
  technicalContacts: [{ name: 'SANDBOX HELP DESK', phone: '5555550100' }],
} as const satisfies Partial<Remittance['payer']>;

/** A check is never negative: what is owed to the payer is carried to a later one (PLB FB, negative). */
function carriedForward(providerId: string, day: IsoDate, net: Cents): ProviderAdjustment {
  return { providerId, fiscalDate: `${day.slice(0, 4)}-12-31` as IsoDate, reason: 'FB', amount: net };
}

/** Nine digits that are always the same for a payer; 00 is no prefix the IRS gives. */
function inventedTaxId(payerId: string): string {
  let hash = 0;
  for (const character of payerId) hash = (hash * 31 + character.charCodeAt(0)) % 10_000_000;
  return `00${String(hash).padStart(7, '0')}`;
}
