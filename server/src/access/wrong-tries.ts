/** Slows guessing down: counts wrong codes by network address, in memory, with an upper bound on addresses. */
import type { Runtime } from '../runtime.ts';

const WINDOW_MILLISECONDS = 10 * 60_000;
const TRIES_PER_WINDOW = 10;
const MOST_ADDRESSES = 10_000;

export interface WrongTries {
  /** Seconds to wait before the address may try again; 0 when it may now. */
  secondsToWait(address: string): number;
  count(address: string): void;
}

export function createWrongTries(runtime: Pick<Runtime, 'now'>): WrongTries {
  /** Insertion order is age: the oldest window is forgotten first. */
  const windows = new Map<string, { endsAt: number; tries: number }>();
  const now = () => Date.parse(runtime.now());
  const current = (address: string) => {
    const window = windows.get(address);
    if (window && window.endsAt > now()) return window;
    windows.delete(address);
    return undefined;
  };
  return {
    secondsToWait(address) {
      const window = current(address);
      if (!window || window.tries < TRIES_PER_WINDOW) return 0;
      return Math.ceil((window.endsAt - now()) / 1000);
    },
    count(address) {
      const window = current(address);
      if (window) {
        window.tries += 1;
        return;
      }
      const oldest = windows.keys().next();
      if (windows.size >= MOST_ADDRESSES && !oldest.done) windows.delete(oldest.value);
      windows.set(address, { endsAt: now() + WINDOW_MILLISECONDS, tries: 1 });
    },
  };
}
