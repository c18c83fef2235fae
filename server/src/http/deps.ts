/** What the HTTP side is given, and what a request carries once its device is known. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Revocations, ServerKey, WrongTries } from '../access/index.ts';
import type { ExchangeWorker } from '../exchange/worker-types.ts';
import type { News } from '../news.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { Runtime } from '../runtime.ts';
import type { DeviceRow } from '../store/devices.ts';
import type { Scope, Store } from '../store/store.ts';
import type { WorklistUpkeep } from '../worklist-upkeep.ts';

export interface AppDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly news: News;
  readonly key: Pick<ServerKey, 'codeHash' | 'seal' | 'openSecret'>;
  /** Woken when a claim was queued. */
  readonly worker: Pick<ExchangeWorker, 'nudge'>;
  /** Asked to look again when settings changed. */
  readonly worklists: Pick<WorklistUpkeep, 'run'>;
  readonly revocations: Revocations;
  readonly wrongTries: WrongTries;
  /** Told of each answer. */
  readonly metrics?: Pick<Metrics, 'answered'>;
  /** A proxy in front speaks TLS; nothing else reaches this server. */
  readonly isBehindProxy?: boolean;
  /** How often an idle live stream says that it is alive. */
  readonly heartbeatMilliseconds: number;
  /** Aborted when the server closes: live streams end. */
  readonly closing: AbortSignal;
}

export interface AppEnv {
  Variables: {
    /** Set by `authenticate` on every route but the public ones. */
    device: DeviceRow;
    /** Reads of the device's practice. */
    scope: Scope;
  };
}

export type Api = OpenAPIHono<AppEnv>;
