/** A trial of a connection against the sandbox clearinghouse: it goes as a test, comes back, and touches no claim and no money. */
import { expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { listOutboundFiles } from '../../store/outbound-files.ts';
import { savePracticeSettings } from '../../store/practices.ts';
import { AT } from '../../store/testing.ts';
import { listWaitingAnswers } from '../../store/unmatched-answers.ts';
import { settingsFor, type TestPractice, testPractice, testSandbox } from '../testing.ts';
import { noteTrialBatch } from './answers.ts';
import { describeTrial } from './describe.ts';
import { isTrialOpen, readTrial, startTrial } from './start.ts';

const DAY = 24 * 3_600_000;

async function ready(changes: Parameters<typeof settingsFor>[1] = {}) {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const { store, scope } = practice;
  await store.transaction((db) => savePracticeSettings({ ...scope, db }, EXAMPLE_PRACTICE));
  await practice.connect(settingsFor(sandbox, changes), sandbox.password);
  return { sandbox, practice };
}

const ask = (practice: TestPractice) =>
  startTrial(practice, practice.scope.practiceId, practice.connectionId, null);
const read = (practice: TestPractice) => readTrial(practice.scope, practice.connectionId);

async function rounds({ sandbox, practice }: Awaited<ReturnType<typeof ready>>): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await practice.worker.runOnce();
    await sandbox.idle();
  }
}

test('a trial goes out, and what comes back is told step by step; no claim, no money, nobody’s work', async () => {
  const both = await ready();
  const { practice, sandbox } = both;
  expect((await ask(practice)).ok).toBe(true);
  expect(await read(practice)).toMatchObject({ outcome: 'waiting', steps: [{ kind: 'asked' }] });
  await rounds(both);
  const trial = await read(practice);
  expect(trial?.outcome).toBe('works');
  expect(trial?.steps.map(({ kind, claims }) => [kind, claims])).toEqual([
    ['asked', undefined],
    ['written', undefined],
    ['sent', undefined],
    ['file-accepted', undefined],
    ['clearinghouse-accepted', 5],
    ['payer-accepted', 5],
  ]);
  const [file] = await sandbox.received();
  expect(file).toMatchObject({ name: trial?.fileName, test: true, verdict: 'accepted' });
  expect(file?.claims).toHaveLength(5);
  expect((await practice.files()).map(({ state }) => state)).not.toContain('needs-person');
  expect(await listWaitingAnswers(practice.scope, 10)).toEqual([]);
  expect(await practice.remittances()).toEqual([]);
});

test('of a live connection it leaves as a test, and a claim beside it live', async () => {
  const both = await ready({ mode: 'live' });
  const { practice, sandbox } = both;
  const claim = await practice.bill('C000000001', 'SILENT1');
  await ask(practice);
  await rounds(both);
  expect((await read(practice))?.outcome).toBe('works');
  expect(await practice.status(claim)).toBe('file-accepted');
  const received = await sandbox.received();
  expect(received.map(({ test: isTest, claims }) => [isTest, claims.length])).toEqual(
    expect.arrayContaining([
      [true, 5],
      [false, 1],
    ]),
  );
});

