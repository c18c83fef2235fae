/** Test and live files are told apart by their names alone, so the names are guarded both ways. */
import type { UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { PROFILES } from './profiles.ts';
import { guardUploadName, namesOfUploads, uploadName } from './upload-name.ts';

const officeAlly = PROFILES['office-ally'];
const at = '2026-11-22T15:30:00.000Z' as UtcInstant;

test.each([
  ['live', '837P_20261122_153000_000123.txt'],
  ['test', 'OATEST_837P_20261122_153000_000123.txt'],
] as const)('a %s upload is named %s, and passes the guard', (mode, name) => {
  expect(uploadName(officeAlly, mode, at, 123)).toBe(name);
  expect(guardUploadName(officeAlly, mode, name)).toEqual({ ok: true, value: name });
});

test.each([
  ['test', '837P_20261122_153000_000123.txt', 'would be taken as live'],
  // Office Ally knows the mark only as one word in capitals.
  ['test', 'OA_TEST_837P_20261122_153000_000123.txt', 'would be taken as live'],
  ['test', 'oatest_837P_20261122_153000_000123.txt', 'would be taken as live'],
  ['live', 'OATEST_837P_20261122_153000_000123.txt', 'would be taken as a test'],
  ['live', 'oatest_837P_20261122_153000_000123.txt', 'would be taken as a test'],
  ['live', '20261122_153000_000123.txt', 'lacks 837P'],
  ['live', '../837P.txt', 'not allowed'],
] as const)('in %s mode the name %s is refused: %s', (mode, name, why) => {
  const guarded = guardUploadName(officeAlly, mode, name);
  expect(guarded.ok ? '' : guarded.error).toContain(why);
});

test.each(Object.values(PROFILES))(
  'names that the profile $id makes pass its own guard in both modes',
  (profile) => {
    for (const mode of ['test', 'live'] as const)
      expect(guardUploadName(profile, mode, uploadName(profile, mode, at, 1)).ok).toBe(true);
  },
);

test.each([
  ['100_OATEST_837P_20261122_153000_000123_999.999', ['OATEST_837P_20261122_153000_000123']],
  ['100_837P_20261122_153000_217345678_999.999', ['837P_20261122_153000_217345678']],
  ['100_CLAIMS_NOVEMBER_999.999', []],
])('a report named %s repeats the uploads %j', (report, uploads) => {
  expect(namesOfUploads(officeAlly, report)).toEqual(uploads);
});
