/** What an admin may write down, and what becomes of the profile with it. */
import { ok, type UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { classifyInbound } from './classify.ts';
import { ConnectionSettings, profileOf } from './connection-settings.ts';
import { guardUploadName, uploadName } from './upload-name.ts';

const settings = {
  profileId: 'office-ally',
  mode: 'live',
  host: 'ftp10.officeally.com',
  port: 22,
  username: 'sampleclinic',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
  submitter: {
    name: 'SAMPLE CLINIC',
    id: '123456789',
    contactName: 'BILLING OFFICE',
    contactPhone: '2175550100',
  },
};

test('what the connection does not say stays as the profile has it', () => {
  const profile = profileOf(ConnectionSettings.parse(settings));
  expect(profile).toMatchObject({ name: 'Office Ally', uploadMode: 'direct', maximumFailedLogins: 3 });
  expect(profile.envelope).toMatchObject({ receiverId: '330897513', receiverName: 'OFFICE ALLY' });
});

test('each override takes the place of the profile value', () => {
  const profile = profileOf(
    ConnectionSettings.parse({
      ...settings,
      interchange: { senderQualifier: '30', receiverId: 'OTHER' },
      overrides: { outboundFolder: 'reports', uploadMode: 'rename', maximumFailedLogins: 1 },
    }),
  );
  expect(profile.folders).toEqual({ inbound: 'inbound', outbound: 'reports' });
  expect(profile).toMatchObject({ uploadMode: 'rename', maximumFailedLogins: 1 });
  expect(profile.envelope).toMatchObject({ senderQualifier: '30', receiverId: 'OTHER' });
});

test('a clearinghouse of no known profile must be named by its id, which is then in every envelope place', () => {
  const generic = { ...settings, profileId: 'generic', host: 'sftp.example.com' };
  expect(ConnectionSettings.safeParse(generic).error?.issues).toMatchObject([
    { path: ['interchange', 'receiverId'], message: expect.stringContaining('is needed') },
  ]);
  const named = ConnectionSettings.parse({ ...generic, interchange: { receiverId: 'TESTHOUSE' } });
  expect(profileOf(named).envelope).toMatchObject({
    receiverId: 'TESTHOUSE',
    applicationReceiver: 'TESTHOUSE',
    receiverCode: 'TESTHOUSE',
  });
});

test.each([
  ['its host', { host: 'sftp.OfficeAlly.com.' }, ['host']],
  ['its id in ISA08', { interchange: { receiverId: '330897513' } }, ['interchange', 'receiverId']],
  [
    'its id in GS03',
    { interchange: { receiverId: 'OTHER', applicationReceiver: 'offally' } },
    ['interchange', 'applicationReceiver'],
  ],
])(
  'Office Ally, which takes a test of other marks as live, is told by %s and must be chosen',
  (_, change, path) => {
    const other = { profileId: 'generic', host: 'sftp.example.com', interchange: { receiverId: 'OTHER' } };
    expect(ConnectionSettings.safeParse({ ...settings, ...other }).success).toBe(true);
    expect(ConnectionSettings.safeParse({ ...settings, ...other, ...change }).error?.issues).toMatchObject([
      { path, message: expect.stringContaining('choose Office Ally') },
    ]);
  },
);

const other = {
  ...settings,
  profileId: 'generic',
  host: 'sftp.example.com',
  interchange: { receiverId: 'OTHER' },
};

test('a clearinghouse of no known profile is described in full by its account', () => {
  const profile = profileOf(
    ConnectionSettings.parse({
      ...other,
      overrides: {
        fileNames: { live: 'CLM{number}.837', test: 'QA-CLM{number}.837' },
        testMark: 'QA-',
        formMark: null,
        testIndicator: 'P',
        acknowledgementRequested: '1',
        receiverName: 'OTHER HOUSE',
        receiverCode: 'OH1',
        own: { ids: ['OH1'], names: ['OTHER HOUSE'] },
        minimumPollMilliseconds: 60_000,
        pollAfterUploadMilliseconds: [600_000],
        reportNames: [{ shape: 'edi-status', name: 'STATUS.*.TXT' }],
      },
    }),
  );
  const at = '2026-11-27T10:00:00.000Z' as UtcInstant;
  expect(uploadName(profile, 'test', at, 7)).toBe('QA-CLM000007.837');
  expect(guardUploadName(profile, 'live', uploadName(profile, 'live', at, 7))).toEqual(ok('CLM000007.837'));
  expect(guardUploadName(profile, 'live', 'QA-CLM000007.837').ok).toBe(false);
  expect(profile.envelope).toMatchObject({
    acknowledgementRequested: '1',
    usageIndicator: { test: 'P', live: 'P' },
    receiverName: 'OTHER HOUSE',
    receiverCode: 'OH1',
  });
  expect(profile).toMatchObject({
    own: { ids: ['OH1'], names: ['OTHER HOUSE'] },
    minimumPollMilliseconds: 60_000,
    pollAfterUploadMilliseconds: [600_000],
  });
  const bytes = Buffer.from('any words');
  expect(classifyInbound(profile, 'status.4711.txt', bytes)).toBe('edi-status');
  expect(classifyInbound(profile, 'STATUSx4711.TXT', bytes)).toBe('unknown');
});

test.each([
  [
    'a live file with the mark of a test',
    { fileNames: { live: 'TEST{number}', test: 'TEST{number}' }, formMark: null },
    'fileNames',
  ],
  ['a test without its mark', { fileNames: { live: '837P{number}', test: '837P{number}' } }, 'fileNames'],
  ['nothing that marks a test', { testMark: null, testIndicator: 'P' }, 'testMark'],
  ['names that come again', { fileNames: { live: '837P', test: 'TEST837P' } }, 'fileNames'],
  [
    'a name that leads to another folder',
    { fileNames: { live: '../{number}', test: 'TEST{number}' } },
    'fileNames',
  ],
])('an account that could mix up tests and live files is refused: %s', (_, overrides, path) => {
  const [issue] = ConnectionSettings.safeParse({ ...other, overrides }).error?.issues ?? [];
  expect(issue?.path.slice(0, 2)).toEqual(['overrides', path]);
});

test('what marks a test at a known clearinghouse can not be set otherwise', () => {
  const overrides = { testMark: 'QA', minimumPollMilliseconds: 1_000 };
  expect(ConnectionSettings.safeParse({ ...settings, overrides }).error?.issues).toMatchObject([
    { path: ['overrides', 'testMark'], message: expect.stringContaining('is known of Office Ally') },
    { path: ['overrides', 'minimumPollMilliseconds'] },
  ]);
});

test.each([
  ['no pinned host key', { hostKeySha256: undefined }],
  ['a host key that is no SHA-256 fingerprint', { hostKeySha256: 'MD5:00:11' }],
  ['a separator in an id', { submitter: { ...settings.submitter, id: '123*45' } }],
  ['a password in the settings', { password: 'secret' }],
  ['an unknown profile', { profileId: 'nobody' }],
  ['a host with a path', { profileId: 'generic', host: 'example.com/inbound' }],
  ['a host that is not of this clearinghouse', { host: 'ftp10.officeally.com.example.com' }],
  ['a sandbox on another machine', { profileId: 'sandbox', host: '192.0.2.1' }],
])('%s is refused', (_, change) => {
  expect(ConnectionSettings.safeParse({ ...settings, ...change }).success).toBe(false);
});
