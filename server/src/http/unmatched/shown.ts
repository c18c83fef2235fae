/** An answer as people see it: what came, what it says of whose it is, and what was decided of it before. */
import type { AnswerShown, DecidedAnswer, UnmatchedAnswer } from '@claimside/shared/api';
import { describeEvent } from '@claimside/shared/lifecycle';
import { suggestClaims } from '../../remittance/index.ts';
import { findClaim } from '../../store/claims.ts';
import type { Scope } from '../../store/store.ts';
import type { StoredUnmatchedAnswer } from '../../store/unmatched-answers.ts';

/** One that waits, with the claims that it may be about. */
export async function waitingAnswer(scope: Scope, stored: StoredUnmatchedAnswer): Promise<UnmatchedAnswer> {
  const { reference, claimId, reopenedAt, reopenedFrom, reason } = stored;
  return {
    ...shown(stored),
    suggestions: await suggestClaims(scope, reference, { holder: claimId, takenFrom: reopenedFrom }),
    heldBy: await named(scope, claimId),
    takenBack:
      reopenedAt === null
        ? null
        : {
            at: reopenedAt,
            claim: await named(scope, reopenedFrom),
            reason,
          },
  };
}

/** One that a person decided on. */
export async function decidedAnswer(scope: Scope, stored: StoredUnmatchedAnswer): Promise<DecidedAnswer> {
  const claim = await named(scope, stored.claimId);
  return {
    ...shown(stored),
    decidedAt: stored.decidedAt ?? '',
    claim,
    reason: claim === null ? stored.reason : null,
  };
}

async function named(scope: Scope, claimId: string | null): Promise<DecidedAnswer['claim']> {
  const found = claimId === null ? undefined : await findClaim(scope, claimId);
  if (!found) return null;
  const { id, patientName, serviceDate } = found.summary;
  return { id, patientName, serviceDate };
}

function shown(stored: StoredUnmatchedAnswer): AnswerShown {
  const { id, reference, fact, createdAt, inboundFileId, fileName } = stored;
  const source = { kind: 'inbound-file', fileId: inboundFileId, fileName } as const;
  const { title, detail } = describeEvent({ id, at: createdAt, source, fact }, 'The clearinghouse');
  const payment = fact.type === 'payment' ? fact.payment : undefined;
  const { lastName, firstName } = reference;
  return {
    id,
    title,
    detail,
    receivedAt: createdAt,
    file: { id: inboundFileId, name: fileName },
    says: {
      patientControlNumber: reference.patientControlNumber,
      payerClaimControlNumber: reference.payerClaimControlNumber ?? null,
      patientName: lastName === undefined ? null : [lastName, firstName].filter(Boolean).join(', '),
      memberId: reference.memberIds?.[0] ?? null,
      serviceDate: reference.serviceDate ?? null,
      charge: reference.charge ?? null,
      paid: payment?.paid ?? null,
      payerName: reference.payerName ?? null,
      checkNumber: payment?.checkNumber ?? null,
      paymentDate: payment?.paymentDate ?? null,
    },
  };
}
