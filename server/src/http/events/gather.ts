/** News on its way to one browser: what comes close together goes in one piece, and each thing once. */
import { setTimeout as pause } from 'node:timers/promises';

/** Lines that wait for one browser; where there would be more, `tooMany` stands for them all. */
const MOST_WAITING = 200;

export interface GatherOptions {
  /** Rejects when the browser has gone. The next piece waits for it. */
  write(text: string): Promise<unknown>;
  readonly tooMany: string;
  /** Between two pieces, at least. The first goes at once. */
  readonly everyMilliseconds: number;
  /** The browser has gone, or must hear no more. */
  readonly signal: AbortSignal;
  onEnd(): void;
}

/** Returns the way to say a line. */
export function gather({ write, tooMany, everyMilliseconds, signal, onEnd }: GatherOptions) {
  const waiting = new Set<string>();
  let isWriting = false;
  const writeAll = async (): Promise<void> => {
    isWriting = true;
    try {
      while (waiting.size > 0 && !signal.aborted) {
        const text = [...waiting].join('');
        waiting.clear();
        await write(text);
        await pause(everyMilliseconds, undefined, { signal });
      }
    } catch {
      onEnd();
    } finally {
      isWriting = false;
    }
  };
  return (line: string): void => {
    if (waiting.has(tooMany)) return;
    if (waiting.size >= MOST_WAITING) {
      waiting.clear();
      waiting.add(tooMany);
    } else {
      waiting.add(line);
    }
    if (!isWriting) void writeAll();
  };
}
