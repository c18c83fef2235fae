import { expect, test } from 'vitest';
import { FAULTS } from './faults.ts';
import { casesOf, SAMPLE_PLACES, sampleCases } from './matrix.ts';
import { PHASES } from './phases.ts';
import { notHarmed } from './report.ts';

test.each([0, 1])(
  'the sample %i has each phase, each fault at each place, and the mode changes once',
  (turn) => {
    const cases = sampleCases(turn);
    const all = casesOf(SAMPLE_PLACES, PHASES).map((each) => JSON.stringify(sorted(each)));
    expect(new Set(cases.map(({ phase }) => phase))).toEqual(new Set(PHASES));
    expect(new Set(cases.map(({ fault, place }) => `${fault} ${place}`)).size).toBe(
      FAULTS.length * SAMPLE_PLACES,
    );
    for (const each of cases) expect(all).toContain(JSON.stringify(sorted(each)));
    const modes = cases.map(({ mode }) => mode);
    expect(modes.filter((mode, index) => index > 0 && mode !== modes[index - 1])).toHaveLength(1);
  },
);

test('the two samples have no case in common', () => {
  const texts = [0, 1].map((turn) => sampleCases(turn).map((each) => JSON.stringify(sorted(each))));
  expect(texts[0]?.filter((text) => texts[1]?.includes(text))).toEqual([]);
});

const sorted = (each: object) => Object.entries(each).toSorted(([a], [b]) => a.localeCompare(b));

test('a fault that was never done in a phase is told, however often it was tried', () => {
  const report = (fault: 'cut' | 'reset', isDone: boolean) =>
    ({ server: 'in-process', fault, phase: 'banner', isDone }) as const;
  expect(notHarmed([report('cut', true), report('cut', false), report('reset', false)])).toEqual([
    'in-process: reset was never done in the phase banner',
  ]);
});
