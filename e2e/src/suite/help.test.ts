/** The commands for measuring say what they take. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.each([
  ['scorecard', ['--fields', '--calibration', 'openemr']],
  ['interleavings', ['--runs', '--seed']],
])('%s --help names all that it takes, and starts no browser', (command, takes) => {
  const main = join(import.meta.dirname, '..', command, 'main.ts');
  // No program: whoever looks for a browser ends here.
  const env = { ...process.env, CLAIMSIDE_BROWSER: '/nowhere' };
  const { status, stdout } = spawnSync(process.execPath, [main, '--help'], { env, encoding: 'utf8' });
  expect(status).toBe(0);
  for (const each of takes) expect(stdout).toContain(each);
});
