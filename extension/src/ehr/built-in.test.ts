/** Holds the conventions of the EHR folders: a recipe without fixtures, or with brittle selectors, fails here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecipeSchema } from '@claimside/shared/recipe';
import { describe, expect, test } from 'vitest';
import { BUILT_IN } from './built-in.ts';

const FOLDERS = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'normalise')
  .map(({ name }) => name);

describe.each(FOLDERS)('the folder %s', (folder) => {
  const inFolder = (name: string) => join(import.meta.dirname, folder, name);

  test('has fixtures, each named by an expected capture', () => {
    const cases = readdirSync(inFolder('expected')).map(
      (file) =>
        JSON.parse(readFileSync(join(inFolder('expected'), file), 'utf8')) as {
          documents: Record<string, string>;
        },
    );
    const named = new Set(cases.flatMap(({ documents }) => Object.values(documents)));
    expect([...named].sort()).toEqual(readdirSync(inFolder('fixtures')).sort());
    expect(named.size).toBeGreaterThan(0);
  });

  test('says of each fixture that it is no saved page', () => {
    for (const file of readdirSync(inFolder('fixtures'))) {
      expect(readFileSync(join(inFolder('fixtures'), file), 'utf8')).toMatch(/not a saved page|made-up page/);
    }
  });

  test('has a page on what was observed and what is assumed', () => {
    expect(existsSync(inFolder('README.md'))).toBe(true);
  });
});

describe.each(BUILT_IN.map((recipe) => [recipe.id, recipe] as const))('the recipe %s', (id, recipe) => {
  test('is registered under its folder', () => {
    expect(FOLDERS).toContain(id);
  });

  test('is data: written down as JSON and read again it is the same', () => {
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
  });

  test('would be taken from a server too', () => {
    expect(RecipeSchema.parse(recipe)).toEqual(recipe);
  });

  test('names a banner that exists, and each kind of document once', () => {
    const ids = recipe.documents.map((document) => document.id);
    if (recipe.banner !== undefined) expect(ids).toContain(recipe.banner);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
