/** What a remittance pays of each of its claims, page by page. */
import type { ClaimPaid, ClaimsPaid } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import { type Cents, parseMoney } from '@claimside/shared/values';
import type { Scope } from '../store/store.ts';
import type { ClaimAdjustment, ClaimPayment } from '../transactions/remittance-835/index.ts';
import { type Fate, fatesOf, readAnew } from './fates.ts';

export interface ClaimsPaidQuery {
  readonly search?: string | undefined;
  readonly state?: ClaimPaid['state'] | undefined;
  readonly limit: number;
  /** The place in the remittance behind which the page begins. */
  readonly cursor?: string | undefined;
}

/** Its claims in the order of the remittance: bytes never change, so that a place in it is a place for good. */
export async function claimsPaid(
  scope: Scope,
  id: string,
  query: ClaimsPaidQuery,
): Promise<ClaimsPaid | undefined> {
  const read = await readAnew(scope, id);
  if (!read) return undefined;
  const fits = query.search === undefined ? () => true : fitsText(query.search);
  const found = (await fatesOf(scope, read))
    .map((part, place) => ({ ...part, place }))
    .filter(({ part, state }) => (query.state ?? state) === state && fits(part.payment));
  const behind = found.filter(({ place }) => place > Number(query.cursor ?? -1));
  const page = behind.slice(0, query.limit);
  const last = behind.length > query.limit ? page.at(-1) : undefined;
  return { claims: page.map(claimPaid), found: found.length, next: last ? String(last.place) : null };
}

/** Any part of the patient's name or of a number, or exactly this amount. */
function fitsText(text: string): (payment: ClaimPayment) => boolean {
  const name = nameKey(text);
  const number = text.toUpperCase();
  const amount = parseMoney(text);
  return ({ patient, patientControlNumber, payerClaimControlNumber, chargeAmount, paidAmount }) =>
    (name !== '' &&
      [
        nameKey(`${patient.lastName} ${patient.firstName}`),
        nameKey(`${patient.firstName} ${patient.lastName}`),
      ].some((each) => each.includes(name))) ||
    [patientControlNumber, payerClaimControlNumber].some((each) => each.toUpperCase().includes(number)) ||
    chargeAmount === amount ||
    paidAmount === amount;
}

function claimPaid({ part: { payment, fact }, ...fate }: Fate): ClaimPaid {
  const { lastName, firstName } = payment.patient;
  return {
    patientControlNumber: payment.patientControlNumber,
    payerClaimControlNumber: payment.payerClaimControlNumber,
    patientName: [lastName, firstName].filter((name) => name !== '').join(', '),
    statusCode: payment.statusCode,
    charge: payment.chargeAmount,
    paid: payment.paidAmount,
    patientResponsibility: payment.patientResponsibility ?? 0,
    adjustments: payment.adjustments.map(shown),
    remarkCodes: [...(fact.remarkCodes ?? [])],
    lines: payment.lines.map((line) => ({
      procedureCode: line.procedureCode,
      modifiers: [...line.modifiers],
      charge: line.chargeAmount,
      paid: line.paidAmount,
      allowed: line.allowedAmount ?? null,
      adjustments: line.adjustments.map(shown),
      remarkCodes: [...line.remarkCodes],
    })),
    state: fate.state,
    claimId: fate.claimId,
    answerId: fate.answerId,
  };
}

const shown = ({
  group,
  reason,
  amount,
  quantity,
}: ClaimAdjustment): { group: string; reason: string; amount: Cents; quantity?: number } => ({
  group,
  reason,
  amount,
  ...(quantity !== undefined && { quantity }),
});
