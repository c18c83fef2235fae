/** By which connection a payer is asked: that of its claims, where questions are set up for it. */
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import type { ServerKey } from '../access/index.ts';
import { connectionFor, type Destination } from '../clearinghouse/index.ts';
import { type RealTimeAccess, realTimeAccess } from '../practice/index.ts';
import { findConnection } from '../store/connections.ts';
import { readRouting } from '../store/routing.ts';
import type { Scope } from '../store/store.ts';
import type { QuestionRefusal } from './refusal.ts';

export interface Way extends RealTimeAccess {
  readonly connectionId: string;
}

export async function wayTo(
  scope: Scope,
  key: Pick<ServerKey, 'openSecret'>,
  destination: Destination,
  now: UtcInstant,
): Promise<Result<Way, QuestionRefusal>> {
  const connectionId = connectionFor(await readRouting(scope), destination, now);
  const connection = await findConnection(scope, connectionId);
  if (!connection)
    return refused(
      'No clearinghouse is set up, so that no payer can be asked. An admin sets it up in Options.',
    );
  const { name, pausedAt } = connection;
  if (pausedAt !== null)
    return refused(`${name} is paused, so that nothing is asked by it. An admin lets it go on in Options.`);
  const access = opened(connection, key);
  if (access === 'sealed otherwise')
    return refused(
      `The password for questions by ${name} can not be opened with this server’s key. An admin sets it again.`,
    );
  if (!access)
    return refused(
      `Questions to payers are not set up for ${name}. An admin asks it for real-time access, then sets it in Options, Clearinghouse connections, Questions.`,
    );
  return ok({ ...access, connectionId });
}

const refused = (why: string) => err({ code: 'real-time-not-set-up', why } as const);

function opened(
  connection: Parameters<typeof realTimeAccess>[0],
  key: Pick<ServerKey, 'openSecret'>,
): RealTimeAccess | undefined | 'sealed otherwise' {
  try {
    return realTimeAccess(connection, key);
  } catch {
    return 'sealed otherwise';
  }
}
