/** What the pretended payers pay for a claim, line by line, in whole cents. */
import { totalCharge } from '@claimside/shared/claim';
import { type Cents, cents, sumCents } from '@claimside/shared/values';
import type {
  ClaimAdjustment,
  ClaimPayment,
  ServicePayment,
} from '../../transactions/remittance-835/index.ts';
import type { JudgedClaim } from './judged.ts';

/** How a claim is paid: percentages of each charge, and what the patient owes of the allowed amount. */
interface Terms {
  /** CLP02. */
  readonly statusCode: string;
  readonly allowedPercent: number;
  readonly deductible: Cents;
  readonly coinsurancePercent: number;
  readonly copay: Cents;
  /** Why the rest is not allowed (CAS01, CAS02). */
  readonly contractualGroup: 'CO' | 'PR';
  readonly contractualReason: string;
}

const PAID: Terms = {
  statusCode: '1',
  allowedPercent: 80,
  deductible: cents(0),
  coinsurancePercent: 0,
  copay: cents(0),
  contractualGroup: 'CO',
  contractualReason: '45',
};

const DENIED: Terms = { ...PAID, statusCode: '4', allowedPercent: 0, contractualReason: '197' };
const PARTIAL: Terms = { ...PAID, deductible: cents(5000), coinsurancePercent: 20 };

export const TERMS = {
  paid: PAID,
  corrected: { ...PAID, allowedPercent: 90 },
  copay: { ...PAID, copay: cents(2500) },
  partial: PARTIAL,
  sentOn: { ...PARTIAL, statusCode: '19' },
  denied: DENIED,
  notCovered: { ...DENIED, contractualGroup: 'PR', contractualReason: '96' },
  notFirst: { ...DENIED, contractualReason: '22' },
  duplicate: { ...DENIED, contractualReason: '18' },
  capitated: { ...DENIED, statusCode: '1', contractualReason: '24' },
} as const satisfies Record<string, Terms>;

/** The claim's part of an 835 (2100 and its 2110s). It balances: charge less all adjustments is what is paid. */
export function adjudicate(judged: JudgedClaim, terms: Terms): ClaimPayment {
  const { claim } = judged;
  let deductible = terms.deductible;
  let copay = terms.copay;
  const lines = claim.serviceLines.map((line): ServicePayment => {
    const allowed = percentOf(line.chargeAmount, terms.allowedPercent);
    const towardsDeductible = cents(Math.min(deductible, allowed));
    deductible = cents(deductible - towardsDeductible);
    const towardsCopay = cents(Math.min(copay, allowed - towardsDeductible));
    copay = cents(copay - towardsCopay);
    const afterBoth = cents(allowed - towardsDeductible - towardsCopay);
    const coinsurance = percentOf(afterBoth, terms.coinsurancePercent);
    const { lineItemControlNumber: lineControlNumber } = line;
    return {
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      chargeAmount: line.chargeAmount,
      paidAmount: cents(afterBoth - coinsurance),
      units: line.units,
      serviceDate: line.serviceDate,
      ...(lineControlNumber ? { lineControlNumber } : {}),
      ...(allowed > 0 ? { allowedAmount: allowed } : {}),
      adjustments: [
        adjustment(terms.contractualGroup, terms.contractualReason, cents(line.chargeAmount - allowed)),
        adjustment('PR', '1', towardsDeductible),
        adjustment('PR', '2', coinsurance),
        adjustment('PR', '3', towardsCopay),
      ].filter(({ amount }) => amount !== 0),
      remarkCodes: [],
    };
  });
  return {
    patientControlNumber: judged.patientControlNumber,
    statusCode: terms.statusCode,
    chargeAmount: totalCharge(claim),
    paidAmount: sumCents(lines.map((line) => line.paidAmount)),
    patientResponsibility: patientShare(lines),
    claimFilingIndicator: claim.coverage.claimFilingIndicator,
    payerClaimControlNumber: judged.payerClaimControlNumber,
    patient: {
      lastName: claim.patient.lastName,
      firstName: claim.patient.firstName,
      memberId: claim.coverage.memberId,
    },
    adjustments: [],
    lines,
  };
}

/** What a later payer pays of the patient's share that the payers before it left, in percent. */
const SECONDARY_PERCENT = 80;

