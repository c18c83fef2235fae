import { expect, test } from 'vitest';
import { writableSeparators } from './separators.ts';
import { OUR_SEPARATORS } from './write.ts';

test.each([
  ['pipes and line breaks', { element: '|', component: '>', repetition: '^', terminator: '\n' }],
  ['control characters', { element: '\x1d', component: '\x1f', repetition: '\x1e', terminator: '\x1c' }],
  ['no repetition separator', { ...OUR_SEPARATORS, repetition: undefined }],
])('%s are written as they were read', (_, separators) => {
  expect(writableSeparators(separators)).toEqual(separators);
});

test.each([
  ['a letter', { ...OUR_SEPARATORS, component: 'A' }],
  ['a blank', { ...OUR_SEPARATORS, repetition: ' ' }],
  ['a sign of numbers', { ...OUR_SEPARATORS, component: '.' }],
  ['a character of two bytes', { ...OUR_SEPARATORS, terminator: '¦' }],
  ['one for two things', { ...OUR_SEPARATORS, component: '*' }],
])('%s is read as a separator, and written as the usual one', (_, separators) => {
  expect(writableSeparators(separators)).toEqual(OUR_SEPARATORS);
});

test('the usual one gives way where it already divides something else', () => {
  const separators = { element: ':', component: 'A', repetition: undefined, terminator: '~' };
  expect(writableSeparators(separators)).toEqual({ ...separators, component: '|' });
});
