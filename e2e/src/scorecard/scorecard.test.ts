/** A sample of what `pnpm scorecard` reads: every case by its recipe, as it is and in one of its variants. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../browser/index.ts';
import { allReadings, scoreAll, type ToRead } from './all.ts';
import { VARIANTS } from './variants.ts';

let launched: LaunchedBrowser;
beforeAll(async () => {
  launched = await launchBrowser({ extension: false });
});
afterAll(() => launched?.close());

/** Each case in another variant than the one before. */
function sample(): ToRead[] {
  const ofRecipes = allReadings().filter(({ reader, variant }) => reader === 'recipe' && !variant);
  return ofRecipes.flatMap((reading, index) => [
    reading,
    { ...reading, variant: VARIANTS[index % VARIANTS.length] },
  ]);
}

test('nothing that a recipe shows as certain is wrong, on any page of any EHR', async () => {
  const scored = await scoreAll(launched.browser, sample());
  const wrong = scored.flatMap(({ one, variant, score }) =>
    score.wrong.map((each) => `${one.ehr} ${one.name}, ${variant}: ${each.fact} read as ${each.read}`),
  );
  expect(wrong).toEqual([]);
  expect(scored.length).toBeGreaterThan(100);
});
