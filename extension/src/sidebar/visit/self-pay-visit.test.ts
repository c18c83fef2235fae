/** What of a visit goes to its superbill where nothing is billed. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { selfPayVisitOf } from './self-pay-visit.ts';

test('everything but the insurance', () => {
  const visit = selfPayVisitOf(exampleClaim);
  expect(visit).toMatchObject({
    ok: true,
    value: {
      patient: { lastName: exampleClaim.patient.lastName, address: exampleClaim.patient.address },
      lines: exampleClaim.serviceLines.map(({ procedureCode, chargeAmount }) => ({
        procedureCode,
        charge: chargeAmount,
      })),
    },
  });
  expect(JSON.stringify(visit)).not.toContain(exampleClaim.coverage.memberId);
});

test('an address that is not whole is left out; a charge that is not known, too', () => {
  const visit = selfPayVisitOf({
    ...exampleClaim,
    patient: { ...exampleClaim.patient, address: { city: 'SPRINGFIELD' } },
    serviceLines: exampleClaim.serviceLines.map(({ chargeAmount: _, ...line }) => line),
  });
  expect(visit.ok && [visit.value.patient.address, visit.value.lines[0]?.charge]).toEqual([
    undefined,
    undefined,
  ]);
});

test.each([
  ['patient.birthDate', { patient: { ...exampleClaim.patient, birthDate: '' } }],
  ['placeOfService', { placeOfService: undefined }],
  [
    'serviceLines.0.procedureCode',
    { serviceLines: [{ ...exampleClaim.serviceLines[0], procedureCode: '' }] },
  ],
])('what is missing is named by its place: %s', (path, change) => {
  expect(selfPayVisitOf({ ...exampleClaim, ...change })).toEqual({ ok: false, error: path });
});
