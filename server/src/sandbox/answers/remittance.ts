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
  adjudicateSentOn,
  isAfterOther,
  partOf,
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
  'denied-to-patient': (claim) => [adjudicate(claim, TERMS.notCovered)],
  'denied-not-first': (claim) => [adjudicate(claim, TERMS.notFirst)],
  'denied-duplicate': (claim) => [adjudicate(claim, TERMS.duplicate)],
  capitated: (claim) => [adjudicate(claim, TERMS.capitated)],
  'crossed-over': (claim) => [adjudicate(claim, TERMS.sentOn)],
  'told-twice': (claim) => [adjudicate(claim, TERMS.paid)],
  split: (claim) => partOf(adjudicate(claim, TERMS.paid), 0, 1),
  'held-back': (claim) => [adjudicate(claim, TERMS.paid)],
  'with-interest': (claim) => [adjudicate(claim, TERMS.paid)],
  'paid-then-corrected': (claim) => [adjudicate(claim, TERMS.paid)],
  'paid-then-taken-back': (claim) => [adjudicate(claim, TERMS.paid)],
  'paid-under-foreign-number': (claim) => [withForeignNumber(adjudicate(claim, TERMS.paid))],
  none: () => [],
};
const SECOND: Partial<typeof FIRST> = {
  split: (claim) => partOf(adjudicate(claim, TERMS.paid), 1),
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
  return !remittance.startsWith('denied') && isAfterOther(claim)
    ? [adjudicateAfter(claim)]
    : FIRST[remittance](claim);
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
  const rounds = [firstRound, secondRound].flatMap((round) =>
    [...checks.values()].flatMap((claims) => {
      const { coverage } = claims[0]?.claim ?? {};
      if (!coverage) return [];
      const payer = { name: coverage.payerName, id: coverage.payerId };
      return check(payer, claims, round, dayOf(judged.at)) ?? [];
    }),
  );
  const byNext = check(
    NEXT_PAYER,
    judged.claims.filter(isSentOn),
    (claim) => [adjudicateSentOn(claim)],
    dayOf(judged.at),
  );
  return byNext ? [...rounds, byNext] : rounds;
}

/** To which claims are sent on, without having been billed. */
const NEXT_PAYER = { name: 'SANDBOX SECOND PLAN', id: 'SBX02' };

const isSentOn = (claim: JudgedClaim): boolean =>
  claim.scenario.remittance === 'crossed-over' && !isAfterOther(claim);

/** Undefined where it would say nothing. */
function check(
  payer: { readonly name: string; readonly id: string },
  claims: readonly JudgedClaim[],
  payments: (claim: JudgedClaim) => ClaimPayment[],
  day: IsoDate,
): UnnumberedRemittance | undefined {
  const told = claims.map((claim) => ({ claim, payments: payments(claim) }));
  const all = told.flatMap((each) => each.payments);
  const [first] = claims;
  if (!first || all.length === 0) return undefined;
  const { billingProvider } = first.claim;
  const beside = told.flatMap(({ claim, payments: own }) => {
    const { reason, amount } = BESIDE[claim.scenario.remittance] ?? {};
    // With the payment itself, not with what follows it.
    const isPaid = own.some(({ paidAmount }) => paidAmount > 0);
    return reason && amount && isPaid ? [providerAdjustment(billingProvider.npi, day, reason, amount)] : [];
  });
  const net = cents(
    sumCents(all.map((payment) => payment.paidAmount)) - sumCents(beside.map(({ amount }) => amount)),
  );
  const paid = cents(Math.max(0, net));
  return {
    handlingCode: paid > 0 ? 'I' : 'H',
    paymentAmount: paid,
    paymentMethod: paid > 0 ? 'ACH' : 'NON',
    paymentDate: day,
    payerTraceId: `1${inventedTaxId(payer.id)}`,
    productionDate: day,
    payer: { ...payer, ...INVENTED_OFFICE },
    payee: {
      name: nameOf(billingProvider),
      npi: billingProvider.npi,
      taxId: billingProvider.taxId,
    },
    claims: all,
    // A check is never negative: what is owed to the payer is carried to a later one.
    providerAdjustments:
      net < 0 ? [...beside, providerAdjustment(billingProvider.npi, day, 'FB', net)] : beside,
  };
}

/** Beside the claims (PLB); positive lowers the check. */
const BESIDE: Readonly<
  Partial<Record<RemittanceOutcome, { readonly reason: string; readonly amount: Cents }>>
> = {
  'held-back': { reason: 'WO', amount: cents(2_000) },
  'with-interest': { reason: 'L6', amount: cents(-150) },
};

/** Every payer of the sandbox is at home here. */
const INVENTED_OFFICE = {
  address: { line1: '1 INVENTED AVENUE', city: 'SPRINGFIELD', state: 'IL', postalCode: '627010001' },
  technicalContacts: [{ name: 'SANDBOX HELP DESK', phone: '5555550100' }],
} as const satisfies Partial<Remittance['payer']>;

const providerAdjustment = (
  providerId: string,
  day: IsoDate,
  reason: string,
  amount: Cents,
): ProviderAdjustment => ({
  providerId,
  fiscalDate: `${day.slice(0, 4)}-12-31` as IsoDate,
  reason,
  amount,
});

/** Nine digits that are always the same for a payer; 00 is no prefix the IRS gives. */
function inventedTaxId(payerId: string): string {
  let hash = 0;
  for (const character of payerId) hash = (hash * 31 + character.charCodeAt(0)) % 10_000_000;
  return `00${String(hash).padStart(7, '0')}`;
}
