import { describe, expect, test } from 'vitest';
import { type ClearinghouseSight, type HouseSight, lookAt, type Sight } from './checks.ts';
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
  waitingBrowsers: [],
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
  houses: [],
  lastFile: NOW - HOUR,
};
const HOUSE: HouseSight = {
  name: 'Office Ally',
  isFormer: false,
  unanswered: [],
  inDoubt: 0,
  lateClaims: 0,
  usualAnswer: 24 * HOUR,
};
const withClearinghouse = (changes: Partial<ClearinghouseSight>): Sight => ({
  ...WELL,
  clearinghouses: [{ ...CLEARINGHOUSE, ...changes }],
});
const withHouse = (
  changes: Partial<HouseSight>,
  others: Partial<ClearinghouseSight> = {},
  ...former: HouseSight[]
): Sight => withClearinghouse({ ...others, houses: [{ ...HOUSE, ...changes }, ...former] });
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
  [
    'restored',
    { ...WELL, restoredFrom: NOW - DAY, waitingBrowsers: ['Front desk (biller)', 'Room 2 (clinician)'] },
    'waits for an admin to let it in again, in Options or with claimside devices admit: Front desk (biller), Room 2 (clinician).',
  ],
  ['files-in-doubt', withHouse({ inDoubt: 2 }), '2 files may or may not have arrived at Office Ally'],
  [
    'unanswered-claims',
    withHouse({ lateClaims: 1 }),
    'One claim has had no answer (277CA) from Office Ally for longer than usual, though its file was accepted. Ask Office Ally whether it has it.',
  ],
  ['certificate', { ...WELL, certificateEnds: NOW + 5 * DAY }, 'ends in 5 days'],
  ['certificate', { ...WELL, certificateEnds: NOW - 1 }, 'has ended'],
  ['connection', withClearinghouse({ state: 'login-refused', stateMessage: 'Refused.' }), 'Refused.'],
  ['connection', withClearinghouse({ state: 'unreachable', stateMessage: 'Not there.' }), 'Not there.'],
  ['unanswered-files', withHouse({ unanswered: [NOW - 30 * HOUR] }), 'One file has had no 999'],
  [
    'unanswered-files',
    withHouse({ unanswered: [NOW - 50 * HOUR, NOW - 30 * HOUR, NOW - HOUR] }),
    '2 files have had no 999 from Office Ally, the oldest for 2 days',
  ],
])('%s', (name, sight, words) => {
  expect(wordsOf(sight)).toEqual({ [name]: expect.stringContaining(words) });
});

test('nothing at all comes, though files wait: said beside the files that were not answered', () => {
  const sight = withHouse({ unanswered: [NOW - 5 * DAY] }, { lastFile: NOW - 4 * DAY });
  expect(wordsOf(sight)).toEqual({
    'unanswered-files': expect.any(String),
    'no-files': expect.stringContaining('for 4 days'),
  });
});

test('what an account that the connection had before is late with names that one, and is no silence of the present one', () => {
  const former = { ...HOUSE, name: 'Office Ally (ftp.example.com)', isFormer: true };
  const late = { ...former, unanswered: [NOW - 5 * DAY], inDoubt: 1, lateClaims: 2 };
  expect(wordsOf(withHouse({ unanswered: [NOW - 30 * HOUR] }, { lastFile: NOW - 4 * DAY }, late))).toEqual({
    'unanswered-files':
      'One file has had no 999 from Office Ally, the oldest for 30 hours. Their claims are under Silent: ask Office Ally whether it has them. One file has had no 999 from Office Ally (ftp.example.com), the oldest for 5 days. Their claims are under Silent: ask Office Ally (ftp.example.com) whether it has them. What comes there is not fetched: add that account as a further connection in Options.',
    'files-in-doubt': expect.stringContaining('arrived at Office Ally (ftp.example.com). Look there'),
    'unanswered-claims': expect.stringContaining('2 claims have had no answer (277CA) from Office Ally (ftp'),
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
    ['a file that was sent an hour ago', withHouse({ unanswered: [NOW - HOUR] })],
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
