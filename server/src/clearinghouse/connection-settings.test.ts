/** What an admin may write down, and what becomes of the profile with it. */
import { expect, test } from 'vitest';
import { ConnectionSettings, profileOf } from './connection-settings.ts';

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
