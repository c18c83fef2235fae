/** The server's HTTP application, made once for all simulated worlds; each request is answered by the world that asks. */
import { createRevocations, createWrongTries, type ServerKey } from '../../src/access/index.ts';
import { createApp } from '../../src/http/index.ts';
import { createNews } from '../../src/news.ts';
import type { Runtime } from '../../src/runtime.ts';
import { insertAuditEntry } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/store.ts';
import type { World } from './world.ts';

export class App {
  #world: World | undefined;
  readonly #fetch: ReturnType<typeof createApp>['request'];

  constructor(key: Pick<ServerKey, 'codeHash' | 'seal' | 'openSecret'>) {
    const world = () => {
      if (!this.#world) throw new Error('no world asks');
      return this.#world;
    };
    const store: Store = {
      get db() {
        return world().store.db;
      },
      transaction: (work) => world().life.store.transaction(work),
      get turns() {
        return world().store.turns;
      },
      // At once: nothing happens later of its own accord in a simulated world.
      looks: {
        note: (practiceId, deed) =>
          world().life.store.transaction((db) => insertAuditEntry({ db, practiceId }, deed)),
        moved: async () => {},
        close: async () => {},
      },
      backup: (target, copying) => world().store.backup(target, copying),
      moveApart: () => {},
      close: async () => {},
    };
    const runtime: Runtime = {
      now: () => world().runtime.now(),
      randomBytes: (length) => world().runtime.randomBytes(length),
      get log() {
        return world().runtime.log;
      },
    };
    const app = createApp({
      store,
      runtime,
      key,
      news: createNews(),
      worker: { nudge() {} },
      worklists: { run: async () => {} },
      revocations: createRevocations(),
      wrongTries: createWrongTries(runtime),
      heartbeatMilliseconds: 3_600_000,
      closing: new AbortController().signal,
    });
    this.#fetch = app.request;
  }

  async request(
    world: World,
    method: string,
    path: string,
    { token, body, key }: { token: string; body?: string | undefined; key?: string | undefined },
  ): Promise<Response> {
    this.#world = world;
    return this.#fetch(`/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body }),
    });
  }
}
