/** What a connection is still needed for: what goes out by it, and what is to come. */
import { EXCHANGED_ANSWERS } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { listUnreadFiles } from './inbound-files.ts';
import { listOutboundFiles } from './outbound-files.ts';
import { readQueue } from './outbox.ts';
import { countAwaiting } from './silences.ts';
import type { Scope } from './store.ts';

export interface Needs {
  /** Claims in no file yet. */
  readonly waiting: number;
  /** Files of which it is not known that they arrived. */
  readonly leaving: number;
  /** Claims that left by it whose next answer is still expected; one that stays away is noticed in its time, and awaited no more. */
  readonly awaiting: number;
  /** Files that came by it and that nobody has read. */
  readonly unread: number;
}

export async function readNeeds(scope: Scope, id: string, now: UtcInstant): Promise<Needs> {
  return {
    waiting: (await readQueue(scope, id, now)).waiting,
    leaving: (await listOutboundFiles(scope, ['ready', 'sending', 'unknown'], id)).length,
    awaiting: (await countAwaiting(scope, id, EXCHANGED_ANSWERS)).claims,
    unread: (await listUnreadFiles(scope, id)).length,
  };
}

export interface Awaited {
  readonly claims: number;
  /** In which they left. */
  readonly files: number;
  /** Files that were begun and of which it is not known that they arrived. */
  readonly inDoubt: number;
}

/** What is to come from the account that a connection has. */
export async function countAwaited(scope: Scope, id: string): Promise<Awaited> {
  const begun = await listOutboundFiles(scope, ['ready', 'sending', 'unknown'], id);
  return {
    ...(await countAwaiting(scope, id, EXCHANGED_ANSWERS)),
    inDoubt: begun.filter(({ attempts, isTrial }) => attempts > 0 && !isTrial).length,
  };
}
