/** What Prometheus asks for: how much waits, for how long, and how requests are answered. Numbers and states alone. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Runtime } from '../runtime.ts';
import { type Gauges, readGauges } from '../store/gauges.ts';
import { findServerNote } from '../store/server-notes.ts';
import type { Store } from '../store/store.ts';
import { watchLines } from './watch/lines.ts';

export interface Metrics {
  /** One request was answered. `route` is the pattern, never the address. */
  answered(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  readonly contentType: string;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
}

export interface MetricsOptions {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'now'>;
  readonly freeBytes: () => Promise<number>;
}

/** A connection is `main` or a number, as `claimside clearinghouse list` shows them. */
const BY_STATE = ['state', 'connection'];
const SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics({ store, runtime, freeBytes }: MetricsOptions): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'claimside_' });
  const requests = new Histogram({
    name: 'claimside_http_request_seconds',
    help: 'How long requests took, by route and answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [register],
  });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `claimside_${name}`, help, labelNames, registers: [register] });
  const kinds = {
    outboundFiles: gauge('outbound_files', 'Files for a clearinghouse, by state', BY_STATE),
    inboundFiles: gauge('inbound_files', 'Files from a clearinghouse that wait for a person', BY_STATE),
    connections: gauge('connections', 'Accounts at a clearinghouse, by state', BY_STATE),
  } as const;
  const claims = gauge('claims', 'Claims, by list and by status', ['of']);
  const waiting = gauge('claims_in_no_file', 'Claims that were billed and are in no file yet');
  const oldest = gauge('oldest_claim_in_no_file_seconds', 'Age of the oldest of those');
  const backup = gauge('backup_age_seconds', 'Age of the last good backup');
  const disk = gauge('disk_free_bytes', 'Free bytes on the disk of the data folder');
  const watches = gauge('watch_needs_person', '1 while a watchdog finds that a person is needed', [
    'name',
    'connection',
  ]);

  const ageOf = (instant: string): number => (Date.parse(runtime.now()) - Date.parse(instant)) / 1_000;

  async function refresh(): Promise<void> {
    const gauges = await readGauges(store.db);
    for (const kind of ['outboundFiles', 'inboundFiles', 'connections'] as const)
      setStates(kinds[kind], gauges[kind]);
    claims.reset();
    for (const { of, count } of gauges.claims) claims.set({ of }, count);
    waiting.set(gauges.claimsInNoFile);
    oldest.set(gauges.oldestInNoFile === null ? 0 : ageOf(gauges.oldestInNoFile));
    const lastBackup = await findServerNote(store.db, 'backup');
    backup.set(lastBackup === undefined ? Number.NaN : ageOf(lastBackup));
    disk.set(await freeBytes());
    watches.reset();
    for (const { name, connectionId, needsPerson } of await watchLines(store.db))
      watches.set({ name, ...(connectionId && { connection: connectionId }) }, needsPerson ? 1 : 0);
  }

  return {
    answered({ method, route, status, seconds }) {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
    contentType: register.contentType,
    async text() {
      await refresh();
      return register.metrics();
    },
  };
}

function setStates(gauge: Gauge, rows: Gauges['connections']): void {
  gauge.reset();
  // Connections of several practices may share an id.
  for (const { state, connection, count } of rows) gauge.inc({ state, connection }, count);
}
