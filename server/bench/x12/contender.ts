/** One piece of work in a process of its own: its time round by round, and the most memory that process ever had. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SampleFile } from './work.ts';
import type { Elapsed, FromWorker, ToWorker } from './worker.ts';

export interface WorkName {
  /** Of `ours`, `node-x12` and so on. */
  readonly module: string;
  readonly work: string;
}

export class Contender {
  readonly #child: ChildProcess;
  readonly rounds: Elapsed[] = [];
  /** Of the whole process, Node itself included. */
  peakBytes = 0;
  /** What the work says it did in a round. */
  done = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts the process and lets it prepare what is not measured. */
  static async start(
    { module, work }: WorkName,
    { path, claims }: Pick<SampleFile, 'path' | 'claims'>,
    options: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<Contender> {
    const child = fork(join(import.meta.dirname, 'worker.ts'), {
      execArgv: ['--expose-gc', ...options],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const contender = new Contender(child);
    await contender.#ask({ kind: 'prepare', module, work, path, claims });
    return contender;
  }

  async warmUp(): Promise<void> {
    await this.#ask({ kind: 'round' });
  }

  async round(): Promise<void> {
    const answer = await this.#ask({ kind: 'round' });
    this.rounds.push(answer.elapsed);
    this.peakBytes = answer.peakBytes;
    this.done = answer.done;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.disconnect();
    await exit;
  }

  async #ask(question: ToWorker): Promise<FromWorker> {
    this.#child.send(question);
    return new Promise((resolve, reject) => {
      const failed = (code: number | null) => reject(new Error(`a measured process ended with ${code}`));
      this.#child.once('exit', failed);
      this.#child.once('message', (answer: FromWorker) => {
        this.#child.off('exit', failed);
        resolve(answer);
      });
    });
  }
}
