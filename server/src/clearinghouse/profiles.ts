/** The clearinghouses we know. Every value is a default that a practice's connection can override. */
import type { ProfileId } from '@claimside/shared/api';
import type { ClearinghouseProfile } from './profile.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY_HOURS = 24;

/** Office Ally, from its 837P companion guide (June 2022) and from reports seen up to 2026. */
const officeAlly: ClearinghouseProfile = {
  id: 'office-ally',
  name: 'Office Ally',
  source: '837P companion guide 2022-06; report names and layouts as observed',
  host: 'ftp10.officeally.com',
  allowedHosts: '^([a-z0-9-]+\\.)*officeally\\.com$',
  port: 22,
  folders: { inbound: 'inbound', outbound: 'outbound' },
  envelope: {
    senderQualifier: 'ZZ',
    receiverQualifier: 'ZZ',
    receiverId: '330897513',
    applicationReceiver: '330897513',
    acknowledgementRequested: '0',
    // Office Ally does not look at ISA15: the file name alone makes a test.
    usageIndicator: { test: 'P', live: 'P' },
    receiverName: 'OFFICE ALLY',
    receiverCode: '330897513',
  },
  own: { ids: ['330897513', 'OFFALLY'], names: ['OFFICE ALLY', 'OFFICEALLY'] },
  fileNames: {
    live: '837P_{date}_{time}_{number}.txt',
    test: 'OATEST_837P_{date}_{time}_{number}.txt',
    testMark: 'OATEST',
    formMark: '837P',
  },
  uploadMode: 'direct',
  // Nobody has said that it is.
  inboundIsReadable: false,
  repeatsAreSafe: false,
  deleteAfterDownload: false,
  removeAfterMilliseconds: 30 * MINUTE,
  maximumClaimsPerFile: 5_000,
  // Our own limit: its is not known.
  maximumBytesPerFile: 10_000_000,
  payersAlone: [],
  payerIdPattern: '^[A-Z0-9]{5}$',
  claimFile: {
    senderQualifiers: ['30', 'ZZ'],
    receiverQualifiers: ['30', 'ZZ'],
    applicationReceivers: ['330897513', 'OA'],
    // Its File Summary has fourteen columns for the number.
    patientControlNumber: { pattern: '^[A-Z0-9]{1,13}$', words: '1 to 13 capital letters and digits' },
    most: { ISA: 1, GS: 1, ST: 5_000 },
    isBasicOnly: true,
  },
  // From its real-time guide (May 2025). ISA05 is not in it.
  realTime: {
    form: 'soap',
    urls: {
      soap: 'https://wsd.officeally.com/TransactionService/rtx.svc',
      mime: 'https://wsd.officeally.com/TransactionSite/realtime-request/MIME',
    },
    allowedHosts: '^([a-z0-9-]+\\.)*officeally\\.com$',
    senderId: '',
    receiverId: 'OFFALLY',
    coreRuleVersion: '2.2.0',
    envelope: {
      senderQualifier: 'ZZ',
      receiverQualifier: '01',
      receiverId: 'OFFALLY',
      applicationReceiver: 'OFFALLY',
      acknowledgementRequested: '0',
      usageIndicator: 'P',
    },
    // Answers must be there within 20 seconds; some payers take longer.
    timeoutMilliseconds: 60 * SECOND,
    maximumBytes: 5_000_000,
  },
  freezeAfterMilliseconds: 1 * MINUTE,
  startsOn: null,
  // As users say.
  passwordDays: 90,
  pollMilliseconds: 240 * MINUTE,
  minimumPollMilliseconds: 15 * MINUTE,
  pollAfterUploadMilliseconds: [60 * MINUTE, 360 * MINUTE, 720 * MINUTE],
  maximumFailedLogins: 3,
  // Its own word: no answer after 72 hours is a fault, and it holds a claim for 21 days at most (one more for the report). The
  // last three are what billing offices usually wait before they ask; payers refuse a claim that was sent on to them for thirty days.
  usualHours: {
    'file-acknowledgement': 72,
    'claim-acknowledgement': 72,
    'end-of-pend': 22 * DAY_HOURS,
    'payer-acknowledgement': 21 * DAY_HOURS,
    remittance: 45 * DAY_HOURS,
    'next-payer-decision': 30 * DAY_HOURS,
  },
  reportNames: [
    { shape: 'file-summary', pattern: '^FS_[A-Z]+_(\\d{8,12})_IN_C\\.txt$' },
    { shape: 'file-error', pattern: '^FS_[A-Z]+_(\\d{8,12})_ErrorReport' },
    { shape: 'era-text', pattern: '^(\\d{8,12})_ERA_STATUS_5010_(\\d{8})\\.txt$' },
    { shape: 'edi-status', pattern: '^(\\d{8,12})_EDI_STATUS_.*\\.txt$' },
  ],
};

/** Our own training clearinghouse on this machine: Office Ally's behaviour, answering within seconds. */
const sandbox: ClearinghouseProfile = {
  ...officeAlly,
  id: 'sandbox',
  name: 'Sandbox clearinghouse',
  source: 'server/src/sandbox',
  host: '127.0.0.1',
  allowedHosts: '^(127\\.0\\.0\\.1|::1|localhost)$',
  port: 2222,
  inboundIsReadable: true,
  removeAfterMilliseconds: 0,
  realTime: {
    ...officeAlly.realTime,
    urls: {
      soap: 'http://127.0.0.1:2322/TransactionService/rtx.svc',
      mime: 'http://127.0.0.1:2322/TransactionSite/realtime-request/MIME',
    },
    allowedHosts: '^(127\\.0\\.0\\.1|\\[::1\\]|localhost)$',
  },
  freezeAfterMilliseconds: 0,
  passwordDays: null,
  pollMilliseconds: 1 * SECOND,
  minimumPollMilliseconds: 50,
  pollAfterUploadMilliseconds: [],
};

/** A starting point for any other clearinghouse: standard X12 answers, ids to be filled in by the connection. */
const generic: ClearinghouseProfile = {
  ...officeAlly,
  id: 'generic',
  name: 'Clearinghouse',
  source: 'X12 conventions; set the ids from the companion guide',
  payerIdPattern: null,
  claimFile: null,
  host: '',
  allowedHosts: null,
  envelope: {
    ...officeAlly.envelope,
    receiverId: '',
    applicationReceiver: '',
    receiverName: 'CLEARINGHOUSE',
    receiverCode: '',
    usageIndicator: { test: 'T', live: 'P' },
  },
  realTime: {
    ...officeAlly.realTime,
    urls: { soap: '', mime: '' },
    allowedHosts: null,
    receiverId: '',
    envelope: {
      ...officeAlly.realTime.envelope,
      receiverQualifier: 'ZZ',
      receiverId: '',
      applicationReceiver: '',
    },
  },
  own: { ids: [], names: [] },
  fileNames: {
    live: '837P_{date}_{time}_{number}.txt',
    test: 'TEST_837P_{date}_{time}_{number}.txt',
    testMark: 'TEST',
    formMark: '837P',
  },
  passwordDays: null,
  pollMilliseconds: 60 * MINUTE,
  minimumPollMilliseconds: 5 * MINUTE,
  pollAfterUploadMilliseconds: [],
  reportNames: [],
};

export const PROFILES = { 'office-ally': officeAlly, sandbox, generic } as const satisfies Record<
  ProfileId,
  ClearinghouseProfile
>;
