/** `pnpm chaos network`: shares the cases among threads, and its figures. */
import { Worker } from 'node:worker_threads';
import { hasSshd } from '../../src/exchange/testing-sshd.ts';
import type { SuiteOutcome, Watching } from '../suite.ts';
import { SERVERS } from './clearinghouse.ts';
import { FAULTS } from './faults.ts';
import { casesOf } from './matrix.ts';
import { PHASES, type Phase } from './phases.ts';
import { type CaseReport, notHarmed } from './report.ts';
import type { Message, Work } from './worker.ts';

export async function networkSuite(
  {
    places,
    jobs,
    phases = PHASES,
  }: { readonly places: number; readonly jobs: number; readonly phases?: readonly Phase[] },
  { stopped, onProgress, trouble }: Watching,
): Promise<SuiteOutcome> {
  const stop = new SharedArrayBuffer(4);
  stopped.addEventListener('abort', () => Atomics.store(new Int32Array(stop), 0, 1));
  const total = casesOf(places, phases).length * SERVERS.length;
  const reports: CaseReport[] = [];
  await Promise.all(
    SERVERS.flatMap((server) =>
      Array.from({ length: jobs }, (_, thread) =>
        lived({ server, places, phases, thread, threads: jobs, stop }, (message) => {
          if (message.kind === 'ended') return message.troubles.forEach(trouble);
          const { report } = message;
          reports.push(report);
          for (const line of report.troubles) trouble(`${report.what}: ${line}`);
          onProgress(reports.length, total);
        }),
      ),
    ),
  );
  // What was stopped has not had its turn.
  if (!stopped.aborted) for (const line of notHarmed(reports)) trouble(line);
  if (!hasSshd) trouble('openssh: not tried, as there is no sshd on this machine');
  const notDone = reports.filter(({ isDone }) => !isDone).length;
  return {
    passed: reports.filter(({ troubles, isDone }) => isDone && troubles.length === 0).length,
    figures: [
      `${reports.length} sessions, with ${SERVERS.join(' and ')}; ${notDone} ended before their harm and count for nothing:`,
      ...FAULTS.map((fault) => figureOf(fault, reports)),
    ],
  };
}

function lived(work: Work, heard: (message: Message) => void): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on('message', heard);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** `cut: 640 sessions, said ok 12, trouble 400, unreachable 228; a person was asked in 40; at most 2 more rounds`. */
function figureOf(fault: string, reports: readonly CaseReport[]): string {
  const those = reports.filter((report) => report.fault === fault && report.isDone);
  const said = new Map<string, number>();
  for (const report of those) said.set(report.said, (said.get(report.said) ?? 0) + 1);
  const words = [...said].map(([state, count]) => `${state} ${count}`).join(', ');
  const asked = those.filter((report) => report.asked).length;
  const rounds = Math.max(0, ...those.map((report) => report.rounds));
  return `  ${fault}: ${those.length}, the connection said ${words}; a person was asked in ${asked}; at most ${rounds} more rounds`;
}
