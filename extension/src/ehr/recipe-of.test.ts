import { expect, test } from 'vitest';
import { isHost } from './recipe-of.ts';

test.each([
  ['app.example.test', 'app.example.test', true],
  ['clinic.example.test', '*.example.test', true],
  ['example.test', '*.example.test', false],
  ['notexample.test', '*.example.test', false],
  ['app.example.test.evil.test', 'app.example.test', false],
])('the host %s is one of %s: %s', (hostname, host, expected) =>
  expect(isHost(hostname, host)).toBe(expected),
);
