/** The form of an account: what it does not show stays, unless it was set for another clearinghouse. */
import type { Connection } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { accountOf, dropsHidden, readAccount, withClearinghouse } from './fields.ts';

const HIDDEN = { repeatsAreSafe: true, deleteAfterDownload: true, uploadMode: 'rename' } as const;
const KEPT: Connection = {
  id: 'main',
  name: 'Invented House',
  settings: {
    profileId: 'generic',
    mode: 'test',
    host: 'sftp.invented.example',
    port: 2222,
    username: 'TRAINING',
    hostKeySha256: `SHA256:${'A'.repeat(43)}`,
    submitter: { name: 'TEST CLINIC', id: '123456789', contactName: 'BILLER', contactPhone: '2175550100' },
    interchange: { receiverId: 'INVENTED', senderId: 'SENDER1' },
    overrides: { ...HIDDEN, inboundFolder: 'up' },
  },
  status: {
    id: 'main',
    clearinghouse: 'Invented House',
    mode: 'test',
    state: 'ok',
    message: '',
    since: '2026-11-22T12:00:00.000Z',
    lastContactAt: null,
    nextTryAt: null,
    claimsWaiting: 0,
    notices: [],
  },
  realTime: null,
  routed: { payerIds: [], claimFilingIndicators: [] },
};

const OFFICE_ALLY = { host: 'ftp10.officeally.com', port: 22 };
const NEEDS = { name: false, receiverId: false };

test('what the form does not show is saved as it was', () => {
  const read = readAccount(accountOf(KEPT), NEEDS);
  expect(read.ok && read.value.settings).toMatchObject({
    overrides: { ...HIDDEN, inboundFolder: 'up' },
    interchange: { receiverId: 'INVENTED', senderId: 'SENDER1' },
  });
  expect(dropsHidden(accountOf(KEPT))).toBe(false);
});

test('another clearinghouse gets nothing that was set for the one before, and the form says so', () => {
  const begin = accountOf(KEPT);
  const chosen = {
    ...begin,
    texts: { ...begin.texts, ...withClearinghouse(begin, 'office-ally', OFFICE_ALLY) },
  };
  expect(dropsHidden(chosen)).toBe(true);
  const hostKeySha256 = `SHA256:${'B'.repeat(43)}`;
  const read = readAccount({ ...chosen, texts: { ...chosen.texts, hostKeySha256 } }, NEEDS);
  expect(read.ok && read.value.settings).toMatchObject({
    profileId: 'office-ally',
    ...OFFICE_ALLY,
    interchange: {},
    overrides: {},
  });
  expect(read.ok && { ...read.value.settings.interchange, ...read.value.settings.overrides }).toEqual({});
});

test('the host key of one clearinghouse is not taken for that of another', () => {
  const begin = accountOf(KEPT);
  const texts = { ...begin.texts, ...withClearinghouse(begin, 'office-ally', OFFICE_ALLY) };
  const read = readAccount({ ...begin, texts }, NEEDS);
  expect(!read.ok && Object.keys(read.error)).toEqual(['hostKeySha256']);
});

test('chosen back, the clearinghouse has what it had', () => {
  const begin = accountOf(KEPT);
  const away = { ...begin.texts, ...withClearinghouse(begin, 'office-ally', OFFICE_ALLY) };
  expect({ ...away, ...withClearinghouse(begin, 'generic') }).toEqual(begin.texts);
});

test('how another clearinghouse names files is typed, and ends with it', () => {
  const begin = accountOf(KEPT);
  const names = { testName: 'QA837P{number}', testMark: 'QA' };
  const read = readAccount({ ...begin, texts: { ...begin.texts, ...names } }, NEEDS);
  if (!read.ok) throw new Error('the account was refused');
  const { overrides } = read.value.settings;
  expect(overrides).toMatchObject({ fileNames: { test: 'QA837P{number}' }, testMark: 'QA' });
  const saved = accountOf({ ...KEPT, settings: read.value.settings });
  expect(saved.texts).toMatchObject({ ...names, liveName: '' });
  expect(withClearinghouse(saved, 'office-ally', OFFICE_ALLY)).toMatchObject({ testName: '', testMark: '' });
  const wrong = readAccount({ ...begin, texts: { ...begin.texts, liveName: 'no number' } }, NEEDS);
  expect(!wrong.ok && wrong.error.liveName).toContain('{number} once');
});

test('a clearinghouse that marks no test in its names keeps that', () => {
  const unmarked = { ...KEPT, settings: { ...KEPT.settings, overrides: { testMark: null } } };
  const read = readAccount(accountOf(unmarked), NEEDS);
  expect(read.ok && read.value.settings.overrides).toEqual({ testMark: null });
});
