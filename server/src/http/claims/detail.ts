/** A claim with everything known of it. */
import type { ClaimDetail } from '@claimside/shared/api';
import { foldClaim } from '@claimside/shared/lifecycle';
import { listAnsweredEvents } from '../../store/answers-of-claim.ts';
import { listEvents } from '../../store/claim-events.ts';
import { findClaim } from '../../store/claims.ts';
import { findFileOfClaim } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { listSubmissions } from '../../store/submissions.ts';

/** Undefined when the practice has no such claim. */
export async function claimDetail(scope: Scope, id: string): Promise<ClaimDetail | undefined> {
  const found = await findClaim(scope, id);
  if (!found) return undefined;
  const events = await listEvents(scope, id);
  const { payerClaimControlNumber, clearinghouseClaimId, isClosed, silence } = foldClaim(
    found.summary.totalCharge,
    events,
  );
  const submissions = await listSubmissions(scope, id);
  const file = await findFileOfClaim(scope, id);
  return {
    ...found.summary,
    claim: found.claim,
    events,
    payerClaimControlNumber,
    isClosed,
    silence,
    answers: await listAnsweredEvents(scope, id),
    clearinghouseClaimId,
    submissions,
    outboundFile: file ? { name: file.name, state: file.state } : null,
  };
}