test('it goes before the first day of an account, on which claims wait', async () => {
  const startsOn = '2026-11-24' as NonNullable<ReturnType<typeof settingsFor>['startsOn']>;
  const both = await ready({ startsOn });
  const { practice } = both;
  const claim = await practice.bill('C000000001', 'SILENT1');
  await ask(practice);
  await rounds(both);
  expect((await read(practice))?.outcome).toBe('works');
  expect(await practice.status(claim)).toBe('queued');
  practice.runtime.moveClock(2 * DAY);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

const [PAYER] = EXAMPLE_PRACTICE.payers;
const MEDICARE = { ...PAYER, name: 'Invented Medicare', payerId: 'TESMB', claimFilingIndicator: 'MB' };
/** Of a form that is not routed by. */
const ODD = { ...PAYER, payerId: 'TESTODD' };
test.each([
  ['Medicare alone', [MEDICARE]],
  ['one first for which none can be made', [ODD, PAYER]],
])('with %s among the payers a trial works', async (_, payers) => {
  const both = await ready();
  const { store, scope } = both.practice;
  const settings = { ...EXAMPLE_PRACTICE, payers } as typeof EXAMPLE_PRACTICE;
  await store.transaction((db) => savePracticeSettings({ ...scope, db }, settings));
  await ask(both.practice);
  await rounds(both);
  expect((await read(both.practice))?.outcome).toBe('works');
});

test('a practice without its data hears what is missing, and can ask again', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await ask(practice);
  await practice.worker.runOnce();
  expect(await read(practice)).toMatchObject({
    outcome: 'failed',
    steps: [
      { kind: 'asked' },
      { kind: 'not-written', messages: [expect.stringContaining('not set up yet')] },
    ],
  });
  expect((await ask(practice)).ok).toBe(true);
});

test('it counts for the account that it was made with alone: not for another one, and again once that one is back', async () => {
  const both = await ready();
  const { practice, sandbox } = both;
  await ask(practice);
  await rounds(both);
  const settings = settingsFor(sandbox);
  await practice.connect({ ...settings, username: 'another' }, sandbox.password);
  expect(await read(practice)).toBeUndefined();
  await practice.connect({ ...settings, mode: 'live' }, sandbox.password);
  expect((await read(practice))?.outcome).toBe('works');
});

test('nothing is waited for any more once the account is another one', async () => {
  const { practice, sandbox } = await ready();
  const { scope, connectionId, runtime } = practice;
  await ask(practice);
  await practice.worker.runOnce();
  expect(await isTrialOpen(scope, connectionId, runtime.now())).toBe(true);
  await practice.connect({ ...settingsFor(sandbox), username: 'another' }, sandbox.password);
  expect(await isTrialOpen(scope, connectionId, runtime.now())).toBe(false);
});

test('a second one waits until the first was sent; without a connection there is none', async () => {
  const { practice } = await ready();
  await ask(practice);
  expect(await ask(practice)).toMatchObject({
    ok: false,
    error: { why: expect.stringContaining('on its way') },
  });
  const alone = await testPractice();
  expect(await ask(alone)).toMatchObject({ ok: false, error: 'no-connection' });
});

test('an upload that broke off is told, is nobody’s work, and the next one goes', async () => {
  const both = await ready();
  const { practice, sandbox } = both;
  await ask(practice);
  sandbox.faults.dropOnWriteAfterBytes = 100;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  const trial = await read(practice);
  expect(trial?.steps.map(({ kind }) => kind)).toContain('not-seen-to-arrive');
  expect(trial?.outcome).toBe('failed');
  expect(await listOutboundFiles(practice.scope, ['ready', 'sending', 'unknown'])).toEqual([]);
  expect((await ask(practice)).ok).toBe(true);
  await rounds(both);
  expect((await read(practice))?.outcome).toBe('works');
});

test('a refused file fails the trial, with what was said of it', () => {
  const fact = { type: 'file-rejected', codes: ['IK5:R'], message: 'A segment is missing.' } as const;
  const trial = describeTrial(
    {
      id: 't',
      askedAt: AT,
      notWritten: null,
      file: {
        id: 'f',
        name: 'OATEST_837P_1.txt',
        state: 'rejected',
        stateSince: AT,
        createdAt: AT,
        sentAt: AT,
        positions: [],
        madeFor: null,
      },
    },
    [{ dedupeKey: 'file-rejected', at: AT, patientControlNumber: '', fact }],
  );
  expect(trial.outcome).toBe('failed');
  expect(trial.steps.at(-1)).toEqual({ kind: 'file-rejected', at: AT, messages: ['A segment is missing.'] });
});

test('a batch of a trial that is refused as a whole is said of each of its claims', async () => {
  const both = await ready();
  const { practice } = both;
  await ask(practice);
  await practice.worker.runOnce();
  const [file] = await listOutboundFiles(practice.scope, ['sent']);
  if (!file) throw new Error('no file was sent');
  const fact = { type: 'clearinghouse-rejected', codes: ['A3'], message: 'The batch is refused.' } as const;
  await practice.store.transaction((db) =>
    noteTrialBatch({ ...practice.scope, db }, file, fact, practice.runtime.now()),
  );
  const step = (await read(practice))?.steps.find(({ kind }) => kind === fact.type);
  expect(step).toMatchObject({ claims: 5, messages: ['The batch is refused.'] });
});
