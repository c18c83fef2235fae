/** The bar that long work shows on stderr. */
import type { Io } from './io.ts';

const WIDTH = 30;

/** `Reading [##########--------------------]  33 %`; empty work is done. */
export function barLine(what: string, done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1);
  const filled = Math.floor(share * WIDTH);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `${what} [${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${percent} %`;
}

/** Draws the bar anew only when it looks different. */
export function progressBar(io: Pick<Io, 'progress'>, what: string) {
  let shown = '';
  return (done: number, total: number): void => {
    const line = barLine(what, done, total);
    if (line !== shown) io.progress(line);
    shown = line;
  };
}
