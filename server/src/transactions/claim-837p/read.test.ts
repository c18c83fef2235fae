import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { exampleClaimFileEnvelope } from '../examples.ts';
import { readClaimFile } from './read.ts';
import { writeClaimFile } from './write.ts';

const good = new TextDecoder().decode(
  writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C000000001', claim: exampleClaim }])
    .bytes,
);

/** Codes and places of what is found in the good file after a change. */
function findingsAfter(change: (file: string) => string): string[] {
  const { findings } = readClaimFile(new TextEncoder().encode(change(good)));
  return findings.map(
    ({ severity, code, location }) =>
      `${severity} ${code} ${location.segmentId} ${location.ordinal} ${location.loop}`,
  );
}

const SUBSCRIBER = '2000A[1] > 2000B[1]';
const CLAIM = `${SUBSCRIBER} > 2300[1]`;

test.each([
  ['a total that is not the sum', '*281*', '*281.01*', [`error CLM02-SUM CLM 19 ${CLAIM}`]],
  [
    'a charge with three decimals',
    '*96*UN',
    '*96.123*UN',
    [`error ELEMENT-DECIMALS SV1 28 ${CLAIM} > 2400[2]`],
  ],
  [
    'a day that does not exist',
    'D8*19780412',
    'D8*19780231',
    [`error ELEMENT-DATE DMG 17 ${SUBSCRIBER} > 2010BA`],
  ],
  [
    'a claim without diagnosis',
    'HI*ABK:M5450*ABF:I10*ABF:E119~',
    'K3*X~',
    [`error SEGMENT-MISSING HI 20 ${CLAIM}`],
  ],
  [
    'a line without service date',
    'DTP*472*D8*20261116~REF*6R*C000000001L2',
    'REF*6R*C000000001L2',
    [`error SEGMENT-MISSING DTP 28 ${CLAIM} > 2400[2]`, 'error SE01-COUNT SE 30 '],
  ],
  ['an unknown frequency', '11:B:1', '11:B:Q', [`error ELEMENT-CODE CLM 19 ${CLAIM}`]],
  ['a wrong segment count', 'SE*31', 'SE*32', ['error SE01-COUNT SE 31 ']],
])('%s is found at its place, and nothing else is', (_, from, to, expected) => {
  expect(good).toContain(from);
  expect(findingsAfter((file) => file.replace(from, to))).toEqual(expected);
});

test('composites divided by another character than ISA16 are read, and reported once', () => {
  const change = (file: string) => file.replace(/:(?!~)/g, '>');
  expect(findingsAfter(change)).toEqual([`error COMPONENT-SEPARATOR CLM 19 `]);
  const [claim] = readClaimFile(new TextEncoder().encode(change(good))).claims;
  expect(claim?.claim.diagnoses).toEqual([{ code: 'M5450' }, { code: 'I10' }, { code: 'E119' }]);
});

test('a file cut off within a claim gives the part that is there, with one finding for the claim', () => {
  const cut = (file: string) => file.slice(0, file.indexOf('LX*2'));
  expect(findingsAfter(cut)).toEqual([
    'error IEA-MISSING ISA 0 ',
    'error GE-MISSING GS 0 ',
    'error SE-MISSING ST 1 ',
    `error CLAIM-CUT-OFF CLM 19 ${CLAIM}`,
  ]);
  const [claim] = readClaimFile(new TextEncoder().encode(cut(good))).claims;
  expect(claim?.claim.serviceLines?.map(({ procedureCode }) => procedureCode)).toEqual(['99214']);
});

test('what other payers and line providers say does not change the claim', () => {
  const other =
    'SBR*S*18*******MB~AMT*D*50~NM1*IL*1*OTHER*PERSON****MI*X1~N3*NOT HIS STREET~NM1*PR*2*OTHER*****PI*1~';
  const provider = 'NM1*82*1*OTHER*DOCTOR****XX*1234567893~PRV*PE*PXC*000000000X~';
  const withOthers = good.replace('LX*1~', `${other}LX*1~`).replace('LX*2~', `${provider}LX*2~`);
  const { claims } = readClaimFile(new TextEncoder().encode(withOthers));
  const { claims: expected } = readClaimFile(new TextEncoder().encode(good));
  const { otherCoverages, serviceLines = [], ...rest } = claims[0]?.claim ?? {};
  expect(otherCoverages?.map(({ payer, paidAmount }) => [payer?.name, paidAmount])).toEqual([
    ['OTHER', 5000],
  ]);
  expect(serviceLines.map(({ renderingProvider }) => renderingProvider?.lastName)).toEqual([
    'OTHER',
    undefined,
  ]);
  const { serviceLines: _, ...expectedRest } = expected[0]?.claim ?? {};
  expect(rest).toEqual(expectedRest);
});

test('charges beyond all bounds make a finding, never an exception', () => {
  const change = (file: string) =>
    file.replace('*185*UN', '*90071992547409.91*UN').replace('*96*UN', '*90071992547409.91*UN');
  expect(findingsAfter(change)).toEqual([`error CLM02-SUM CLM 19 ${CLAIM}`]);
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
