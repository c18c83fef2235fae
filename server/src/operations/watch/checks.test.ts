import { describe, expect, test } from 'vitest';
import { type ClearinghouseSight, lookAt, type Sight } from './checks.ts';
import { DAY, spanWords } from './span.ts';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const HOUR = 3_600_000;
const WELL: Sight = {
  now: NOW,
  clockWentBack: 0,
  disk: { free: 50e9 },
  practiceSince: NOW - 300 * DAY,
  lastBackup: NOW - HOUR,
  restoredFrom: null,
  certificateEnds: null,
  waitingFiles: [],
  clearinghouses: [],
};
const CLEARINGHOUSE: ClearinghouseSight = {
  id: 'main',
  name: 'Office Ally',
  state: 'ok',
  stateMessage: '',
  stateSince: NOW - DAY,
  newestFile: NOW - HOUR,
  clockAhead: null,
  passwordReminder: undefined,
  unanswered: [],
  inDoubt: 0,
  lateClaims: 0,
  usualAnswer: 24 * HOUR,
  lastFile: NOW - HOUR,
};
const withClearinghouse = (changes: Partial<ClearinghouseSight>): Sight => ({
  ...WELL,
  clearinghouses: [{ ...CLEARINGHOUSE, ...changes }],
});
const wordsOf = (sight: Sight) =>
  Object.fromEntries(lookAt(sight).map(({ name, message }) => [name, message]));

test('where all is well, nothing is said', () => {
  expect(wordsOf(WELL)).toEqual({});
  expect(wordsOf(withClearinghouse({}))).toEqual({});
});

test.each<[string, Sight, string]>([
  ['backup', { ...WELL, lastBackup: NOW - 3 * DAY }, 'The last backup is 3 days old.'],
  ['backup', { ...WELL, lastBackup: null }, 'There is no backup'],
  ['disk', { ...WELL, disk: { free: 0.4e9 } }, '0.4 GB left'],
  ['clock', { ...WELL, clockWentBack: 3 * HOUR }, 'went back by 3 hours'],
  ['clock', withClearinghouse({ newestFile: NOW + 2 * HOUR }), 'dated 2 hours from now'],
  [
    'clock',
    withClearinghouse({ clockAhead: 42 * 60_000 }),
    'a file 42 minutes before it was sent: the clock of the server is ahead',
  ],
  ['password', withClearinghouse({ passwordReminder: 'Change it.' }), 'Change it.'],
  [
    'files-for-a-person',
    { ...WELL, waitingFiles: [NOW - 3 * DAY, NOW - 2 * DAY, NOW - HOUR] },
    '2 received files wait for a person, the oldest for 3 days',
  ],
  ['restored', { ...WELL, restoredFrom: NOW - DAY }, 'restored from a backup of 2026-11-19 12:00 UTC'],
  ['files-in-doubt', withClearinghouse({ inDoubt: 2 }), '2 files may or may not have arrived at Office Ally'],
  ['unanswered-claims', withClearinghouse({ lateClaims: 1 }), 'One claim has had no answer (277CA)'],
  ['certificate', { ...WELL, certificateEnds: NOW + 5 * DAY }, 'ends in 5 days'],
  ['certificate', { ...WELL, certificateEnds: NOW - 1 }, 'has ended'],
  ['connection', withClearinghouse({ state: 'login-refused', stateMessage: 'Refused.' }), 'Refused.'],
  ['connection', withClearinghouse({ state: 'unreachable', stateMessage: 'Not there.' }), 'Not there.'],
  ['unanswered-files', withClearinghouse({ unanswered: [NOW - 30 * HOUR] }), 'One file has had no 999'],
  [
    'unanswered-files',
    withClearinghouse({ unanswered: [NOW - 50 * HOUR, NOW - 30 * HOUR, NOW - HOUR] }),
    '2 files have had no 999 from Office Ally, the oldest for 2 days',
  ],
])('%s', (name, sight, words) => {
  expect(wordsOf(sight)).toEqual({ [name]: expect.stringContaining(words) });
});

test('nothing at all comes, though files wait: said beside the files that were not answered', () => {
  const sight = withClearinghouse({ unanswered: [NOW - 5 * DAY], lastFile: NOW - 4 * DAY });
  expect(wordsOf(sight)).toEqual({
    'unanswered-files': expect.any(String),
    'no-files': expect.stringContaining('for 4 days'),
  });
});

test('each connection is looked at by itself, and a paused one is no trouble', () => {
  const down = {
    ...CLEARINGHOUSE,
    id: '2',
    name: 'Work comp',
    state: 'login-stopped',
    stateMessage: 'Stopped.',
  };
  const paused = { ...down, id: '3', state: 'paused' };
  expect(lookAt({ ...WELL, clearinghouses: [CLEARINGHOUSE, down, paused] })).toEqual([
    { name: 'connection', connectionId: '2', message: 'Stopped.' },
  ]);
});

test('a clearinghouse whose clock is late is not our clock that is ahead, as another one shows', () => {
  const late = { ...CLEARINGHOUSE, clockAhead: 2 * HOUR };
  const right = { ...CLEARINGHOUSE, id: '2', clockAhead: -500 };
  expect(lookAt({ ...WELL, clearinghouses: [late, right] })).toEqual([]);
});

describe('too early to say so', () => {
  test.each<[string, Sight]>([
    ['a new practice without a backup', { ...WELL, lastBackup: null, practiceSince: NOW - DAY }],
    ['a clock that was set by a minute', { ...WELL, clockWentBack: 60_000 }],
    [
      'a connection that is down for minutes',
      withClearinghouse({ state: 'trouble', stateSince: NOW - 60_000 }),
    ],
    ['a clock that is a minute ahead', withClearinghouse({ clockAhead: 60_000 })],
    ['a received file that waits since this morning', { ...WELL, waitingFiles: [NOW - 5 * HOUR] }],
    ['a file that was sent an hour ago', withClearinghouse({ unanswered: [NOW - HOUR] })],
    ['nothing for a week, while nothing is waited for', withClearinghouse({ lastFile: NOW - 7 * DAY })],
  ])('%s', (_, sight) => {
    expect(wordsOf(sight)).toEqual({});
  });
});

test.each([
  [1, '1 minute'],
  [90 * 60_000, '90 minutes'],
  [47 * HOUR, '47 hours'],
  [2 * DAY, '2 days'],
])('%d ms are %s', (span, words) => {
  expect(spanWords(span)).toBe(words);
});
