/** The choices that fit what was typed. */
import { expect, it } from 'vitest';
import { matchChoices } from './combobox.tsx';

const payers = [
  { value: '1', label: 'United Health', mark: '87726', words: 'UHC' },
  { value: '2', label: 'Aetna', mark: '60054' },
  { value: '3', label: 'Health Net', mark: '95567' },
];

it('finds by every word typed, in name, code and other names, best first', () => {
  const found = (typed: string) => matchChoices(payers, typed).map((choice) => choice.value);
  expect(found('health')).toEqual(['3', '1']);
  expect(found('600')).toEqual(['2']);
  expect(found('uhc')).toEqual(['1']);
  expect(found('health net')).toEqual(['3']);
  expect(found('nothing')).toEqual([]);
});
