import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesOf } from '../../parts/property/leaves.ts';
import { Reach } from '../../parts/property/reach.ts';
import { GUIDE_835 } from '../guide/index.ts';
import { SetSchema, setsArbitrary } from './remittance-arbitrary.ts';
import { claimsIn, roundTripTroubles, writtenSets } from './round-trip.ts';

const MINUTES = 60_000;

test(
  '600 claim payments are read back as they were written, with every part of the model and every segment of the guide in them',
  () => {
    const reach = new Reach(
      GUIDE_835,
      leavesOf(SetSchema).map(({ path }) => path),
    );
    let count = 0;
    const property = fc.property(setsArbitrary, (sets) => {
      expect(roundTripTroubles(sets)).toEqual([]);
      reach.see(sets, () => writtenSets(sets));
      count += claimsIn(sets);
    });
    fc.assert(property, { numRuns: 1_500 });
    expect(reach.unseen).toEqual([]);
    expect(count).toBeGreaterThan(600);
  },
  10 * MINUTES,
);
