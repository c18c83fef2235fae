import type { PracticeRecipe, RecipeChange } from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { expect, test } from 'vitest';
import { standingsOf } from './standing.ts';

const recipe = (id: string, hosts: readonly string[], of: Partial<Recipe> = {}): Recipe => ({
  id,
  name: id,
  revision: 5,
  hosts,
  signs: { selectors: [] },
  documents: [],
  noVisit: 'Open the visit.',
  elsewhere: [],
  ...of,
});
const VISIT = { id: 'visit', name: 'Visit', address: '^/visit' };
const HOSTED = recipe('hosted', ['*.ehr.test']);
const ANYWHERE = recipe('anywhere', [], { documents: [VISIT] });
const OTHER = recipe('other', ['app.other.test']);
const changed = (id: string, change: RecipeChange): PracticeRecipe => ({
  id,
  change,
  changedAt: '2026-11-26T08:00:00.000Z',
});
const standings = (...practice: readonly PracticeRecipe[]) =>
  standingsOf([HOSTED, ANYWHERE, OTHER], [HOSTED, ANYWHERE], practice);
const kinds = (...practice: readonly PracticeRecipe[]) =>
  Object.fromEntries(standings(...practice).builtIn.map((each) => [each.recipe.id, each.is.kind]));

test('without a change, the recipes that may read here are on', () => {
  expect(kinds()).toEqual({ hosted: 'on', anywhere: 'on' });
});

test('one that is off is told, though no site here is read by it', () => {
  expect(kinds(changed('other', { off: true }))).toEqual({ hosted: 'on', anywhere: 'on', other: 'off' });
});

test('one that the practice replaced is told with what is in its place, until it is put back', () => {
  const own = recipe('hosted', ['*.ehr.test'], { revision: 6 });
  expect(standings(changed('hosted', { recipe: own })).builtIn[0]).toMatchObject({
    is: { kind: 'replaced', own },
  });
  expect(kinds(changed('hosted', { recipe: own, off: true }))).toMatchObject({ hosted: 'put-back' });
});

test('one that an update made newer than the practice`s own reads again, and that is told', () => {
  const own = recipe('hosted', ['*.ehr.test'], { revision: 4 });
  expect(kinds(changed('hosted', { recipe: own }))).toMatchObject({ hosted: 'newer' });
});

test('what was taught is told apart from what it comes before: on hosts of the recipe, or built on its pages', () => {
  const onHost = recipe('taught-a', ['clinic.ehr.test']);
  const builtOn = recipe('taught-b', ['ehr.clinic.test'], { documents: [VISIT] });
  const likewise = recipe('taught-c', ['x.test'], { documents: [{ ...VISIT, address: '^/chart' }] });
  const { taught, builtIn } = standings(
    ...[onHost, builtOn, likewise].map((own) => changed(own.id, { recipe: own })),
  );
  expect(taught.map(({ recipe: { id }, isOff }) => [id, isOff])).toEqual([
    ['taught-a', false],
    ['taught-b', false],
    ['taught-c', false],
  ]);
  expect(builtIn.map(({ recipe: { id }, behind }) => [id, behind])).toEqual([
    ['hosted', ['taught-a']],
    ['anywhere', ['taught-b']],
  ]);
});

test('what was taught and is off comes before nothing', () => {
  const own = recipe('taught-a', ['clinic.ehr.test']);
  const { taught, builtIn } = standings(changed(own.id, { recipe: own, off: true }));
  expect(taught).toMatchObject([{ isOff: true }]);
  expect(builtIn.flatMap(({ behind }) => behind)).toEqual([]);
});
