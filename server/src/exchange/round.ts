/** One full round for one connection of a practice: freeze, settle, send, receive, interpret; and how the connection stands after it. */
import { ConnectionSettings, profileOf, setCommand } from '../clearinghouse/index.ts';
import { describeError } from '../error-text.ts';
import { type Connection, findConnection, setConnectionState } from '../store/connections.ts';
import { leaveFormerAccount } from './another-account.ts';
import {
  ALL_WELL,
  type ConnectionReport,
  loginStopped,
  reportTrouble,
  roundFailed,
} from './connection-state.ts';
import { type ExchangeContext, inTransaction, publishExchange, reading } from './context.ts';
import { freezeWaiting } from './freeze.ts';
import { interpretStored } from './interpret/index.ts';
import { LeaseLost } from './lease.ts';
import { clearLeftovers } from './leftovers.ts';
import { type Received, receiveNew } from './receive.ts';
import { sendReady, settleBegun } from './send.ts';
import { noticeSilence } from './silence.ts';
import type { ConnectTransport, TransportSession } from './transport.ts';
import { writeTrials } from './trial/write.ts';

export interface RoundTools
  extends Pick<
    ExchangeContext,
    'store' | 'runtime' | 'news' | 'practiceId' | 'connectionId' | 'stopping' | 'lease'
  > {
  readonly connect: ConnectTransport;
  readonly openSecret: (sealed: string) => string;
}

/** How a round ended; `context` is undefined where the connection can't be used. */
export interface RoundOutcome {
  readonly context: ExchangeContext | undefined;
  readonly report: ConnectionReport | undefined;
}

/** Never rejects because of content or of the clearinghouse; a rejection is a bug or a broken store, and the connection says so. */
export async function runRound(tools: RoundTools): Promise<RoundOutcome> {
  const connection = await findConnection(reading(tools), tools.connectionId);
  if (!connection) return { context: undefined, report: undefined };
  try {
    return await roundOf(tools, connection);
  } catch (error) {
    // A broken store takes no word of it either.
    if (!(error instanceof LeaseLost))
      await noteState(tools, connection, roundFailed(connection.failedLogins, connection.name), false).catch(
        () => {},
      );
    throw error;
  }
}

async function roundOf(tools: RoundTools, connection: Connection): Promise<RoundOutcome> {
  const settings = ConnectionSettings.safeParse(connection.settings);
  if (!settings.success) {
    const message =
      'The clearinghouse settings cannot be used as they are. Set them again in Options, or with claimside clearinghouse set: both say what is wrong.';
    const report: ConnectionReport = { state: 'trouble', message, failedLogins: connection.failedLogins };
    await noteState(tools, connection, report, false);
    return { context: undefined, report };
  }
  const { store, runtime, news, practiceId, connectionId, stopping, lease } = tools;
  const profile = profileOf(settings.data, connection.name);
  const tool = { store, runtime, news, practiceId, connectionId, stopping, lease };
  const context = { ...tool, version: connection.version, settings: settings.data, profile };
  if (connection.pausedAt !== null) {
    await interpretStored(context);
    return { context: undefined, report: undefined };
  }
  await leaveFormerAccount(context);
  const frozen = await tryFreeze(context);
  const { report, isAll } = await exchange(tools, context, connection, frozen);
  await interpretStored(context);
  // What may lie there unfetched does not stay away.
  if (isAll) await noticeSilence(context);
  return { context, report };
}

/** A fault in making files must not keep answers from being fetched. */
async function tryFreeze(context: ExchangeContext): Promise<boolean> {
  try {
    await freezeWaiting(context);
    await writeTrials(context);
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) throw error;
    context.runtime.log.error(
      {
        practiceId: context.practiceId,
        connectionId: context.connectionId,
        error: describeError(error),
      },
      'waiting claims could not be frozen',
    );
    return false;
  }
}

const NOT_FROZEN: ConnectionReport = {
  state: 'trouble',
  message: 'Claimside could not make a file of the waiting claims. They are kept; look at the server log.',
  failedLogins: 0,
};

interface Exchanged {
  readonly report: ConnectionReport | undefined;
  /** Whatever answers there were have been fetched. */
  readonly isAll: boolean;
}

async function exchange(
  tools: RoundTools,
  context: ExchangeContext,
  connection: Connection,
  frozen: boolean,
): Promise<Exchanged> {
  const { profile, settings, stopping } = context;
  if (stopping.aborted) return { report: undefined, isAll: false };
  if (connection.failedLogins >= profile.maximumFailedLogins) {
    const report = loginStopped(connection.failedLogins, profile.name);
    await noteState(tools, connection, report, false);
    return { report, isAll: false };
  }
  const secret = openSecret(tools, connection);
  if (secret === undefined) {
    const message =
      "The stored password cannot be opened with this server's key. Set it again in Options, or with claimside clearinghouse set.";
    const report: ConnectionReport = { state: 'trouble', message, failedLogins: connection.failedLogins };
    await noteState(tools, connection, report, false);
    return { report, isAll: false };
  }
  const { host, port, username, hostKeySha256 } = settings;
  const session = await tools.connect({ host, port, username, hostKeySha256, secret }, stopping);
  if (stopping.aborted && !session.ok) return { report: undefined, isAll: false };
  const { problem, isAll } = session.ok
    ? await transfer(context, session.value)
    : { problem: session.error, isAll: false };
  const report = problem
    ? reportTrouble(
        problem,
        session.ok ? 0 : connection.failedLogins,
        profile.maximumFailedLogins,
        profile.name,
      )
    : frozen
      ? ALL_WELL
      : NOT_FROZEN;
  if (problem)
    context.runtime.log.warn(
      {
        practiceId: context.practiceId,
        connectionId: context.connectionId,
        kind: problem.kind,
        phase: problem.phase,
        code: problem.code,
      },
      'exchange trouble',
    );
  await noteState(tools, connection, report, session.ok);
  return { report, isAll };
}

/** Sends before it receives; trouble with one does not keep the other from being tried. */
async function transfer(context: ExchangeContext, session: TransportSession): Promise<Received> {
  try {
    const begun = await settleBegun(context, session);
    const sent = begun ?? (await sendReady(context, session)) ?? (await clearLeftovers(context, session));
    if (context.stopping.aborted) return { problem: sent, isAll: false };
    const { problem, isAll } = await receiveNew(context, session);
    return { problem: sent ?? problem, isAll };
  } finally {
    await session.close();
  }
}

function openSecret(tools: RoundTools, connection: Connection): string | undefined {
  try {
    return tools.openSecret(connection.sealedSecret);
  } catch {
    return undefined;
  }
}

async function noteState(
  tools: RoundTools,
  { id, name, version }: Connection,
  report: ConnectionReport,
  contact: boolean,
): Promise<void> {
  const changed = await inTransaction(tools, (scope) =>
    setConnectionState(scope, {
      ...report,
      message: report.message.replaceAll(setCommand(), setCommand(id, name)),
      id,
      at: tools.runtime.now(),
      contact,
      version,
    }),
  );
  if (changed) publishExchange(tools);
}
