/** How long the tasks of a page are in which our script runs, by the browser's own trace. */
import type { Page } from 'puppeteer';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: start, by the clock, and by the thread's processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
const TASK = /^(?:RunTask|ThreadControllerImpl::RunTask)$/;

/** Milliseconds of processor time of each main-thread task, while `act` goes on, in which the page script was called. */
export async function ownTasks(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const ours = traceEvents.filter(
    ({ name, args }) => name === 'FunctionCall' && args?.data?.url?.endsWith('/page.js'),
  );
  const tasks = traceEvents.filter(({ name, ph }) => ph === 'X' && TASK.test(name));
  const own = new Set(
    ours.flatMap(({ pid, tid, ts }) =>
      tasks.filter(
        (task) => task.pid === pid && task.tid === tid && task.ts <= ts && ts <= task.ts + (task.dur ?? 0),
      ),
    ),
  );
  if (own.size === 0) throw new Error('the trace shows no task of ours');
  return [...own].map(({ tdur, dur = 0 }) => (tdur ?? dur) / 1000);
}
