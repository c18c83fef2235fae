/** A sample of what `pnpm interleavings` runs a thousand times. */
import { exampleClaim } from '@claimside/shared/examples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEhrSites, type LaunchedBrowser, launchBrowser } from '../browser/index.ts';
import { type EhrServer, MARTA, startEhr, TOBIAS } from '../ehr/index.ts';
import { DESK_PRACTICE } from '../journeys/desk.ts';
import { marksOf } from './marks.ts';
import { WORLDS } from './moves.ts';
import { interleave, slowness } from './run.ts';

const SEED = 20261126;

let ehr: EhrServer;
let launched: LaunchedBrowser;
beforeAll(async () => {
  ehr = await startEhr({ delay: slowness(SEED) });
  launched = await launchBrowser();
  await addEhrSites(
    launched.browser,
    WORLDS.map(({ name }) => ehr.origin(name)),
  );
});
afterAll(async () => {
  await launched?.close();
  await ehr?.close();
});

test.each(WORLDS)(
  'in $name, whenever the chart changes, no claim holds anything of two patients, and some are billed and some refused',
  async (world) => {
    const { browser } = launched;
    const tally = await interleave({
      browser,
      ehr,
      world,
      practice: DESK_PRACTICE,
      seed: SEED,
      runs: 25,
    });
    expect(tally.mixed).toEqual([]);
    expect(tally.outcomes.billed).toBeGreaterThan(2);
    expect((tally.outcomes['other-chart'] ?? 0) + (tally.outcomes['page-changed'] ?? 0)).toBeGreaterThan(0);
  },
);

test('a claim with one patient`s name and the other`s policy would be told', () => {
  const mixed = {
    ...exampleClaim,
    patient: { ...exampleClaim.patient, lastName: MARTA.lastName },
    coverage: { ...exampleClaim.coverage, memberId: TOBIAS.memberId },
  };
  expect(marksOf(mixed)).toContain(TOBIAS.lastName);
  expect(marksOf(mixed)).toContain(MARTA.lastName);
});
