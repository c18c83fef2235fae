/**
 * Charts between two pages of a frame: what one page knew of the patient, for the next one that comes in its place. In the
 * worker's memory alone, for two minutes at most; the worker forgets sooner by itself.
 */

interface LeftChart {
  readonly origin: string;
  readonly chart: unknown;
  readonly until: number;
}

const KEPT_FOR = 2 * 60_000;
/** In characters of JSON; a page can't make us hold more. */
const LARGEST = 40_000;
const MOST = 50;

/** By tab and frame. */
const left = new Map<string, LeftChart>();

/** Of a page that is being left, by tab and frame; only its own site gets it back. */
export function leaveChart(frame: string, origin: string, chart: unknown): void {
  if ((JSON.stringify(chart)?.length ?? 0) > LARGEST) return;
  forgetOld();
  if (left.size >= MOST) left.clear();
  left.set(frame, { origin, chart, until: Date.now() + KEPT_FOR });
}

/** Once: it is the taker's then. Null where there is none of this site. */
export function takeChart(frame: string, origin: string): unknown {
  forgetOld();
  const found = left.get(frame);
  if (!found) return null;
  left.delete(frame);
  return found.origin === origin ? found.chart : null;
}

function forgetOld(): void {
  for (const [frame, { until }] of left) if (until < Date.now()) left.delete(frame);
}
