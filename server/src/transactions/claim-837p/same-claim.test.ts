import type { Claim } from '@claimside/shared/claim';
import { exampleClaim, secondaryClaim } from '@claimside/shared/examples';
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { exampleClaimFileEnvelope } from '../examples.ts';
import { asWritten } from './as-written.ts';
import { readClaimFile } from './read.ts';
import { differingPaths, sameClaim } from './same-claim.ts';
import { writeClaimFile } from './write.ts';

const patientControlNumber = 'C000000001';

/** Writes a claim, changes the file, and compares what is read with what was to be sent. */
function compare(claim: Claim, change: (file: string) => string = (file) => file): string[] {
  const sent = { patientControlNumber, claim };
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, [sent]);
  const file = readClaimFile(new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
  const [readBack] = file.claims;
  if (!readBack) throw new Error('the file holds no claim');
  const { submitter } = exampleClaimFileEnvelope;
  const paths = differingPaths(sent, readBack, submitter);
  expect(sameClaim(sent, readBack, submitter)).toBe(paths.length === 0);
  return paths;
}

test('a claim that the file says exactly is the same', () => {
  expect(compare(exampleClaim)).toEqual([]);
});

test.each([
  ['CLM*C000000001*', 'CLM*C000000009*', ['patientControlNumber']],
  ['*185*UN*1*', '*185*UN*2*', ['claim.serviceLines.0.units']],
  ['*185*UN*', '*158*UN*', ['claim.serviceLines.0.chargeAmount']],
  ['ABF:I10', 'ABF:I11', ['claim.diagnoses.1.code']],
  ['*QUINTERO*', '*QUINTANA*', ['claim.patient.lastName']],
  ['REF*6R*C000000001L2', 'REF*6R*C000000001L1', ['claim.serviceLines.1.lineItemControlNumber']],
  ['REF*EI', 'REF*SY', ['claim.billingProvider.taxIdKind']],
  ['N3*12 INVENTED LANE', 'N3*12 INVENTED LANE*APT 4', ['claim.patient.address.line2']],
])('a file with %j changed into %j is told by its path', (from, to, paths) => {
  expect(compare(exampleClaim, (file) => file.replace(from, to))).toEqual(paths);
});

test('a name without any letter that X12 can carry is never sent', () => {
  const claim = { ...exampleClaim, patient: { ...exampleClaim.patient, lastName: '试验' } };
  expect(compare(claim)).toContain('claim.patient.lastName');
});

test('units finer than the file can say are told', () => {
  const [line] = exampleClaim.serviceLines;
  if (!line) throw new Error('the example has lines');
  expect(compare({ ...exampleClaim, serviceLines: [{ ...line, units: 0.0001 }] })).toContain(
    'claim.serviceLines.0.units',
  );
});

test('a value for which its place in the file has no element is told, not silently left out', () => {
  const referringProvider = { lastName: 'Sample', organizationName: 'Sample Group', npi: '1245319599' };
  expect(compare({ ...exampleClaim, referringProvider })).toContain(
    'claim.referringProvider.organizationName',
  );
});

test('adjustments of several groups may be given in any order: they are the same group by group', () => {
  const adjustments = [
    { group: 'CO', reason: '45', amount: cents(5000) },
    { group: 'PR', reason: '2', amount: cents(2400) },
    { group: 'CO', reason: '97', amount: cents(100) },
  ] as const;
  const { otherCoverages = [], serviceLines } = secondaryClaim;
  const claim: Claim = {
    ...secondaryClaim,
    otherCoverages: otherCoverages.map((other) => ({ ...other, adjustments: [...adjustments] })),
    serviceLines: serviceLines.map((line) => ({
      ...line,
      adjudications: (line.adjudications ?? []).map((one) => ({ ...one, adjustments: [...adjustments] })),
    })),
  };
  expect(compare(claim)).toEqual([]);
});

test('a payer that is called primary is the same as one without a rank', () => {
  expect(compare({ ...exampleClaim, coverage: { ...exampleClaim.coverage, rank: 'P' } })).toEqual([]);
});

test("the submitter's own contact is left out only when the practice says no more than that", () => {
  const { submitter } = exampleClaimFileEnvelope;
  const { contactName, contactPhone } = submitter;
  const written = (more: Partial<Claim['billingProvider']>) => {
    const billingProvider = { ...exampleClaim.billingProvider, contactName, contactPhone, ...more };
    return asWritten({ patientControlNumber, claim: { ...exampleClaim, billingProvider } }, submitter).claim;
  };
  expect(written({}).billingProvider.contactPhone).toBeUndefined();
  expect(written({ contactPhoneExtension: '7' }).billingProvider.contactPhone).toBe(contactPhone);
});
