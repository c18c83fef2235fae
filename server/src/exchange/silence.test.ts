/** An answer that stays away longer than usual becomes work, once; when it comes after all, the work is gone. */

import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents, err, type IsoDate, ok } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { appendFacts, listEvents } from '../store/claim-events.ts';
import { savePracticeSettings } from '../store/practices.ts';
import { worklistsOfClaim } from '../store/worklists.ts';
import { connectSftp } from './sftp-transport.ts';
import { freePort, settingsFor, type TestPractice, testPractice, testSandbox } from './testing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function connected(usualHours = {}) {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { usualHours } }), sandbox.password);
  return { sandbox, practice };
}

async function listsOf(practice: TestPractice, claimId: string): Promise<string[]> {
  return (await worklistsOfClaim(practice.scope, claimId)).map(({ list }) => list);
}

async function silences(practice: TestPractice, claimId: string): Promise<string[]> {
  const events = await listEvents(practice.scope, claimId);
  return events.flatMap(({ fact }) => (fact.type === 'silent' ? fact.awaited : []));
}

test('no word of a file for three days is noticed once, told to open sidebars, and gone when the 999 comes after all', async () => {
  const { sandbox, practice } = await connected();
  const heard: unknown[] = [];
  const claim = await practice.bill('C000000001', 'W1');
  // The file goes out, and its answers are not fetched yet.
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(await practice.status(claim)).toBe('sent');
  const silent = await testSandbox();
  await practice.connect(settingsFor(silent), silent.password);
  practice.news.subscribe(practice.scope.practiceId, (event) => heard.push(event));

  practice.runtime.moveClock(71 * HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
  practice.runtime.moveClock(2 * HOUR);
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual(['file-acknowledgement']);
  expect(await practice.status(claim)).toBe('sent');
  expect(await listsOf(practice, claim)).toEqual(['needs-you', 'silent']);
  expect(heard).toContainEqual({ type: 'claim-changed', claimId: claim });

  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('paid');
  expect(await listsOf(practice, claim)).toEqual([]);
});

test('answers that lie at a clearinghouse that cannot be asked do not stay away', async () => {
  const { sandbox, practice } = await connected();
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  practice.runtime.moveClock(73 * HOUR);
  await practice.connect(settingsFor(sandbox), 'expired');
  await practice.worker.runOnce();
  await practice.connect({ ...settingsFor(sandbox), port: await freePort() }, sandbox.password);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
});

test.each([
  ['break off as they are fetched', err({ kind: 'trouble', phase: 'open', code: 'CLOSED' } as const)],
  ['are still being written', ok(Buffer.from('ISA'))],
])('answers that %s do not stay away', async (_how, download) => {
  const sandbox = await testSandbox();
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      return opened.ok ? ok({ ...opened.value, download: async () => download }) : opened;
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  practice.runtime.moveClock(73 * HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
});

test.each([
  ['SILENT1', 'file-accepted', 3 * DAY, 'claim-acknowledgement'],
  ['PEND1', 'pended', 22 * DAY, 'end-of-pend'],
] as const)('member %s: after %s nothing came in time', async (member, status, patience, awaited) => {
  const { sandbox, practice } = await connected();
  const claim = await practice.bill('C000000001', member);
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe(status);
  practice.runtime.moveClock(patience - HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
  practice.runtime.moveClock(2 * HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([awaited]);
  expect(await listsOf(practice, claim)).toEqual(['needs-you', 'silent']);
});

test('an account may say that its clearinghouse takes longer', async () => {
  const { sandbox, practice } = await connected({ 'claim-acknowledgement': 100 });
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  practice.runtime.moveClock(99 * HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
  practice.runtime.moveClock(2 * HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual(['claim-acknowledgement']);
});

test('more silent claims than one transaction holds are all noticed in one round', async () => {
  const { sandbox, practice } = await connected();
  const claims: string[] = [];
  for (let number = 0; number < 60; number += 1) {
    // Another patient each: the same services of one patient would be a duplicate.
    claims.push(await practice.bill(`C${String(number).padStart(9, '0')}`, `SILENT${number}`));
  }
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  practice.runtime.moveClock(4 * DAY);
  await practice.worker.runOnce();
  const noticed = await Promise.all(claims.map((claim) => silences(practice, claim)));
  expect(noticed.flat()).toHaveLength(60);
});

test('of a payer that gets paper nobody says that the claim arrived: it is late after 45 days, others after 21', async () => {
  const { sandbox, practice } = await connected();
  const byFile = await practice.bill('C000000001', 'SILENT1');
  const byPost = await practice.bill('C000000002', 'SILENT2', {
    coverage: { ...exampleClaim.coverage, payerId: 'PAPER', payerName: 'POSTAL PLAN', memberId: 'SILENT2' },
  });
  const [first] = EXAMPLE_PRACTICE.payers;
  const postal = { ...first, payerId: 'PAPER', name: 'POSTAL PLAN', claimFilingIndicator: 'CI', aliases: [] };
  await practice.store.transaction((db) =>
    savePracticeSettings(
      { ...practice.scope, db },
      { ...EXAMPLE_PRACTICE, payers: [{ ...postal, isPaperOnly: true }] },
    ),
  );
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  for (const claim of [byFile, byPost]) {
    await write(practice, claim, { type: 'clearinghouse-accepted' });
    expect(await practice.status(claim)).toBe('at-clearinghouse');
  }
  const late = async (days: number) => {
    practice.runtime.moveClock(days * DAY);
    await practice.worker.runOnce();
    return [await silences(practice, byFile), await silences(practice, byPost)];
  };
  expect(await late(22)).toEqual([['payer-acknowledgement'], []]);
  expect(await late(22)).toEqual([['payer-acknowledgement'], []]);
  expect(await late(2)).toEqual([['payer-acknowledgement'], ['payer-acknowledgement']]);
});

const SENT_ON: ClaimFact = {
  type: 'payment',
  payment: {
    paymentKey: 'K1',
    contentHash: 'H1',
    checkNumber: 'EFT1',
    paymentDate: '2026-11-22' as IsoDate,
    payerName: 'SAMPLE FIRST PLAN',
    claimStatusCode: '19',
    payerClaimControlNumber: 'P0001',
    charge: cents(28_100),
    paid: cents(20_000),
    adjustments: [{ group: 'PR', reason: '2', amount: cents(8_100) }],
  },
};

/** Writes down what a person did about the claim, as the server does. */
async function write(practice: TestPractice, claimId: string, fact: ClaimFact): Promise<void> {
  const at = practice.runtime.now();
  const about = { at, source: { kind: 'person', deviceId: 'd' } as const, dedupeKey: `act:${at}` };
  await practice.store.transaction(async (db) => {
    await appendFacts({ ...practice.scope, db }, claimId, [{ ...about, fact }]);
  });
}

const dayOf = (practice: TestPractice) => practice.runtime.now().slice(0, 10) as IsoDate;

test('a claim that its payer sent on is work once the next insurance has said nothing for thirty days', async () => {
  const { sandbox, practice } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  await write(practice, claim, SENT_ON);
  expect(await practice.status(claim)).toBe('with-payer');

  practice.runtime.moveClock(30 * DAY - HOUR);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
  practice.runtime.moveClock(2 * HOUR);
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual(['next-payer-decision']);
  expect(await listsOf(practice, claim)).toEqual(['needs-you', 'silent']);
});

test('an appeal that nobody answers in sixty days becomes work once, and a second one does so again', async () => {
  const { sandbox, practice } = await connected();
  const claim = await practice.bill('C000000001', 'DENY1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  expect(await listsOf(practice, claim)).toEqual(['denied', 'needs-you']);
  await write(practice, claim, { type: 'appealed', sentOn: dayOf(practice) });
  expect(await listsOf(practice, claim)).toEqual(['denied']);

  practice.runtime.moveClock(60 * DAY);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual([]);
  practice.runtime.moveClock(DAY);
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual(['appeal-decision']);
  expect(await listsOf(practice, claim)).toEqual(['denied', 'needs-you', 'silent']);

  const lost = { type: 'appeal-answered', outcome: 'not-received', answeredOn: dayOf(practice) } as const;
  await write(practice, claim, lost);
  expect(await listsOf(practice, claim)).toEqual(['denied', 'needs-you']);
  practice.runtime.moveClock(1_000);
  await write(practice, claim, { type: 'appealed', sentOn: dayOf(practice) });
  expect(await listsOf(practice, claim)).toEqual(['denied']);
  practice.runtime.moveClock(61 * DAY);
  await practice.worker.runOnce();
  expect(await silences(practice, claim)).toEqual(['appeal-decision', 'appeal-decision']);
  expect(await listsOf(practice, claim)).toEqual(['denied', 'needs-you', 'silent']);
});
