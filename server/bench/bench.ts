/** What a benchmark is, and what it tells: tables, and for each number that the design promises whether it is kept. */

export interface Bench {
  readonly name: string;
  /** Bounded in time, uses loopback and temporary folders only, leaves nothing behind. */
  run(progress: (line: string) => void): Promise<Table[]>;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One number beside what is promised of it. */
export interface BenchRow {
  /** What was measured, such as `bill, 100 at the same moment: p99`. */
  readonly what: string;
  /** With its unit. */
  readonly measured: string;
  /** With its unit; empty where nothing is promised. */
  readonly target: string;
  readonly isMet?: boolean;
}

export function promises(title: string, rows: readonly BenchRow[]): Table {
  return {
    title,
    head: ['what', 'measured', 'target', 'met'],
    rows: rows.map(({ what, measured, target, isMet }) => [
      what,
      measured,
      target,
      isMet === undefined ? '' : isMet ? 'yes' : '**no**',
    ]),
  };
}

/** As Markdown, which reads well as plain text too. */
export function markdown({ title, head, rows }: Table): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width)).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return `### ${title}\n\n${line(head)}${rule}${rows.map(line).join('')}`;
}

/** The value that `share` (0 to 1) of all samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN;
}

export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
