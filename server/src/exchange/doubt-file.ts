/** A file that nobody here can look for: its answer, or a person, says what became of it. */
import type { UtcInstant } from '@claimside/shared/values';
import { listClaimsOfFile, type OutboundFile, type OutboundState } from '../store/outbound-files.ts';
import { markSending, setOutboundState } from '../store/outbound-states.ts';
import type { Scope } from '../store/store.ts';
import { appendLearnt } from './facts.ts';

/** A test file is nobody's work: whoever waits for it sends another one. */
export const inDoubt = ({ isTrial }: Pick<OutboundFile, 'isTrial'>): OutboundState =>
  isTrial ? 'held' : 'unknown';

/**
 * A `ready` file counts as uploaded once more, so that what a person said of an earlier upload is no word on this one. `sentTo`:
 * where to look for it, where that is not at the account. Gives the claims for which it is new.
 */
export async function doubtFile(
  scope: Scope,
  file: OutboundFile,
  at: UtcInstant,
  sentTo?: string,
): Promise<string[]> {
  const { id, name: fileName, state, attempts } = file;
  if (state === 'ready') await markSending(scope, id, at);
  await setOutboundState(scope, id, inDoubt(file), at);
  const attempt = state === 'ready' ? attempts + 1 : attempts;
  const where = sentTo === undefined ? {} : { sentTo };
  const learnt = [...(await listClaimsOfFile(scope, id)).values()].map((claimId) => ({
    claimId,
    dedupeKey: `delivery-unknown:${id}:${attempt}`,
    fact: { type: 'delivery-unknown', fileName, attempt, ...where } as const,
  }));
  return appendLearnt(scope, { kind: 'system' }, at, learnt);
}
