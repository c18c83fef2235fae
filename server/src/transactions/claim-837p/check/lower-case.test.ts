/** A code in lower case is read as the one that is meant, with a warning; what is wrong with that one is told beside it. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { checkClaimFile } from './check-file.ts';
import { type Change, changed, goodLines, say } from './testing.ts';

const LINES = goodLines([exampleClaim]);

function found(change: Change): string[] {
  return checkClaimFile(changed(LINES, change)).findings.map(
    ({ severity, code, location: { segmentId, element = 0, component } }) =>
      `${severity} ${code} ${segmentId}${String(element).padStart(2, '0')}${component ? `-${component}` : ''}`,
  );
}

test.each([
  ['the signature', say('CLM', '*Y*A*Y*Y', '*y*A*Y*Y'), 'CLM06'],
  ['the assignment', say('CLM', '*Y*A*Y*Y', '*Y*a*Y*Y'), 'CLM07'],
  ['the release', say('CLM', '*Y*A*Y*Y', '*Y*A*Y*y'), 'CLM09'],
  ['the sex', say('DMG', '*F', '*f'), 'DMG03'],
  ['the kind of insurance', say('SBR', '*CI', '*ci'), 'SBR09'],
  ['the rank', say('SBR', '*P*', '*p*'), 'SBR01'],
  ['the first qualifier of the diagnoses', say('HI', 'ABK', 'abk'), 'HI01-1'],
  ['another qualifier of the diagnoses', say('HI', 'ABF:I10', 'abf:I10'), 'HI02-1'],
  ['the unit', say('SV1', '*UN*', '*un*'), 'SV103'],
  [
    'the qualifier of a provider',
    say('NM1*82', '*82*1*HALVORSEN*INGRID****XX', '*82*1*HALVORSEN*INGRID****xx'),
    'NM108',
  ],
  ['the format of a date', say('DTP*472', '*D8*', '*d8*'), 'DTP02'],
])('%s in lower case is one warning', (_, change, place) => {
  expect(found(change)).toEqual([`warning ELEMENT-CODE ${place}`]);
});

test('an accident in lower case is an accident, whose date is missing', () => {
  expect(found(say('CLM', '*Y*Y', '*Y*Y**aa:::IL'))).toEqual([
    'warning ELEMENT-CODE CLM11-1',
    'error ACCIDENT-DATE-NEEDED CLM11-1',
  ]);
});
