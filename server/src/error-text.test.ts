import { expect, test } from 'vitest';
import { describeError } from './error-text.ts';

test('an error is described by name, code, frames and cause, never by its own words', () => {
  const cause = Object.assign(new RangeError('row of ANNA TESTER\nborn 1980'), { code: 'SQLITE_FULL' });
  const described = describeError(new Error('insert of ANNA TESTER failed', { cause }));
  expect(described).toMatchObject({ name: 'Error', cause: { name: 'RangeError', code: 'SQLITE_FULL' } });
  expect(described.at[0]).toContain('error-text.test.ts');
  expect(JSON.stringify(described)).not.toMatch(/ANNA|1980/);
});

test('what is thrown without being an error is not repeated either', () => {
  expect(describeError('ANNA TESTER')).toEqual({ name: 'string', at: [] });
});
