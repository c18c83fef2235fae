/** What every suite is given and gives. */

export interface Watching {
  /** Aborted by Ctrl-C: what is under way is lived to its end. */
  readonly stopped: AbortSignal;
  onProgress(done: number, total: number): void;
  /** A promise was broken. */
  trouble(line: string): void;
}

/** A part of a suite. */
export interface Checked {
  readonly passed: number;
  readonly figure: string;
}

export interface SuiteOutcome {
  readonly passed: number;
  readonly figures: readonly string[];
}

/** `median 12 ms, p99 30 ms, longest 31 ms`. */
export function describeTimes(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}
