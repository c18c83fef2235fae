/** An account is changed to another one while answers are awaited at the former: those come there alone. */
import type { FormerAccount } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { type ConnectionSettings, isSameLogIn, madeFor, placeOf } from '../clearinghouse/index.ts';
import { type Connection, listConnections } from '../store/connections.ts';
import { takeNumber } from '../store/counters.ts';
import { copyConnection, handOverFiles, handOverUnread } from '../store/hand-over.ts';
import { countAwaited } from '../store/needs-of-connection.ts';
import type { Scope } from '../store/store.ts';
import type { AccountRefusal } from './connect.ts';

/** Undefined where nothing is awaited there, or somebody has said what becomes of it. */
export async function refuseAwaited(
  scope: Scope,
  before: Connection,
  settings: ConnectionSettings,
  former: FormerAccount | undefined,
): Promise<AccountRefusal | undefined> {
  if (former !== undefined || isSameLogIn(before.settings, settings)) return undefined;
  const { claims, files, inDoubt } = await countAwaited(scope, before.id);
  const awaited = [
    ...(claims > 0
      ? [`${many(claims, 'claim')} in ${many(files, 'file')} ${claims === 1 ? 'awaits' : 'await'} answers`]
      : []),
    ...(inDoubt > 0 ? [`${many(inDoubt, 'file')} may or may not have arrived`] : []),
  ];
  if (awaited.length === 0) return undefined;
  return {
    code: 'connection-awaits-answers',
    why: `${awaited.join(', and ')} at ${placeOf(madeFor(before.settings))}. Answers come there alone: keep the former account as a further connection, which goes on fetching them, or let it go.`,
  };
}

/** The former account goes on as a further connection, to which no payer is routed. Call before the account is changed. */
export async function keepFormer(scope: Scope, before: Connection, at: UtcInstant): Promise<string> {
  const id = nextId(await takeNumber(scope, 'connection'));
  const taken = (await listConnections(scope)).map(({ name }) => name.toLowerCase());
  const ending = ` until ${at.slice(0, 10)}`;
  const name = [ending, ...Array.from(taken, (_, index) => `${ending} (${index + 2})`)]
    .map((end) => `${before.name.slice(0, NAME_LENGTH - end.length)}${end}`)
    .find((each) => !taken.includes(each.toLowerCase()));
  await copyConnection(scope, before.id, { id, name: name ?? id, at });
  await handOverUnread(scope, before.id, id);
  return id;
}

/** Of `ConnectionName`. */
const NAME_LENGTH = 40;

/** The main one has no number. */
export const nextId = (taken: number): string => String(taken + 1);

/** Files that were made for this account while another connection had it. */
export function takeOverFiles(scope: Scope, id: string, settings: ConnectionSettings): Promise<void> {
  return handOverFiles(scope, id, (account) => isSameLogIn(account, settings));
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
