/** Packing loses nothing of a pair. */
import type { IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPairs, joinPairs, packPair, pairsByName, pairsSince, unpackPairs } from './packed-pairs.ts';

const day = fc
  .date({ min: new Date('1996-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);
const pair = fc.record(
  {
    column2: fc.stringMatching(/^[0-9A-Z]{5}$/),
    from: day,
    to: day,
    modifierAllowed: fc.boolean(),
  },
  { requiredKeys: ['column2', 'modifierAllowed'] },
);

test('what is packed comes out again', () => {
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const packed = pairs.map(packPair).join('');
      expect([...unpackPairs('10001', packed)]).toEqual(pairs.map((each) => ({ column1: '10001', ...each })));
      expect(countPairs(packed)).toBe(pairs.length);
    }),
  );
});

const open = packPair({ column2: '20001', from: '2020-01-01' as IsoDate, modifierAllowed: true });
const ended = packPair({
  column2: '20002',
  from: '2020-01-01' as IsoDate,
  to: '2025-12-31' as IsoDate,
  modifierAllowed: false,
});

test('pieces are joined in one order, each pair once', () => {
  expect(joinPairs([ended, open])).toBe(open + ended);
  expect(joinPairs([open + ended, ended])).toBe(open + ended);
});

test('pairs that ended before a day are left out, one that ended on it is not', () => {
  expect(pairsSince(open + ended, '2025-12-31' as IsoDate)).toBe(open + ended);
  expect(pairsSince(open + ended, '2026-01-01' as IsoDate)).toBe(open);
});

test('a pair keeps its name when its end or its word on modifiers changes', () => {
  const changed = packPair({
    column2: '20001',
    from: '2020-01-01' as IsoDate,
    to: '2026-09-30' as IsoDate,
    modifierAllowed: false,
  });
  expect([...pairsByName(changed).keys()]).toEqual([...pairsByName(open).keys()]);
  expect([...pairsByName(changed).values()]).not.toEqual([...pairsByName(open).values()]);
});
