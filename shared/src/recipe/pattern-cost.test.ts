import { describe, expect, test } from 'vitest';
import { PatternSchema } from './schema.ts';

describe('a pattern of a recipe', () => {
  test.each([
    '(a+)+$',
    '((a+))+$',
    '(a|aa)+$',
    '(a?){30}a{30}',
    '(?:\\w\\s?)*$',
    '([a-z]+\\s*){2,}',
    '(x*)*?',
  ])('that may take for ever is refused: %s', (pattern) =>
    expect(PatternSchema.safeParse(pattern).success).toBe(false),
  );

  test.each([
    '^(DOB|Born): *(\\d{1,2}/\\d{1,2}/\\d{4})$',
    '(?:a+)?b',
    '(?:ab)+',
    '[(+*)]+\\(a\\)+',
    '(\\d{3}){2}',
    '(a|b)?',
  ])('that ends soon is taken: %s', (pattern) => expect(PatternSchema.safeParse(pattern).success).toBe(true));

  test('that is no regular expression is refused', () =>
    expect(PatternSchema.safeParse('(').success).toBe(false));
});
