import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REAL_TIME_SCENARIOS } from './real-time/scenarios.ts';
import { ALL_SCENARIOS, CORRECTIONS } from './scenarios.ts';

/** Without the blanks that line up the tables. */
const README = readFileSync(new URL('./README.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ');

test('the README promises exactly what each scenario does', () => {
  for (const { memberIdPrefix, promise } of [...ALL_SCENARIOS, ...REAL_TIME_SCENARIOS]) {
    const asked = memberIdPrefix === '' ? 'anything else' : `\`${memberIdPrefix}…\``;
    expect(README).toContain(`| ${asked} | ${promise} |`);
  }
  for (const { promise } of Object.values(CORRECTIONS)) expect(README).toContain(`- ${promise}\n`);
});
