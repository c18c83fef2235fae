import { expect, test } from 'vitest';
import type { SetupFacts } from '../api/index.ts';
import { setupSteps } from './index.ts';

const NOTHING: SetupFacts = {
  isPracticeTyped: false,
  providers: 0,
  locations: 0,
  payers: 0,
  payerListAt: null,
  isSeedList: false,
  enrollments: { yours: 0, waiting: 0, done: 0, notKnown: 0, waitingSince: null },
  accountAskedOn: null,
  connection: null,
  trial: null,
  clinicianSince: null,
  firstAcceptedAt: null,
  claimWaitsSince: null,
  firstPaymentOn: null,
};
const TYPED = { ...NOTHING, isPracticeTyped: true, providers: 2, locations: 1, payers: 3 };
const CONNECTED: SetupFacts = {
  ...TYPED,
  connection: { mode: 'test', isTraining: false, state: 'ok', since: '2026-11-20T10:00:00.000Z' },
};
const TRIED: SetupFacts = {
  ...CONNECTED,
  trial: {
    outcome: 'works',
    startedAt: '2026-11-21T10:00:00.000Z',
    lastAt: '2026-11-22T10:00:00.000Z',
  },
};
const LIVE: SetupFacts = {
  ...TRIED,
  connection: { ...TRIED.connection, mode: 'live' } as SetupFacts['connection'],
};

const stateOf = (facts: SetupFacts, sites = 0) =>
  Object.fromEntries(setupSteps(facts, { sites }).map(({ id, state }) => [id, state]));

test('of a new practice, what depends on nothing is to do, and the rest comes later', () => {
  expect(stateOf(NOTHING)).toEqual({
    practice: 'yours',
    providers: 'later',
    locations: 'later',
    'payer-list': 'yours',
    payers: 'later',
    account: 'later',
    enrollments: 'later',
    trial: 'later',
    site: 'yours',
    clinician: 'yours',
    live: 'later',
    accepted: 'later',
    payment: 'later',
  });
});

test('a typed practice is done, and asks for an account; with one, for a test file', () => {
  expect(stateOf(TYPED)).toMatchObject({
    providers: 'done',
    payers: 'done',
    account: 'yours',
    trial: 'later',
  });
  expect(stateOf(CONNECTED)).toMatchObject({ account: 'done', trial: 'yours', live: 'later' });
});

test('an account that was asked for waits on the clearinghouse since that day', () => {
  const steps = setupSteps({ ...TYPED, accountAskedOn: '2026-11-20' }, { sites: 0 });
  expect(steps.find(({ id }) => id === 'account')).toMatchObject({ state: 'waiting', since: '2026-11-20' });
});

test('a test file waits on the clearinghouse since it was sent; a failed one is ours again; one that came back opens live claims', () => {
  const trial = { startedAt: '2026-11-21T10:00:00.000Z', lastAt: '2026-11-21T11:00:00.000Z' };
  const stepOf = (facts: SetupFacts) => setupSteps(facts, { sites: 1 }).find(({ id }) => id === 'trial');
  expect(stepOf({ ...CONNECTED, trial: { ...trial, outcome: 'waiting' } })).toMatchObject({
    state: 'waiting',
    since: trial.startedAt,
  });
  expect(stepOf({ ...CONNECTED, trial: { ...trial, outcome: 'failed' } })).toMatchObject({ state: 'yours' });
  expect(stateOf(TRIED)).toMatchObject({ trial: 'done', live: 'yours', accepted: 'later' });
});

test('a refused log-in is ours, a server that is away for an hour is not', () => {
  const since = '2026-11-20T10:00:00.000Z';
  const withState = (state: 'login-refused' | 'unreachable') =>
    stateOf({ ...CONNECTED, connection: { mode: 'test', isTraining: false, state, since } }).account;
  expect([withState('login-refused'), withState('unreachable')]).toEqual(['yours', 'done']);
});

