/** The one test command: lint, types, build, unit, integration and browser tests; ends with `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { BrowserNotFound, findBrowser } from '../browser/index.ts';

const root = join(import.meta.dirname, '../../..');

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

process.exitCode = await main();

async function main(): Promise<number> {
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
  outcomes.push(await vitest(browser));

  const total = (key: keyof Outcome) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  if (total('skipped') > 0)
    console.log(`\n${total('skipped')} skipped: they need what this machine lacks, as named above`);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 ? 0 : 1;
}

async function vitest(browser: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-suite-'));
  const report = join(folder, 'vitest.json');
  const args = [
    'run',
    '--config',
    '.vitest.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const status = await run('vitest', args, { CLAIMSIDE_BROWSER: browser });
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

function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const bin = [join(root, 'node_modules/.bin'), join(root, 'extension/node_modules/.bin')].join(delimiter);
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, PATH: [bin, process.env.PATH].join(delimiter) },
  });
  return new Promise((done, refuse) => {
    child.once('error', refuse);
    child.once('exit', (code) => done(code ?? 1));
  });
}
