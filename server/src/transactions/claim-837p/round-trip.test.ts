import { ClaimSchema } from '@claimside/shared/claim';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleClaimFileEnvelope } from '../examples.ts';
import { asWritten } from './as-written.ts';
import { claimArbitrary } from './claim-arbitrary.ts';
import { readClaimFile } from './read.ts';
import { differingPaths } from './same-claim.ts';
import { writeClaimFile } from './write.ts';

const numbered = (kind: 'as-sent' | 'any') =>
  fc.array(claimArbitrary(kind), { minLength: 1, maxLength: 5 }).map((claims) =>
    claims.map((claim, index) => ({
      patientControlNumber: `C${String(index + 1).padStart(9, '0')}`,
      claim,
    })),
  );

const { submitter } = exampleClaimFileEnvelope;

test('any claim is read back as it was given but for what asWritten folds or leaves out', () => {
  fc.assert(
    fc.property(numbered('any'), (claims) => {
      const written = writeClaimFile(exampleClaimFileEnvelope, claims);
      const file = readClaimFile(written.bytes);
      expect(file.findings).toEqual([]);
      expect(file.claims.map(({ position }) => position)).toEqual(written.positions);
      for (const numberedClaim of claims) {
        expect(ClaimSchema.safeParse(numberedClaim.claim).success).toBe(true);
        const readBack = file.claims.find(
          (read) => read.patientControlNumber === numberedClaim.patientControlNumber,
        );
        expect(readBack?.claim).toEqual(asWritten(numberedClaim, submitter).claim);
        expect(readBack?.notInModel).toBeUndefined();
        expect(readBack && differingPaths(numberedClaim, readBack, submitter)).toEqual([]);
      }
    }),
  );
});

test('what goes around the claims is read back', () => {
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, []);
  expect(readClaimFile(bytes).envelope).toEqual({
    ...exampleClaimFileEnvelope,
    submitter: {
      name: 'SAMPLE CLINIC',
      id: '123456789',
      contactName: 'BILLING OFFICE',
      contactPhone: '2175550100',
    },
  });
});
