/** Looks whether a copied database is whole before anyone relies on it: in a thread of its own, as a large one takes a while. */
import { Worker } from 'node:worker_threads';

/**
 * True when SQLite finds every page and index in order and every reference resolved. Leaves one file, no journal beside it. Resolves
 * to false when `signal` ends it.
 */
export async function isWholeDatabase(file: string, signal?: AbortSignal): Promise<boolean> {
  const thread = new Worker(new URL('./backup-check-thread.ts', import.meta.url), { workerData: file });
  const end = () => void thread.terminate();
  signal?.addEventListener('abort', end);
  try {
    return await new Promise<boolean>((resolve) => {
      if (signal?.aborted) end();
      thread
        .once('message', (isWhole: unknown) => resolve(isWhole === true))
        .once('error', () => resolve(false))
        .once('exit', () => resolve(false));
    });
  } finally {
    signal?.removeEventListener('abort', end);
    await thread.terminate();
  }
}
