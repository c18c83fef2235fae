/** One remittance in full, read anew from the file that it came in, with what became of each of its claims. */
import type { ClaimPaid, RemittanceDetail } from '@claimside/shared/api';
import { type Cents, sumCents } from '@claimside/shared/values';
import { findInboundFile } from '../store/inbound-files.ts';
import { claimsOfParts } from '../store/posted-parts.ts';
import { findRemittance, type StoredRemittance } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import { unmatchedPartsOf } from '../store/unmatched-money.ts';
import {
  type ClaimAdjustment,
  type Remittance,
  readRemittance,
  signedPayment,
} from '../transactions/remittance-835/index.ts';
import { claimsNamedIn } from './named-claims.ts';
import { type PaymentPart, paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
import { paymentKey, remittanceHash } from './payment-key.ts';

/** Undefined when the practice has no such remittance. */
export async function remittanceDetail(scope: Scope, id: string): Promise<RemittanceDetail | undefined> {
  const stored = await findRemittance(scope, id);
  const file = stored && (await findInboundFile(scope, stored.fileId));
  const remittance = file && remittanceIn(file.bytes, stored);
  if (!stored || !remittance) return undefined;
  const { summary, fileId, fileName, posted } = stored;
  const claims = posted ? await claimsOfParts(scope, paymentKeyPrefix(stored.paymentKey)) : new Map();
  const unmatched = posted ? await unmatchedPartsOf(scope, stored.paymentKey) : new Map();
  const { providerAdjustments } = remittance;
  const named = await claimsNamedIn(
    scope,
    providerAdjustments.map(({ reference }) => reference),
  );
  return {
    ...summary,
    fileId,
    fileName,
    balance: {
      claims: sumCents(remittance.claims.map(({ paidAmount }) => paidAmount)),
      providerAdjustments: sumCents(providerAdjustments.map(({ amount }) => amount)),
      payment: signedPayment(remittance),
    },
    claimPayments: paymentPartsOf(remittance).map((part) => claimPaid(part, claims, unmatched)),
    providerAdjustments: providerAdjustments.map(({ reference, ...adjustment }) => ({
      ...adjustment,
      reference: reference ?? null,
      claimId: named.get(reference ?? '') ?? null,
    })),
  };
}

/** The stored one out of its file: the one of this content; where the reader has learnt to tell more since, the one of this payment. */
export function remittanceIn(
  bytes: Uint8Array,
  { contentHash, paymentKey: key }: Pick<StoredRemittance, 'contentHash' | 'paymentKey'>,
): Remittance | undefined {
  const ofPayment = readRemittance(bytes).remittances.filter((each) => paymentKey(each) === key);
  return ofPayment.find((each) => remittanceHash(each) === contentHash) ?? ofPayment[0];
}

function claimPaid(
  { payment, fact, dedupeKey }: PaymentPart,
  claims: ReadonlyMap<string, string>,
  unmatched: Awaited<ReturnType<typeof unmatchedPartsOf>>,
): ClaimPaid {
  const claimId = claims.get(dedupeKey) ?? null;
  const answer = unmatched.get(dedupeKey);
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
    state: claimId !== null ? 'posted' : answer ? STATES[answer.state] : 'not-posted',
    claimId,
    answerId: answer?.id ?? null,
  };
}

const STATES = {
  waiting: 'waiting',
  dismissed: 'put-aside',
  matched: 'posted',
  'in-doubt': 'posted',
} as const;

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
