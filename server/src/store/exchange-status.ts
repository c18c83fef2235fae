/** How the exchange of a practice stands: read side of `connections`, with what waits. */
import type { ConnectionStatus, ExchangeStatus } from '@claimside/shared/api';
import { earliestDateOnEarth, type UtcInstant } from '@claimside/shared/values';
import { and, eq } from 'drizzle-orm';
import { ConnectionSettings, MAIN_CONNECTION, noticesOf, profileOf } from '../clearinghouse/index.ts';
import { type Connection, listConnections } from './connections.ts';
import { countFilesNeedingPerson } from './files.ts';
import type { OutboundState } from './outbound-files.ts';
import { readQueues } from './outbox.ts';
import { outboundFiles, outbox, practices } from './schema.ts';
import type { Scope } from './store.ts';

/** Of the main connection, and of the others where there are any. */
export type PracticeExchange = Omit<ExchangeStatus, 'watches'>;

/** `not-set-up` while the practice has no connection; claims are kept and wait. */
export async function getExchangeStatus(scope: Scope, now: UtcInstant): Promise<PracticeExchange> {
  const filesNeedingPerson = await countFilesNeedingPerson(scope);
  const waiting = await countUnsentClaims(scope, now);
  const connections = await listConnections(scope);
  const [main, ...others] = connections;
  if (!main) return { ...(await notSetUp(scope, waiting)), filesNeedingPerson, others: [] };
  const isMixed = new Set(connections.map(({ settings }) => settings.mode)).size > 1;
  const statusOf = (connection: Connection): ConnectionStatus => ({
    ...standing(connection),
    claimsWaiting: waiting.get(connection.id) ?? 0,
    notices: [...noticesIn(connection, now, main.name), ...(isMixed ? inTestMode(connection) : [])],
  });
  return { ...statusOf(main), filesNeedingPerson, others: others.map(statusOf) };
}

async function notSetUp(scope: Scope, waiting: ReadonlyMap<string, number>): Promise<ConnectionStatus> {
  const [row] = await scope.db
    .select({ createdAt: practices.createdAt })
    .from(practices)
    .where(eq(practices.id, scope.practiceId));
  if (!row) throw new Error('no such practice');
  return {
    id: MAIN_CONNECTION,
    clearinghouse: '',
    mode: 'test',
    state: 'not-set-up',
    message:
      'No clearinghouse is set up yet: claims wait here. An admin sets one up in Options, or with claimside clearinghouse set.',
    since: row.createdAt,
    lastContactAt: null,
    nextTryAt: null,
    claimsWaiting: waiting.get(MAIN_CONNECTION) ?? 0,
    notices: [],
  };
}

function standing(connection: Connection): Omit<ConnectionStatus, 'claimsWaiting' | 'notices'> {
  const { id, name, settings, pausedAt, lastContactAt, nextTryAt } = connection;
  const common = { id, clearinghouse: name, mode: settings.mode, lastContactAt };
  if (pausedAt === null)
    return {
      ...common,
      nextTryAt,
      state: connection.state,
      message: connection.stateMessage,
      since: connection.stateSince,
    };
  const message = `${name} is paused: nothing goes out or comes in by it, and its claims wait here. An admin lets it go on in Options, or with claimside clearinghouse resume.`;
  return { ...common, state: 'paused', message, since: pausedAt, nextTryAt: null };
}

/** None for settings of another version, of which the state tells. */
function noticesIn({ id, name, settings }: Connection, now: UtcInstant, main: string): string[] {
  const parsed = ConnectionSettings.safeParse(settings);
  if (!parsed.success) return [];
  const otherwise = id === MAIN_CONNECTION ? undefined : main;
  return noticesOf(profileOf(parsed.data, name), earliestDateOnEarth(now), otherwise);
}

/** Said where another connection is live: there, nobody expects it. */
function inTestMode({ name, settings }: Connection): string[] {
  return settings.mode === 'test' ? [`${name} is in test mode: claims that go by it reach no payer.`] : [];
}

/** Claims of which nothing has left, by connection: in no file yet, or in one whose upload has not begun. */
async function countUnsentClaims(scope: Scope, now: UtcInstant): Promise<ReadonlyMap<string, number>> {
  const counted = new Map<string, number>();
  const add = (id: string, claims: number) => counted.set(id, (counted.get(id) ?? 0) + claims);
  for (const [id, queue] of await readQueues(scope, now)) add(id, queue.waiting);
  const ready = await scope.db
    .select({ id: outboundFiles.connectionId })
    .from(outboundFiles)
    .innerJoin(outbox, eq(outbox.outboundFileId, outboundFiles.id))
    .where(
      and(
        eq(outboundFiles.practiceId, scope.practiceId),
        eq(outboundFiles.state, 'ready' satisfies OutboundState),
      ),
    );
  for (const { id } of ready) add(id, 1);
  return counted;
}
