import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { bearerToken, newToken, tokenHash } from './tokens.ts';

const random = { randomBytes: (length: number) => randomBytes(length) };

test('a token holds 256 random bits and is found again in an Authorization header', () => {
  const token = newToken(random);
  expect(token).toMatch(/^cs_[A-Za-z0-9_-]{43}$/);
  expect(Buffer.from(token.slice(3), 'base64url')).toHaveLength(32);
  expect(bearerToken(`Bearer ${token}`)).toBe(token);
  expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer cs_short',
  `Basic cs_${'a'.repeat(43)}`,
  `Bearer xx_${'a'.repeat(43)}`,
])('the header %j holds no token', (header) => {
  expect(bearerToken(header)).toBeUndefined();
});
