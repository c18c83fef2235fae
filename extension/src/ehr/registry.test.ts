/** Holds the conventions of the EHR folders: a recipe without fixtures, or with brittle selectors, fails here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EHRS } from './registry.ts';

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
});

describe.each(EHRS.map((ehr) => [ehr.id, ehr] as const))('the recipe %s', (id, ehr) => {
  test('is registered under its folder, with a page on what was observed', () => {
    expect(FOLDERS).toContain(id);
    expect(existsSync(join(import.meta.dirname, id, 'README.md'))).toBe(true);
  });

  test('never finds a value by its position in the page', () => {
    expect(JSON.stringify(ehr)).not.toMatch(/nth-(child|of-type)/);
  });

  test('names a banner that exists, and each kind of document once', () => {
    const ids = ehr.documents.map((document) => document.id);
    expect(ids).toContain(ehr.banner);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