test('live claims: the first is ours to bill, then waits on the clearinghouse, then on the payer', () => {
  expect(stateOf(LIVE)).toMatchObject({ live: 'done', accepted: 'yours', payment: 'later' });
  const sent = { ...LIVE, claimWaitsSince: '2026-11-23T10:00:00.000Z' };
  expect(stateOf(sent)).toMatchObject({ accepted: 'waiting', payment: 'later' });
  const accepted = { ...sent, firstAcceptedAt: '2026-11-24T10:00:00.000Z' };
  expect(stateOf(accepted)).toMatchObject({ accepted: 'done', payment: 'waiting' });
  const paid = { ...accepted, firstPaymentOn: '2026-12-10', clinicianSince: '2026-11-20T10:00:00.000Z' };
  const all = stateOf({ ...paid, payerListAt: '2026-11-20T10:00:00.000Z' }, 1);
  expect(new Set(Object.values(all))).toEqual(new Set(['done']));
});

test('what a test claim came to is no first claim and no first payment', () => {
  const tested = {
    ...TRIED,
    firstAcceptedAt: '2026-11-24T10:00:00.000Z',
    firstPaymentOn: '2026-12-10',
  };
  expect(stateOf(tested)).toMatchObject({ live: 'yours', accepted: 'later', payment: 'later' });
});

test('enrollments are to do while a form is to send, then wait on payers since the first was sent, then are done', () => {
  const step = (enrollments: SetupFacts['enrollments'], facts = TYPED) =>
    setupSteps({ ...facts, enrollments }, { sites: 0 }).find(({ id }) => id === 'enrollments');
  const counts = { yours: 0, waiting: 0, done: 0, notKnown: 0, waitingSince: null };
  expect(step({ ...counts, yours: 1 }, NOTHING)).toMatchObject({ state: 'later' });
  expect(step({ ...counts, yours: 2, waiting: 1, waitingSince: '2026-11-01' })).toMatchObject({
    state: 'yours',
    words: expect.stringContaining('2 forms to send'),
  });
  expect(step({ ...counts, waiting: 1, waitingSince: '2026-11-01' })).toMatchObject({
    state: 'waiting',
    since: '2026-11-01',
  });
  expect(step({ ...counts, done: 3 })).toMatchObject({ state: 'done', words: '3 forms done.' });
  expect(step(counts)).toMatchObject({ state: 'done', words: 'None of your payers asks for one.' });
});

test('while nobody knows whether payers ask for an enrollment, none is said to be done', () => {
  const enrollments = { yours: 0, waiting: 0, done: 1, notKnown: 2, waitingSince: null };
  const step = (payerListAt: string | null) =>
    setupSteps({ ...TYPED, payerListAt, enrollments }, { sites: 0 }).find(({ id }) => id === 'enrollments');
  expect(step(null)).toMatchObject({
    state: 'later',
    words: expect.stringContaining('Not known until the payer list is brought'),
  });
  expect(step('2026-11-20T10:00:00.000Z')).toMatchObject({
    state: 'yours',
    words: expect.stringContaining('Of 2 payers the list does not say'),
  });
});

test('the small list that comes along counts, and is called what it is', () => {
  const facts = { ...TYPED, payerListAt: '2026-11-20T10:00:00.000Z', isSeedList: true };
  expect(setupSteps(facts, { sites: 0 }).find(({ id }) => id === 'payer-list')).toMatchObject({
    state: 'done',
    words: expect.stringContaining('The small list of 2025-09 for now'),
  });
});

test('the sandbox is training, live or not: the account stays to do, and nothing that came back counts', () => {
  const training = {
    ...LIVE,
    firstAcceptedAt: '2026-11-24T10:00:00.000Z',
    firstPaymentOn: '2026-12-10',
    connection: { ...LIVE.connection, isTraining: true } as SetupFacts['connection'],
  };
  expect(stateOf(training)).toMatchObject({
    account: 'yours',
    trial: 'later',
    live: 'later',
    accepted: 'later',
    payment: 'later',
  });
  const words = setupSteps(training, { sites: 0 }).find(({ id }) => id === 'account')?.words;
  expect(words).toContain('Training: the sandbox');
  expect(stateOf({ ...training, accountAskedOn: '2026-11-20' })).toMatchObject({ account: 'waiting' });
});
