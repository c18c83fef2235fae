import { ClaimSchema } from '@claimside/shared/claim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleClaimFileEnvelope } from '../../examples.ts';
import { differences } from '../../parts/differences.ts';
import { leavesOf } from '../../parts/property/leaves.ts';
import { Reach } from '../../parts/property/reach.ts';
import { asWritten } from '../as-written.ts';
import { placesInGuide } from '../guide/fields-of-model.ts';
import { GUIDE_837P } from '../guide/index.ts';
import { claimArbitrary } from './claim-arbitrary.ts';
import { batchArbitrary, roundTripTroubles, writtenAsTheyAre } from './round-trip.ts';

const MINUTES = 60_000;

test(
  '10,000 claims are read back as they were written, with every part of the model and every segment of the guide in them',
  () => {
    const inGuide = new Set(placesInGuide().map(({ path }) => path));
    const values = leavesOf(ClaimSchema).flatMap(({ path }) => (inGuide.has(path) ? [path] : []));
    const reach = new Reach(GUIDE_837P, values);
    let count = 0;
    const property = fc.property(batchArbitrary, (batch) => {
      expect(roundTripTroubles(batch)).toEqual([]);
      const claims = batch.claims.map(({ claim }) => claim);
      if (batch.kind === 'as-sent') reach.see(claims, () => writtenAsTheyAre(batch.claims));
      count += claims.length;
    });
    fc.assert(property, { numRuns: 2_100 });
    expect(reach.unseen).toEqual([]);
    expect(count).toBeGreaterThan(10_000);
  },
  10 * MINUTES,
);

/** What the guide has a place for and a file of ours still leaves out, or says in its own way. */
const LEFT_OUT = [
  'billingProvider.contactName',
  'billingProvider.contactPhone',
  'coverage.groupName',
  'onsetDate',
  'renderingProvider',
  'serviceFacility',
  'serviceLines.*.lineItemControlNumber',
  'serviceLines.*.placeOfService',
  'serviceLines.*.serviceDateEnd',
];

test('of what a file can say exactly, only what is listed is not sent as it is', () => {
  const { submitter } = exampleClaimFileEnvelope;
  const property = fc.property(claimArbitrary('as-sent'), (claim) => {
    const written = asWritten({ patientControlNumber: 'C1', claim }, submitter).claim;
    const paths = differences(claim, written, '').map((path) => path.replace(/\.\d+(?=\.|$)/g, '.*'));
    expect(paths.filter((path) => !LEFT_OUT.includes(path))).toEqual([]);
  });
  fc.assert(property, { numRuns: 1_000 });
});
