/** A sample of what `pnpm scorecard` reads: by recipe every case, every second in a variant too; without one every second, in a variant. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedBrowser, launchBrowser } from '../browser/index.ts';
import { allReadings, scoreAll, type ToRead } from './all.ts';
import { ehrFolders } from './cases.ts';
import { readerScript } from './run.ts';
import { VARIANTS } from './variants.ts';

let launched: LaunchedBrowser;
let script: string;
beforeAll(async () => {
  launched = await launchBrowser({ extension: false });
  script = await readerScript();
});
afterAll(() => launched?.close());

/** Each in another variant than the one before. */
function sampleOf(ehr: string): ToRead[] {
  const asTheyAre = allReadings([ehr]).filter(({ variant }) => !variant);
  return asTheyAre.flatMap((reading, index) => {
    const inVariant = { ...reading, variant: VARIANTS[index % VARIANTS.length] };
    if (reading.reader === 'recipe') return index % 2 === 0 ? [reading, inVariant] : [reading];
    return index % 2 === 0 ? [inVariant] : [];
  });
}

test.each(ehrFolders())(
  '%s: nothing that is read as certain is wrong, by recipe and without; by recipe all is read that its pages say',
  async (ehr) => {
    const scored = await scoreAll(launched.browser, sampleOf(ehr), script);
    const wrong = scored.flatMap(({ one, variant, reader, score }) =>
      score.wrong.map((each) => `${one.name}, ${variant}, ${reader}: ${each.fact} read as ${each.read}`),
    );
    expect(wrong).toEqual([]);
    const missed = scored.flatMap(({ one, variant, reader, score }) =>
      reader === 'recipe' && !variant ? score.missed.map((fact) => `${one.name}: ${fact}`) : [],
    );
    expect(missed).toEqual([]);
    expect(scored.length).toBeGreaterThan(0);
  },
);
