/** What became of one case, and which harms were tried and never done. */
import type { ServerName } from './clearinghouse.ts';
import type { Fault } from './faults.ts';
import type { CaseOutcome } from './live-case.ts';
import type { Phase } from './phases.ts';

export type CaseReport = Omit<CaseOutcome, 'lengths'> & {
  readonly what: string;
  readonly server: ServerName;
  readonly fault: Fault;
  readonly phase: Phase;
};

/** A session that ended before its harm shows nothing. One now and then is so; all of a fault and a phase must not be. */
export function notHarmed(
  reports: readonly Pick<CaseReport, 'server' | 'fault' | 'phase' | 'isDone'>[],
): string[] {
  const told = ({ server, fault, phase }: (typeof reports)[number]) =>
    `${server}: ${fault} was never done in the phase ${phase}`;
  const done = new Set(reports.filter(({ isDone }) => isDone).map(told));
  return [...new Set(reports.map(told))].filter((line) => !done.has(line));
}