/** True for a claim that says what an earlier payer made of it. */
export function isAfterOther({ claim }: JudgedClaim): boolean {
  return (
    (claim.coverage.rank ?? 'P') !== 'P' &&
    claim.serviceLines.some(({ adjudications = [] }) => adjudications.length > 0)
  );
}

/** As a second payer: of each line all but the patient's share is the payers' before (OA 23), and most of that share is paid. */
export function adjudicateAfter(judged: JudgedClaim): ClaimPayment {
  const lefts = judged.claim.serviceLines.map(({ adjudications = [] }) =>
    patientShare(adjudications.slice(-1)),
  );
  return payLeft(adjudicate(judged, PAID), lefts);
}

/** Of a payer to which the first one sends its claims on by itself. */
export function adjudicateSentOn(judged: JudgedClaim): ClaimPayment {
  const first = adjudicate(judged, TERMS.sentOn);
  const second = payLeft(
    first,
    first.lines.map((line) => patientShare([line])),
  );
  return { ...second, payerClaimControlNumber: `2ND${judged.clearinghouseClaimId}` };
}

/** `lefts`: what the payer before left to the patient, line by line. */
function payLeft(paid: ClaimPayment, lefts: readonly Cents[]): ClaimPayment {
  const lines = paid.lines.map((line, index): ServicePayment => {
    const left = lefts[index] ?? cents(0);
    const own = percentOf(left, SECONDARY_PERCENT);
    const { allowedAmount: _, ...rest } = line;
    return {
      ...rest,
      paidAmount: own,
      adjustments: [
        adjustment('OA', '23', cents(line.chargeAmount - left)),
        adjustment('PR', '2', cents(left - own)),
      ].filter(({ amount }) => amount !== 0),
    };
  });
  return {
    ...paid,
    statusCode: '2',
    paidAmount: sumCents(lines.map((line) => line.paidAmount)),
    patientResponsibility: patientShare(lines),
    lines,
  };
}

/** The part of a payment that is about these lines, as payers tell it that split a claim. */
export function partOf(payment: ClaimPayment, from: number, to?: number): ClaimPayment[] {
  const lines = payment.lines.slice(from, to);
  if (lines.length === 0) return [];
  return [
    {
      ...payment,
      chargeAmount: sumCents(lines.map(({ chargeAmount }) => chargeAmount)),
      paidAmount: sumCents(lines.map(({ paidAmount }) => paidAmount)),
      patientResponsibility: patientShare(lines),
      lines,
    },
  ];
}

/** Takes an earlier payment back: the same amounts with their signs turned, claim status 22. */
export function reverse(payment: ClaimPayment): ClaimPayment {
  const lines = payment.lines.map(({ allowedAmount: _, ...line }) => ({
    ...line,
    chargeAmount: negative(line.chargeAmount),
    paidAmount: negative(line.paidAmount),
    adjustments: line.adjustments.map((each) => ({ ...each, amount: negative(each.amount) })),
  }));
  return {
    ...payment,
    statusCode: '22',
    chargeAmount: negative(payment.chargeAmount),
    paidAmount: negative(payment.paidAmount),
    patientResponsibility: patientShare(lines),
    lines,
  };
}

function adjustment(group: string, reason: string, amount: Cents): ClaimAdjustment {
  return { group, reason, amount };
}

function patientShare(
  lines: readonly {
    readonly adjustments?: readonly Pick<ClaimAdjustment, 'group' | 'amount'>[] | undefined;
  }[],
): Cents {
  const shares = lines.flatMap(({ adjustments = [] }) => adjustments.filter(({ group }) => group === 'PR'));
  return sumCents(shares.map(({ amount }) => amount));
}

/** Rounded down to the cent. */
function percentOf(amount: Cents, percent: number): Cents {
  return cents(Math.floor((amount * percent) / 100));
}

/** Subtracted, as the sign alone would make a negative zero. */
function negative(amount: Cents): Cents {
  return cents(0 - amount);
}

/** As payers answer who entered the claim by hand: neither our numbers nor theirs of before, no member, modifiers dropped. */
export function withForeignNumber(payment: ClaimPayment): ClaimPayment {
  const { memberId: _, ...patient } = payment.patient;
  const number = payment.payerClaimControlNumber.slice(-6);
  return {
    ...payment,
    patientControlNumber: `ACCT-${number}`,
    payerClaimControlNumber: `BYHAND${number}`,
    patient,
    lines: payment.lines.map(({ lineControlNumber: __, ...line }) => ({ ...line, modifiers: [] })),
  };
}
