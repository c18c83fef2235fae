import type { PracticeRecipe } from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { expect, test } from 'vitest';
import { recipesForSite } from './for-site.ts';

const recipe = (id: string, hosts: readonly string[], revision = 5): Recipe => ({
  id,
  name: id,
  revision,
  hosts,
  signs: { selectors: [] },
  documents: [],
  noVisit: 'Open the visit.',
  elsewhere: [],
});
const BUILT_IN = [
  recipe('anywhere', []),
  recipe('named', ['*.ehr.test']),
  recipe('other', ['app.other.test']),
];
const taught = (own: Recipe): PracticeRecipe => ({
  id: own.id,
  change: { recipe: own },
  changedAt: '2026-11-26T08:00:00.000Z',
});
const off = (id: string): PracticeRecipe => ({
  id,
  change: { off: true },
  changedAt: '2026-11-26T08:00:00.000Z',
});
const ids = (practice: readonly PracticeRecipe[], host = 'clinic.ehr.test') =>
  recipesForSite(host, BUILT_IN, practice).map(({ id, revision }) => `${id} ${revision}`);

test('a site is given the recipe for its host before those for any host, and no other product`s', () => {
  expect(ids([])).toEqual(['named 5', 'anywhere 5']);
});

test('what the practice taught for the host comes first', () => {
  expect(ids([taught(recipe('ours', ['clinic.ehr.test']))])).toEqual(['ours 5', 'named 5', 'anywhere 5']);
});

test('a recipe that the practice switched off is not used', () => {
  expect(ids([off('named')])).toEqual(['anywhere 5']);
});

test('a newer one of the same id takes its place; an older one does not', () => {
  expect(ids([taught(recipe('named', ['*.ehr.test'], 6))])).toEqual(['named 6', 'anywhere 5']);
  expect(ids([taught(recipe('named', ['*.ehr.test'], 4))])).toEqual(['named 5', 'anywhere 5']);
});

test('what the practice keeps switched off is not used, and what it stood in the place of is', () => {
  const keptOff = (own: Recipe): PracticeRecipe => ({ ...taught(own), change: { recipe: own, off: true } });
  expect(ids([keptOff(recipe('ours', ['clinic.ehr.test']))])).toEqual(['named 5', 'anywhere 5']);
  expect(ids([keptOff(recipe('named', ['*.ehr.test'], 6))])).toEqual(['named 5', 'anywhere 5']);
});
