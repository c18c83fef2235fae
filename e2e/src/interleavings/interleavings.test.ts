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

let refused = 0;

test.each(WORLDS)(
  'in $name, whenever the chart changes, no claim holds anything of two patients, and some are billed',
  async (world) => {
    const { browser } = launched;
    const { mixed, outcomes } = await interleave({
      browser,
      ehr,
      world,
      practice: { ...DESK_PRACTICE, procedures: {} },
      seed: SEED,
      runs: 30,
    });
    refused += (outcomes['other-chart'] ?? 0) + (outcomes['page-changed'] ?? 0);
    expect(mixed).toEqual([]);
    expect(outcomes.billed).toBeGreaterThan(0);
  },
);

test('some of all these were refused, as the chart had changed', () => expect(refused).toBeGreaterThan(0));

test('a claim with one patient`s name and the other`s policy would be told', () => {
  const mixed = {
    ...exampleClaim,
    patient: { ...exampleClaim.patient, lastName: MARTA.lastName },
    coverage: { ...exampleClaim.coverage, memberId: TOBIAS.memberId },
  };
  expect(marksOf(mixed)).toContain(TOBIAS.lastName);
  expect(marksOf(mixed)).toContain(MARTA.lastName);
});
