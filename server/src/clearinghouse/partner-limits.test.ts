/** A file for Office Ally keeps what Office Ally asks beyond the guide; each fault is told once, at its element. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { checkClaimFile, writeClaimFile } from '../transactions/claim-837p/index.ts';
import { exampleClaimFileEnvelope } from '../transactions/examples.ts';
import { partnerLimitsOf } from './partner-limits.ts';
import { PROFILES } from './profiles.ts';

const officeAlly = partnerLimitsOf(PROFILES['office-ally']);
const good = new TextDecoder().decode(
  writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C000000001', claim: exampleClaim }])
    .bytes,
);

function found(file: string, partner = officeAlly): string[] {
  const { findings } = checkClaimFile(new TextEncoder().encode(file), { partner });
  return findings.map(
    ({ severity, snip, code, location: { segmentId, element = 0 } }) =>
      `${severity} ${snip} ${code} ${segmentId}${String(element).padStart(2, '0')}`,
  );
}

test('a file of ours is as Office Ally wants it', () => {
  expect(found(good)).toEqual([]);
});

test.each([
  ['another receiver', '*330897513      *', '*330897514      *', 'error 7 PARTNER-ISA08 ISA08'],
  ['the kind of a real-time receiver', '*ZZ*330897513', '*01*330897513', 'error 7 PARTNER-ISA07 ISA07'],
  ['the receiver of real time', '*123456789*330897513*', '*123456789*OFFALLY*', 'error 7 PARTNER-GS03 GS03'],
  ['another name of the receiver', 'OFFICE ALLY', 'OFFICEALLY', 'error 7 PARTNER-NM103 NM103'],
  ['another id of the receiver', '*46*330897513', '*46*330897514', 'error 7 PARTNER-NM109 NM109'],
  ['an account number of 14 characters', 'C000000001*', 'C0000000000001*', 'error 7 PARTNER-CLM01 CLM01'],
  ['an account number in small letters', 'C000000001*', 'c000000001*', 'error 7 PARTNER-CLM01 CLM01'],
  [
    'an account number that the guide refuses',
    'C000000001*',
    `${'C'.repeat(39)}*`,
    'error 1 ELEMENT-LONG CLM01',
  ],
  ['a payer id of six digits', '*PI*60054', '*PI*600541', 'error 7 PAYER-ID-SHAPE NM109'],
  ['a P.O. box', '1 EXAMPLE STREET', 'PO BOX 1', 'error 4 PO-BOX N301'],
])('%s', (_, from, to, expected) => {
  expect(good).toContain(from);
  const codes = found(good.replace(from, to));
  expect(codes.filter((code) => !code.includes('CHARACTERS'))).toEqual([expected]);
});

test('other characters than the basic ones are told once', () => {
  const file = good
    .replace('QUINTERO', 'Quintero')
    .replace('MARTA', 'Marta')
    .replace('HALVORSEN', 'Halvorsen');
  expect(found(file)).toEqual(['warning 7 PARTNER-CHARACTERS NM103']);
});

test('a second interchange is more than Office Ally takes in a file', () => {
  const second = good.replaceAll('000000101', '000000102').replaceAll('C000000001', 'C000000002');
  expect(found(good + second)).toEqual(['error 7 PARTNER-ISA-COUNT ISA00', 'error 7 PARTNER-GS-COUNT GS00']);
});

test('of another clearinghouse only its own ids are known', () => {
  const profile = {
    ...PROFILES.generic,
    envelope: { ...PROFILES.generic.envelope, receiverId: 'OTHER', receiverCode: 'OTHER' },
  };
  expect(found(good, partnerLimitsOf(profile))).toEqual([
    'error 7 PARTNER-ISA08 ISA08',
    'error 7 PARTNER-NM109 NM109',
  ]);
  expect(found(good, partnerLimitsOf(PROFILES.generic))).toEqual([]);
});
