/** Answers on their way: kept in the folder `scheduled` and moved into `outbound` one by one, in order, at the set pace. */
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A report, ready under its final name. */
export interface Answer {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Outbox {
  /** Writes the answers to one upload down. What it gives starts to publish them; they survive a restart from there on. */
  prepare(fileId: string, answers: readonly Answer[]): Promise<() => Promise<void>>;
  /** Goes on with what was scheduled before the last stop. */
  resume(): Promise<void>;
  /** Uploads whose answers are not all published. */
  count(): number;
  /** Ends after the move under way. */
  stop(): Promise<void>;
}

interface OutboxOptions {
  readonly dataDir: string;
  readonly paceMilliseconds: number;
  /** Told of each file before it appears. */
  readonly publishing: (name: string, sizeBytes: number) => Promise<void>;
  readonly published: (name: string) => void;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const scheduled = join(options.dataDir, 'scheduled');
  const outbound = join(options.dataDir, 'outbound');
  const stopping = new AbortController();
  const chains = new Map<string, Promise<void>>();

  /** `01_name`, `02_name` ...: read back in order, whatever happened in between. */
  const run = async (fileId: string) => {
    const folder = join(scheduled, fileId);
    for (const entry of (await readdir(folder)).sort()) {
      await pause(options.paceMilliseconds, stopping.signal);
      if (stopping.signal.aborted) return;
      const name = entry.slice(entry.indexOf('_') + 1);
      const { size } = await stat(join(folder, entry));
      await options.publishing(name, size);
      await rename(join(folder, entry), join(outbound, name));
      options.published(name);
    }
    await rm(folder, { recursive: true });
  };

  const start = (fileId: string) => {
    chains.set(
      fileId,
      run(fileId)
        .catch((error: unknown) => {
          const why = error instanceof Error ? error.name : 'unknown trouble';
          options.log(`answers to file ${fileId} wait for the next start: ${why}`);
        })
        .finally(() => {
          chains.delete(fileId);
          options.changed();
        }),
    );
  };

  return {
    async prepare(fileId, answers) {
      const preparing = join(scheduled, `${fileId}.new`);
      await mkdir(preparing, { recursive: true });
      for (const [place, answer] of answers.entries()) {
        const entry = `${String(place + 1).padStart(3, '0')}_${answer.name}`;
        await writeFile(join(preparing, entry), answer.bytes, { mode: 0o600 });
      }
      return async () => {
        await rename(preparing, join(scheduled, fileId));
        start(fileId);
      };
    },
    async resume() {
      for (const fileId of (await readdir(scheduled)).sort()) if (/^\d+$/.test(fileId)) start(fileId);
    },
    count: () => chains.size,
    async stop() {
      stopping.abort();
      await Promise.all(chains.values());
    },
  };
}

/** Waits, or ends at once when stopped. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds <= 0 || signal.aborted) return resolve();
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
