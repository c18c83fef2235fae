/** A line for each watchdog and connection, for whoever watches the server from outside: no figure, no name, no word of whom it concerns. */
import { MAIN_CONNECTION } from '../../clearinghouse/index.ts';
import { inOrder, listAllConnections } from '../../store/connections.ts';
import type { Db } from '../../store/store.ts';
import { listWatchNames } from '../../store/watches.ts';
import { isOfConnection, WATCHES } from './checks.ts';

export interface WatchLine {
  readonly name: string;
  /** `main` or a number; empty for what concerns the server. */
  readonly connectionId: string;
  /** In one practice at least. */
  readonly needsPerson: boolean;
}

export async function watchLines(db: Db): Promise<WatchLine[]> {
  const found = await listWatchNames(db);
  const used = (await listAllConnections(db)).map(({ connectionId }) => connectionId);
  const connections = [...new Set([MAIN_CONNECTION, ...used])].toSorted(inOrder);
  const names = Object.keys(WATCHES).flatMap((name) =>
    (isOfConnection(name) ? connections : ['']).map((connectionId) => ({ name, connectionId })),
  );
  return names.map((line) => ({
    ...line,
    needsPerson: found.some(
      ({ name, connectionId }) => name === line.name && connectionId === line.connectionId,
    ),
  }));
}
