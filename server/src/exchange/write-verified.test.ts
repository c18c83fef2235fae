/** What a file must have before any claim is put into it. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { partnerLimitsOf, profileOf } from '../clearinghouse/index.ts';
import { buildEnvelope } from './envelope.ts';
import { settingsFor } from './testing.ts';
import { writeVerified } from './write-verified.ts';

const settings = settingsFor({
  host: '127.0.0.1',
  port: 2222,
  username: 'TRAINING',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
});
const profile = profileOf(settings);
const standard = { partner: partnerLimitsOf(profile), today: '2026-11-22' as IsoDate };
const envelope = buildEnvelope(
  { settings, profile },
  { interchange: 1, group: 1, transactionSet: 1, file: 1 },
  '2026-11-22T15:30:00.000Z' as UtcInstant,
);
const claims = [{ patientControlNumber: 'C000000001', claim: exampleClaim }];

test.each([
  ['ISA06', { interchangeSender: { qualifier: 'ZZ', id: '' } }],
  ['ISA08', { interchangeReceiver: { qualifier: 'ZZ', id: ' ' } }],
  ['GS02', { applicationSender: '' }],
  ['GS03', { applicationReceiver: '' }],
])('no file is written without %s', async (_, change) => {
  expect((await writeVerified(envelope, claims, standard)).written).toEqual(claims);
  await expect(writeVerified({ ...envelope, ...change }, claims, standard)).rejects.toThrow('lacks an id');
});

/** Three claims, the second another one. */
const withSecond = (second: Claim) =>
  [exampleClaim, second, exampleClaim].map((claim, index) => ({
    patientControlNumber: `C00000000${index + 1}`,
    claim,
  }));

const [firstLine, ...otherLines] = exampleClaim.serviceLines;
if (!firstLine) throw new Error('the example has lines');
const onDay = (serviceDate: string): Claim => ({
  ...exampleClaim,
  serviceLines: [{ ...firstLine, serviceDate: serviceDate as IsoDate }, ...otherLines],
});

test.each<readonly [string, Claim, string]>([
  ['a service in the future', onDay('2026-12-24'), 'SERVICE-DATE'],
  [
    'a payer id that the clearinghouse can not route by',
    { ...exampleClaim, coverage: { ...exampleClaim.coverage, payerId: 'TOOLONG' } },
    'PAYER-ID-SHAPE',
  ],
  [
    'a P.O. box as billing address, which its billing provider has alone',
    {
      ...exampleClaim,
      billingProvider: {
        ...exampleClaim.billingProvider,
        address: { ...exampleClaim.billingProvider.address, line1: 'PO BOX 5' },
      },
    },
    'PO-BOX',
  ],
])(
  'a claim with %s stays behind with what was found, and the others are written',
  async (_, second, code) => {
    const [one, two, three] = withSecond(second);
    const { written, refused, file } = await writeVerified(envelope, withSecond(second), standard);
    expect(written).toEqual([one, three]);
    expect(refused.map(({ claim, finding }) => [claim, finding?.code])).toEqual([[two, code]]);
    expect(file?.positions.map(({ patientControlNumber }) => patientControlNumber)).toEqual([
      'C000000001',
      'C000000003',
    ]);
  },
);

test('a visit of today is sent from where the day began before it did in UTC', async () => {
  const tomorrow = [{ patientControlNumber: 'C000000001', claim: onDay('2026-11-23') }];
  expect((await writeVerified(envelope, tomorrow, standard)).written).toEqual([]);
  const east = { ...standard, today: '2026-11-23' as IsoDate };
  expect((await writeVerified(envelope, tomorrow, east)).written).toEqual(tomorrow);
});

test('a name without any letter that a file can carry keeps its claim behind', async () => {
  const nameless = { ...exampleClaim, patient: { ...exampleClaim.patient, lastName: '试验' } };
  const { written, refused } = await writeVerified(envelope, withSecond(nameless), standard);
  expect(written).toHaveLength(2);
  expect(refused.map(({ finding }) => finding?.code)).toEqual(['ELEMENT-MISSING']);
});

test('no claim is refused for a fault of the envelope: they wait until it is put right', async () => {
  const elsewhere = { ...envelope, interchangeReceiver: { qualifier: 'ZZ', id: 'ELSEWHERE' } };
  await expect(writeVerified(elsewhere, claims, standard)).rejects.toThrow('PARTNER-ISA08');
});
