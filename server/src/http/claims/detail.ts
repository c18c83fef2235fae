/** A claim with everything known of it. */
import type { ClaimDetail } from '@claimside/shared/api';
import { foldClaim } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { listAnsweredEvents } from '../../store/answers-of-claim.ts';
import { listAccountEvents, listEvents } from '../../store/claim-events.ts';
import { findClaim } from '../../store/claims.ts';
import { clearinghouseOfClaim } from '../../store/clearinghouse-of-claim.ts';
import { findFileOfClaim } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { listSubmissions } from '../../store/submissions.ts';
import { underpaidBy } from '../../store/worklists.ts';

/** Undefined when the practice has no such claim. */
export async function claimDetail(
  scope: Scope,
  id: string,
  now: UtcInstant,
): Promise<ClaimDetail | undefined> {
  const found = await findClaim(scope, id);
  if (!found) return undefined;
  const events = await listEvents(scope, id);
  const { payerClaimControlNumber, clearinghouseClaimId, isClosed, silence } = foldClaim(
    found.summary.totalCharge,
    events,
    found.follows === null ? [] : await listAccountEvents(scope, found.follows),
  );
  const submissions: ClaimDetail['submissions'] = [];
  for (const submission of await listSubmissions(scope, id))
    submissions.push({
      ...submission,
      clearinghouse: await clearinghouseOfClaim(scope, submission.id, now),
    });
  const file = await findFileOfClaim(scope, id);
  return {
    ...found.summary,
    claim: found.claim,
    events,
    payerClaimControlNumber,
    isClosed,
    underpaidBy: await underpaidBy(scope, id),
    silence,
    answers: await listAnsweredEvents(scope, id),
    clearinghouseClaimId,
    submissions,
    clearinghouse:
      submissions.find((submission) => submission.id === id)?.clearinghouse ??
      (await clearinghouseOfClaim(scope, id, now)),
    outboundFile: file ? { name: file.name, state: file.state } : null,
  };
}
