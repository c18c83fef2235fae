import { cents } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  centsAt,
  isSameControlNumber,
  readCents,
  readQuantity,
  writeCents,
  writeQuantity,
} from './amounts.ts';
import { foldText } from './characters.ts';
import { readDate, readRangeEnd, readShortDate, writeDate } from './dates.ts';

test.each([
  ['125', 12500],
  ['125.5', 12550],
  ['125.50', 12550],
  ['125.500', 12550],
  ['.5', 50],
  ['5.', 500],
  ['-12.05', -1205],
  ['-0', 0],
  ['0', 0],
])('the amount %j is %i cents', (text, amount) => {
  expect(readCents(text)).toBe(amount);
});

test.each(['', '.', '-', '+5', '1,000.00', '1e3', '1.005', '12.3.4', '$5', '--5', '99999999999999999'])(
  'the amount %j is refused',
  (text) => {
    expect(readCents(text)).toBeUndefined();
  },
);

test('of bytes, an empty element that a minus ends is no amount, and any other is what its text is', () => {
  const bytes = Buffer.from('PLB---12.5--', 'latin1');
  expect(centsAt(bytes, 4, 4)).toBeNaN();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'019.-+ ') }), (text) => {
      const around = Buffer.from(`-${text}-`, 'latin1');
      const read = centsAt(around, 1, 1 + text.length);
      if (!Number.isNaN(read)) expect(read).toBe(readCents(text));
    }),
  );
});

test('every amount is written the shortest way and read back exactly', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const text = writeCents(cents(value));
      expect(text).toMatch(/^-?\d+(\.\d{0,1}[1-9])?$/);
      expect(readCents(text)).toBe(value);
    }),
  );
  expect([12500, 12550, 5, -1205].map((value) => writeCents(cents(value)))).toEqual([
    '125',
    '125.5',
    '0.05',
    '-12.05',
  ]);
});

test('quantities are plain decimals', () => {
  expect([1, 2.5, 0.125, 100, 0.1 + 0.2].map(writeQuantity)).toEqual(['1', '2.5', '0.125', '100', '0.3']);
  expect(['1', '2.5', '.5', '1e3', '', '-1'].map(readQuantity)).toEqual([
    1,
    2.5,
    0.5,
    undefined,
    undefined,
    -1,
  ]);
});

test('control numbers of digits are compared as numbers, others as text', () => {
  expect(isSameControlNumber('101', '000000101')).toBe(true);
  expect(isSameControlNumber('0', '000')).toBe(true);
  expect(isSameControlNumber('101', '1010')).toBe(false);
  expect(isSameControlNumber('0A1', 'A1')).toBe(false);
});

test('no date is read of no text, before any other date was read too', async () => {
  vi.resetModules();
  const fresh = await import('./dates.ts');
  expect(fresh.readDate('')).toBeUndefined();
});

test('dates are read only when they exist', () => {
  expect(['20261122', '20260231', '2026-11-22', '261122', ''].map(readDate)).toEqual([
    '2026-11-22',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([readDate('20261122-20261124'), readRangeEnd('20261122-20261124')]).toEqual([
    '2026-11-22',
    '2026-11-24',
  ]);
  expect([readRangeEnd('20261122'), readShortDate('261122'), readShortDate('261322')]).toEqual([
    undefined,
    '2026-11-22',
    undefined,
  ]);
  const date = readDate('20261122');
  expect(date && writeDate(date)).toBe('20261122');
});

test.each([
  ['Zoë Müller-Straße', 'ZOE MULLER-STRASSE'],
  ['Łukasz Ørsted', 'LUKASZ ORSTED'],
  ['O’Brien “Bo”', 'O\'BRIEN "BO"'],
  ['A*B~C:D^E', 'A B C D E'],
  ['Apt #4\t\r\n1|2', 'APT 4 1 2'],
  ['  two   blanks ', 'TWO BLANKS'],
  ['ＡＢＣ＊１', 'ABC 1'],
  ['试验', ''],
])('%j is folded to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('whatever is folded holds only Basic characters, no separator, and folds no further', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = foldText(text);
      expect(folded).toMatch(/^[A-Z0-9 !"&'()+,\-./;?=]*$/);
      expect(folded).toBe(folded.trim());
      expect(foldText(folded)).toBe(folded);
    }),
  );
});

test('a number of a million digits that is none after all is looked at once', () => {
  const [nines, zeros] = [`${'9'.repeat(1_000_000)}x`, `${'0'.repeat(1_000_000)}x`];
  expect(readQuantity(nines)).toBeUndefined();
  expect(readCents(nines)).toBeUndefined();
  expect(isSameControlNumber(zeros, nines)).toBe(false);
});
