import { ClaimSchema } from '@claimside/shared/claim';
import { expect, test } from 'vitest';
import type { SimpleElement } from '../../guide/rules.ts';
import { leavesOf } from '../../parts/property/leaves.ts';
import { placesInGuide } from './fields-of-model.ts';

const PLACES = placesInGuide();

const LEAVES = leavesOf(ClaimSchema);

/** What a stranger's file may say and a claim of ours may not. */
const ONLY_READ = [
  'billingProvider.address.country',
  'billingProvider.address.countrySubdivision',
  'patient.organizationName',
  'serviceFacility.address.country',
  'serviceFacility.address.countrySubdivision',
  'serviceLines.*.serviceFacility.address.country',
  'serviceLines.*.serviceFacility.address.countrySubdivision',
  'subscriber.dateOfDeath',
  'subscriber.isPregnant',
  'subscriber.weightPounds',
];

/** In the model for people, and never sent. */
const NOT_SENT = ['diagnoses.*.description', 'patient.phone', 'subscriber.phone'];

const inGuide = new Set(PLACES.map(({ path }) => path));
const inModel = new Set(LEAVES.map(({ path }) => path));

test('every value that a claim may hold has its place in the guide, but for those listed here', () => {
  expect([...inModel].filter((path) => !inGuide.has(path)).sort()).toEqual(NOT_SENT);
});

test('every place of the guide that is bound to the model is a value of a claim, but for those listed here', () => {
  expect([...inGuide].filter((path) => !inModel.has(path)).sort()).toEqual(ONLY_READ);
});

/** Elements of a path, with the text that stands in them for a value of the model. */
const elementsOf = (path: string) =>
  PLACES.flatMap(({ path: at, element }) =>
    at === path && element?.binding?.kind === 'field' ? [element] : [],
  );
const asText = ({ binding }: SimpleElement, value: unknown) =>
  binding?.kind === 'field' ? binding.codec.format(value, (text) => text) : '';

test('a code that a claim may hold is one that its element takes', () => {
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

test('a text that a claim may hold is no shorter and no longer than its element takes', () => {
  const others = LEAVES.flatMap(({ path, says }) => {
    const { minLength: least = 0, maxLength: most = Number.POSITIVE_INFINITY } = says;
    const isText = says.type === 'string' && !says.enum && !says.const && says.pattern === undefined;
    if (!isText || says.format === 'date' || most === 0) return [];
    return elementsOf(path)
      .filter(({ codes, min, max }) => !codes && (least < min || most > max))
      .map(({ min, max }) => `${path} ${least}-${most}, not ${min}-${max}`);
  });
  expect(others).toEqual([]);
});

test('a number that a claim may hold has no more digits than its element takes', () => {
  const others = LEAVES.flatMap(({ path, says }) => {
    const { maximum, multipleOf = 1 } = says;
    if (typeof maximum !== 'number') return [];
    const digits = String(Math.round(maximum / multipleOf)).length;
    return elementsOf(path)
      .filter(({ max }) => digits > max)
      .map(({ max }) => `${path} ${digits}, not ${max}`);
  });
  expect(others).toEqual([]);
});
