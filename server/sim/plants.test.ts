import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planted } from './plant.ts';
import { PLANTS } from './plants.ts';

test.each(PLANTS)('the fault $name has its place in the code', ({ edits }) => {
  for (const edit of edits) {
    const source = readFileSync(new URL(`../../${edit.file}`, import.meta.url), 'utf8');
    expect(planted(source, edit)).not.toBe(source);
  }
});
