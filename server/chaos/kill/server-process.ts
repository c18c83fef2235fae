/** A real server process, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Place } from './practice.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** What hangs at its start takes so long. */
const START_MILLISECONDS = 600_000;

/** At a point when it is come to for the so-manieth time, counted from 1, or so long after the start. */
export type Death = { readonly point: string; readonly time: number } | { readonly milliseconds: number };

export class ServerProcess {
  readonly url: string;
  /** Points that it came to, of one that is not to die. */
  readonly reached = new Set<string>();
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor({ preload, dataDir, port }: Place, death: Death | undefined) {
    this.url = `http://127.0.0.1:${port}`;
    this.#child = spawn(
      process.execPath,
      ['--import', preload, MAIN, 'serve', '--data', dataDir, '--port', String(port)],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: {
          ...process.env,
          CLAIMSIDE_LOG: 'silent',
          ...(death && { CLAIMSIDE_KILL_AT: 'point' in death ? `${death.time} ${death.point}` : '0 ' }),
        },
      },
    );
    this.#ended = once(this.#child, 'exit');
    this.#child.on('message', (point) => this.reached.add(String(point)));
    if (!death || 'point' in death) return;
    const timer = setTimeout(() => void this.kill(), death.milliseconds);
    void this.#ended.then(() => clearTimeout(timer));
  }

  /** Resolves when it answers, or has died before it did. */
  static async start(place: Place, death?: Death): Promise<ServerProcess> {
    const server = new ServerProcess(place, death);
    const until = Date.now() + START_MILLISECONDS;
    while (!server.hasEnded && !(await isHealthy(server.url))) {
      if (Date.now() > until) throw new Error('the server does not answer');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return server;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** And did not end by itself, of an error. */
  get wasKilled(): boolean {
    return this.#child.signalCode === 'SIGKILL';
  }

  /** As if the machine had lost its power; resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.hasEnded) this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async stop(): Promise<void> {
    if (!this.hasEnded) this.#child.kill('SIGTERM');
    await this.#ended;
  }

  /** Resolves when it has died, or after so long. */
  async diedWithin(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.#ended, late]);
    clearTimeout(timer);
    return this.hasEnded;
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/v1/health`)).ok;
  } catch {
    return false;
  }
}
