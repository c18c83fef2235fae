import { expect, test } from 'vitest';
import type { Scored } from './all.ts';
import { calibration } from './calibration.ts';

const scored = (reader: Scored['reader'], ...shown: [number, boolean][]): Scored => ({
  one: { ehr: 'x', name: 'y', documents: {}, truth: { fields: {}, diagnoses: [], lines: [] } },
  variant: 'as it is',
  reader,
  score: {
    counts: new Map(),
    wrong: [],
    missed: [],
    shown: shown.map(([confidence, isRight]) => ({ confidence, isRight })),
  },
});

test('values are counted by how sure the reader was, each reader apart', () => {
  const table = calibration([
    scored('generic', [0.95, true], [0.9, true], [0.7, true]),
    scored('generic', [0.7, false], [0.3, false]),
    scored('recipe', [0.98, true]),
  ]);
  expect(table).toBe(
    [
      'reader   confidence    shown  right    share',
      'recipe   0.9 and more      1      1  100.0 %',
      'generic  0.9 and more      2      2  100.0 %',
      'generic  0.7 to 0.8        2      1   50.0 %',
      'generic  0.3 to 0.5        1      0    0.0 %',
      '',
    ].join('\n'),
  );
});
