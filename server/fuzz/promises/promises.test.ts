import { expect, test } from 'vitest';
import type { X12Finding } from '../../src/x12/index.ts';
import { Input } from '../input.ts';
import { checkFindings, mustBeSame } from './findings.ts';
import { mustEqual } from './promise.ts';
import { checkSize } from './size.ts';

const input = new Input(
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:~\nST*837*0001~',
);
const place = { byte: 107, line: 2, column: 1, ordinal: 1, segmentId: 'ST', loop: '' };
const good: X12Finding = { code: 'A', severity: 'error', snip: 1, message: 'Wrong.', location: place };

test('a finding in its place is no broken promise', () => {
  expect(() => checkFindings([good], input)).not.toThrow();
});

test('a piece of what should stand there is no word of the file', () => {
  const finding = { ...good, value: 'FICE AL', message: 'Office Ally wants OFFICE ALLY here.' };
  expect(() => checkFindings([finding], input)).not.toThrow();
});

test.each<readonly [string, readonly X12Finding[]]>([
  ['lies within the file', [{ ...good, location: { ...place, byte: 500 } }]],
  ['in the order of the file', [good, { ...good, location: { ...place, byte: 0, line: 1, ordinal: 0 } }]],
  ['line and column', [{ ...good, location: { ...place, line: 1 } }]],
  ['line and column', [{ ...good, location: { ...place, column: 2 } }]],
  ['ordinal', [{ ...good, location: { ...place, ordinal: 2 } }]],
  ['are capped', Array.from({ length: 202 }, () => good)],
  ['a message is short', [{ ...good, message: 'x'.repeat(501) }]],
  ['says nothing of what the file says', [{ ...good, value: 'W000000001', message: 'W000000001 is wrong.' }]],
  ['repeats is short', [{ ...good, value: 'x'.repeat(301) }]],
  ['repeats is short', [{ ...good, location: { ...place, groupControlNumber: '1'.repeat(301) } }]],
])('a finding breaks a promise: %s', (promise, findings) => {
  expect(() => checkFindings(findings, input)).toThrow(promise);
});

test('what grows faster than the file breaks a promise; what many share does not', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `LEFT OVER ${n}`);
  expect(() =>
    checkSize(
      Array.from({ length: 1_000 }, () => many),
      1_000,
    ),
  ).not.toThrow();
  expect(() =>
    checkSize(
      Array.from({ length: 1_000 }, () => [...many]),
      1_000,
    ),
  ).toThrow('bounded by its size');
  expect(() => checkSize(['x'.repeat(100_000)], 1_000)).toThrow('bounded by its size');
});

test('what differs is told with the place where it differs', () => {
  expect(() =>
    mustEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2, c: undefined }] }, 'same', 'it'),
  ).not.toThrow();
  expect(() => mustEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'same', 'it')).toThrow('"b":2');
  expect(() => mustEqual([1], [1, 2], 'same', 'it')).toThrow('same');
});

test('lists of findings that differ in anything are told apart', () => {
  expect(() => mustBeSame([good], [{ ...good, location: { ...place } }], 'same')).not.toThrow();
  const others = [
    { ...good, code: 'B' },
    { ...good, value: 'X' },
    { ...good, location: { ...place, loop: '2300' } },
    { ...good, location: { ...place, element: 1 } },
  ];
  for (const other of others) expect(() => mustBeSame([good], [other], 'same')).toThrow('same: findings');
  expect(() => mustBeSame([good], [], 'same')).toThrow('same: findings');
});
