/** One thread of `pnpm chaos network`: lives every so-manieth case and tells how each ended. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ServerName } from './clearinghouse.ts';
import { Lane } from './lane.ts';
import { casesOf } from './matrix.ts';
import type { Phase } from './phases.ts';
import type { CaseReport } from './report.ts';

export interface Work {
  readonly server: ServerName;
  readonly places: number;
  readonly phases: readonly Phase[];
  /** Of the threads of this server, from 0. */
  readonly thread: number;
  readonly threads: number;
  /** Anything but 0 ends it before the next case. */
  readonly stop: SharedArrayBuffer;
}

export type Message =
  | { readonly kind: 'lived'; readonly report: CaseReport }
  | { readonly kind: 'ended'; readonly troubles: readonly string[] };

const { server, places, phases, thread, threads, stop } = workerData as Work;
const stopped = new Int32Array(stop);
const lane = new Lane(server, places);
for (const each of casesOf(places, phases).filter((_, index) => index % threads === thread)) {
  if (Atomics.load(stopped, 0) !== 0) break;
  tell({ kind: 'lived', report: await lane.live(each) });
}
tell({ kind: 'ended', troubles: await lane.end() });
// What was given up may still be under way.
process.exit();

function tell(message: Message): void {
  parentPort?.postMessage(message);
}
