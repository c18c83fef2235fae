import { expect, test } from 'vitest';
import type { SimpleElement } from '../../guide/rules.ts';
import { leavesOf } from '../../parts/property/leaves.ts';
import { SetSchema } from '../property/remittance-arbitrary.ts';
import { placesInGuide } from './fields-of-model.ts';

const PLACES = placesInGuide();
const LEAVES = leavesOf(SetSchema);

const inGuide = new Set(PLACES.map(({ path }) => path));
const inModel = new Set(LEAVES.map(({ path }) => path));

test('every value that a remittance may hold has its place in the guide', () => {
  expect([...inModel].filter((path) => !inGuide.has(path)).sort()).toEqual([]);
});

test('every place of the guide that is bound to the model is a value of a remittance', () => {
  expect([...inGuide].filter((path) => !inModel.has(path)).sort()).toEqual([]);
});

/** Elements of a path, with the text that stands in them for a value of the model. */
const elementsOf = (path: string) =>
  PLACES.flatMap(({ path: at, rule }) => (at === path && rule?.binding?.kind === 'field' ? [rule] : []));
const asText = ({ binding }: SimpleElement, value: unknown) =>
  binding?.kind === 'field' ? binding.codec.format(value, (text) => text) : '';

test('a code that a remittance may hold is one that its element takes', () => {
  const others = LEAVES.flatMap(({ path, says }) => {
    const elements = elementsOf(path).filter(({ codes }) => codes);
    const codes = says.enum ?? (says.const === undefined ? [] : [says.const]);
    return elements.length === 0
      ? []
      : codes
          .filter((code) => !elements.some((element) => element.codes?.has(asText(element, code))))
          .map((code) => `${path} ${code}`);
  });
  expect(others).toEqual([]);
});
