/** What a refused file means for its claims, where it was uploaded once, and where more than one copy of it may be there. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import type { OutboundFile } from '../../store/outbound-files.ts';
import { noteRefusedCopy, setOutboundState } from '../../store/outbound-states.ts';
import type { Scope } from '../../store/store.ts';
import type { LearntFact } from '../facts.ts';

const REFUSED_AFTER_ACCEPTED =
  'It refuses a file that an earlier answer had accepted. Ask the clearinghouse which of the two holds.';

const SEEN_AND_REFUSED = 'The last one was called seen before, and an earlier one had been refused.';

const ACCEPTED_AFTER_REFUSED =
  'It accepts a file that had been refused, so that its claims may have been billed anew. Ask the clearinghouse whether it has them twice.';

export interface Concluded {
  readonly facts: readonly LearntFact[];
  readonly reason: string | null;
}

export interface Refusal {
  readonly claimId: string;
  readonly fact: Extract<ClaimFact, { type: 'file-rejected' }>;
  readonly dedupeKey: string;
}

/**
 * All claims of the file are refused. Where it was uploaded again, an answer does not say which copy it speaks of: an
 * acceptance of the other may be under way, so that nobody is told to bill anew until that is known.
 */
export async function concludeRefused(
  scope: Scope,
  file: OutboundFile,
  refusals: readonly Refusal[],
  at: UtcInstant,
): Promise<Concluded> {
  const isOneOfSeveral = file.attempts > 1 || file.state === 'ready';
  if (file.state === 'accepted') return { facts: [], reason: isOneOfSeveral ? null : REFUSED_AFTER_ACCEPTED };
  if (!isOneOfSeveral) {
    await setOutboundState(scope, file.id, 'rejected', at);
    return { facts: refusals, reason: null };
  }
  await noteRefusedCopy(scope, file);
  // What is about to be uploaded again decides by its own answer.
  if (file.state === 'ready') return { facts: [], reason: null };
  if (['sending', 'sent'].includes(file.state)) await setOutboundState(scope, file.id, 'unknown', at);
  return { facts: refusals.map((refusal) => ofOneCopy(refusal, file)), reason: null };
}

/** Why an acceptance can't be counted; null when it can. */
export const acceptedTooLate = ({ state }: OutboundFile): string | null =>
  state === 'rejected' ? ACCEPTED_AFTER_REFUSED : null;

/**
 * "Seen before", said of a file that we sent twice, means that the first one had arrived; what became of that stays. Where a copy had
 * been refused, it may be the one that was seen.
 */
export async function concludeSeenBefore(
  scope: Scope,
  file: OutboundFile,
  claimIds: readonly string[],
  at: UtcInstant,
): Promise<Concluded> {
  const isKnown = file.state === 'accepted' || file.state === 'rejected';
  if (!isKnown && file.refusals > 0) {
    const fact = { type: 'file-rejected', codes: [], message: SEEN_AND_REFUSED } as const;
    const refusals = claimIds.map((claimId) => ({ claimId, fact, dedupeKey: '' }));
    return concludeRefused(scope, file, refusals, at);
  }
  if (!isKnown) await setOutboundState(scope, file.id, 'sent', at);
  const fact = { type: 'sent', outboundFileId: file.id, fileName: file.name } as const;
  return {
    facts: claimIds.map((claimId) => ({ claimId, fact, dedupeKey: `sent:${file.id}` })),
    reason: null,
  };
}

function ofOneCopy({ claimId, fact }: Refusal, { id, name, refusals }: OutboundFile): LearntFact {
  const { codes, message } = fact;
  const refusal = refusals + 1;
  return {
    claimId,
    dedupeKey: `copy-refused:${id}:${refusal}`,
    fact: { type: 'copy-refused', fileName: name, refusal, codes, message },
  };
}
