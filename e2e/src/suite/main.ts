/** The test commands: lint, types, build, unit, integration and browser tests, all of these with `--all`; ends with `N passed, N failed`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserNotFound, findBrowser } from '../browser/index.ts';
import { run } from './run.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Each counts as one test: it passes when the command exits with 0. */
const CHECKS = [
  ['Lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['WXT types', 'wxt', ['prepare', 'extension']],
  ['Types', 'tsc', ['-b']],
  ['Extension build', 'wxt', ['build', 'extension']],
] as const;

/** Each is run by itself: what only computes would keep pages waiting if it ran beside them. */
const ALL = [['!long'], ['long']];
const MAIN = [['!long', '!browser-rest'], ['long']];

process.exitCode = await main(process.argv.includes('--all') ? ALL : MAIN);

async function main(rounds: readonly (readonly string[])[]): Promise<number> {
  let browser: string;
  try {
    browser = await findBrowser((line) => console.log(line));
  } catch (error) {
    if (!(error instanceof BrowserNotFound)) throw error;
    console.error(error.message);
    console.log('0 passed, 1 failed');
    return 1;
  }
  const outcomes: Outcome[] = [];
  for (const [title, command, args] of CHECKS) {
    console.log(`\n== ${title}`);
    const status = await run(command, args);
    outcomes.push({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
  }
  console.log('\n== Tests');
  for (const projects of rounds) outcomes.push(await vitest(browser, projects));

  const total = (key: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  if (total('skipped') > 0)
    console.log(`\n${total('skipped')} skipped: they need what this machine lacks, as named above`);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 ? 0 : 1;
}

async function vitest(browser: string, projects: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-suite-'));
  const report = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await run(
    'vitest',
    ['run', '--config', '.vitest.ts', ...projects.flatMap((name) => ['--project', name]), ...reporters],
    {
      CLAIMSIDE_BROWSER: browser,
    },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>)
    : {};
  rmSync(folder, { recursive: true });
  const failed = numFailedTests ?? 0;
  return {
    passed: numPassedTests ?? 0,
    // A file that does not load, or an error outside a test, fails the run without a failed test.
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}
