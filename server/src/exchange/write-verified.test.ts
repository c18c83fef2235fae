/** What a file must have before any claim is put into it. */
import { exampleClaim } from '@claimside/shared/examples';
import type { UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { profileOf } from '../clearinghouse/index.ts';
import { buildEnvelope } from './envelope.ts';
import { settingsFor } from './testing.ts';
import { writeVerified } from './write-verified.ts';

const settings = settingsFor({
  host: '127.0.0.1',
  port: 2222,
  username: 'TRAINING',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
});
const envelope = buildEnvelope(
  { settings, profile: profileOf(settings) },
  { interchange: 1, group: 1, transactionSet: 1, file: 1 },
  '2026-11-22T15:30:00.000Z' as UtcInstant,
);
const claims = [{ patientControlNumber: 'C000000001', claim: exampleClaim }];

test.each([
  ['ISA06', { interchangeSender: { qualifier: 'ZZ', id: '' } }],
  ['ISA08', { interchangeReceiver: { qualifier: 'ZZ', id: ' ' } }],
  ['GS02', { applicationSender: '' }],
  ['GS03', { applicationReceiver: '' }],
])('no file is written without %s', (_, change) => {
  expect(writeVerified(envelope, claims).written).toEqual(claims);
  expect(() => writeVerified({ ...envelope, ...change }, claims)).toThrow('lacks an id');
});
