/** What a command has of the outside: where results and messages go, files, the environment, and when to stop. */
import type { Runtime } from '../runtime.ts';

export interface Io {
  /** JSON on stdout: the result, for programs. */
  result(value: unknown): void;
  /** A piece of a long result or of a page on stdout, as it is; resolves when the next may follow. */
  write(text: string): Promise<void>;
  /** What is piped in. */
  readonly input: AsyncIterable<Uint8Array>;
  /** A line on stderr: for people. */
  say(line: string): void;
  /** A line on stderr drawn over the one before it, where a person watches a terminal; undefined takes it away. */
  progress(line: string | undefined): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
  /** The secret a person types or a script pipes in; never echoed. */
  readSecret(prompt: string): Promise<string>;
  readonly runtime: Runtime;
  /** Calls back whenever the system asks to read files again (SIGHUP); a closed terminal stops instead. Returns the way to stop. */
  onReload(listener: () => void): () => void;
  /** Aborted by Ctrl-C or a stop from the system. */
  readonly stopped: AbortSignal;
}

/** What a command ends with: 0 all is well, 1 something was found, 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

/** Resolves when the person or the system asks to stop. */
export function untilStopped(io: Pick<Io, 'stopped'>): Promise<void> {
  if (io.stopped.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    io.stopped.addEventListener('abort', () => resolve(), { once: true });
  });
}
