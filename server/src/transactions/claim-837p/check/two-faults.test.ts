/** Two faults that have nothing to do with each other are both told: neither hides the other. */
import { exampleClaim, medicareClaim, secondaryClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { checkClaimFile } from './check-file.ts';
import { all, behind, type Change, changed, goodLines, say } from './testing.ts';

const FILES = {
  example: goodLines([exampleClaim]),
  secondary: goodLines([secondaryClaim]),
  medicare: goodLines([medicareClaim]),
};

interface Fault {
  readonly found: string;
  readonly change: Change;
}

const FAULTS = {
  billingNpi: { found: 'NPI-CHECK NM109', change: say('NM1*85', '1234567893', '1234567890') },
  place: { found: 'PLACE-OF-SERVICE SV105', change: say('SV1', '*UN*1*', '*UN*1*98') },
  units: { found: 'ELEMENT-CODE SV103', change: say('SV1', '*UN*', '*ZZ*') },
  otherCharge: { found: 'ELEMENT-CHARACTER SV102', change: say('SV1', '*96*', '*ABC*', 2) },
  lineBalance: { found: 'LINE-BALANCE SVD02', change: say('SVD', '*110*', '*111*') },
  claimBalance: { found: 'CLAIM-BALANCE AMT02', change: say('AMT*D', '160', '161') },
  adjustmentReason: { found: 'ELEMENT-LONG CAS02', change: say('CAS*CO', '*45*', '*456789*') },
  patientPaid: { found: 'ELEMENT-CHARACTER AMT02', change: behind('CLM', 'AMT*F5*ABC') },
  dot: { found: 'DIAGNOSIS-SHAPE HI01', change: say('HI', 'M5450', 'M54.50') },
  conditions: { found: 'ELEMENT-CODE HI02', change: behind('HI', 'HI*BG:17*ZZ:18') },
  pointer: { found: 'DIAGNOSIS-POINTERS SV107', change: say('SV1', '2:3', '9') },
  noPayerNumber: { found: 'FREQUENCY-NEEDS-PAYER-NUMBER CLM05', change: say('CLM', ':B:1', ':B:7') },
  lineNumber: { found: 'ELEMENT-CODE REF01', change: behind('REF*6R', 'REF*QQ*1') },
  noAccidentDate: { found: 'ACCIDENT-DATE-NEEDED CLM11', change: say('CLM', '*Y*Y', '*Y*Y**AA:::IL') },
  onsetFormat: { found: 'ELEMENT-CODE DTP02', change: behind('CLM', 'DTP*431*D9*20261101') },
  onsetDate: { found: 'ELEMENT-DATE DTP03', change: behind('CLM', 'DTP*431*D8*20260231') },
  medicareNumber: { found: 'MEDICARE-NUMBER NM109', change: say('NM1*IL', '1EG4TE5MK73', '123456789X') },
  relationship: { found: 'ELEMENT-CODE SBR02', change: say('SBR', '*18*', '*QQ*', 2) },
} as const satisfies Record<string, Fault>;

type FaultName = keyof typeof FAULTS;

function found(file: keyof typeof FILES, change: Change): string[] {
  return checkClaimFile(changed(FILES[file], change)).findings.map(
    ({ code, location: { segmentId, element = 0 } }) =>
      `${code} ${segmentId}${String(element).padStart(2, '0')}`,
  );
}

test.each<readonly [keyof typeof FILES, FaultName, FaultName]>([
  ['secondary', 'billingNpi', 'claimBalance'],
  ['secondary', 'billingNpi', 'lineBalance'],
  ['secondary', 'place', 'lineBalance'],
  ['secondary', 'units', 'lineBalance'],
  ['secondary', 'otherCharge', 'lineBalance'],
  ['secondary', 'adjustmentReason', 'lineBalance'],
  ['secondary', 'adjustmentReason', 'claimBalance'],
  ['secondary', 'patientPaid', 'claimBalance'],
  ['secondary', 'patientPaid', 'lineBalance'],
  ['secondary', 'relationship', 'claimBalance'],
  ['example', 'dot', 'pointer'],
  ['example', 'conditions', 'pointer'],
  ['example', 'billingNpi', 'pointer'],
  ['example', 'noPayerNumber', 'lineNumber'],
  ['example', 'noPayerNumber', 'pointer'],
  ['example', 'noAccidentDate', 'onsetFormat'],
  ['example', 'noAccidentDate', 'onsetDate'],
  ['medicare', 'medicareNumber', 'onsetDate'],
  ['medicare', 'medicareNumber', 'onsetFormat'],
  ['medicare', 'medicareNumber', 'billingNpi'],
])('%s: %s and %s', (file, one, other) => {
  const [first, second] = [FAULTS[one], FAULTS[other]];
  expect(found(file, first.change)).toEqual([first.found]);
  expect(found(file, second.change)).toEqual([second.found]);
  expect(found(file, all(first.change, second.change)).sort()).toEqual([first.found, second.found].sort());
});
