/** What a benchmark is, and what it tells: rows of a table, each with the number that the design promises. */

export interface BenchRow {
  /** What was measured, such as `bill, 100 at the same moment: p99`. */
  readonly what: string;
  /** With its unit. */
  readonly measured: string;
  /** With its unit; empty where nothing is promised. */
  readonly target: string;
}

export interface Bench {
  readonly name: string;
  /** Bounded in time, uses loopback and temporary folders only, leaves nothing behind. */
  run(progress: (line: string) => void): Promise<BenchRow[]>;
}

/** The value that `share` (0 to 1) of all samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN;
}

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
