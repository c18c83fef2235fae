/** The whole exchange against the sandbox clearinghouse: real SFTP, real SQLite. */
import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { settingsFor, temporaryFolder, testPractice, testSandbox } from './testing.ts';

/** A practice connected to a sandbox. */
async function connected() {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  /** Sends, lets the clearinghouse answer everything, receives. */
  const exchange = async () => {
    await practice.worker.runOnce();
    await sandbox.idle();
    await practice.worker.runOnce();
  };
  return { sandbox, practice, exchange };
}

test('a claim is sent, acknowledged, accepted and paid, step by step in the order of the field', async () => {
  const { sandbox, practice, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'W000000001');

  await exchange();

  const [received] = await sandbox.received();
  expect(received).toMatchObject({ name: 'OATEST_837P_20261122_153000_000001.txt', verdict: 'accepted' });
  // Clearinghouse and payer each answer twice, as X12 and as text.
  expect([...new Set(await practice.facts(claim))]).toEqual([
    'queued',
    'sent',
    'file-accepted',
    'clearinghouse-accepted',
    'payer-accepted',
    'payment',
  ]);
  expect(await practice.status(claim)).toBe('paid');
  expect(await practice.outboundStates()).toEqual(['accepted']);
  expect(await practice.remittances()).toMatchObject([{ state: 'posted', total: 22_480, claims: 1 }]);
  expect((await practice.files()).filter((file) => file.state !== 'read')).toEqual([]);
  expect(await practice.exchange()).toMatchObject({ state: 'ok', message: '', claimsWaiting: 0 });
});

test.each([
  ['FILEREJECT1', 'file-failed', 'rejected'],
  ['CHREJECT1', 'rejected-by-clearinghouse', 'accepted'],
  ['PEND1', 'pended', 'accepted'],
  ['PAYREJECT1', 'rejected-by-payer', 'accepted'],
  ['DENY1', 'denied', 'accepted'],
  ['PARTIAL1', 'partly-paid', 'accepted'],
  ['SILENT1', 'file-accepted', 'accepted'],
])('an answer to %s ends as %s', async (memberId, status, fileState) => {
  const { practice, exchange } = await connected();
  const claim = await practice.bill('C000000001', memberId);
  await exchange();
  expect(await practice.status(claim)).toBe(status);
  expect(await practice.outboundStates()).toEqual([fileState]);
});

test('an unreadable file in outbound waits for a person and holds up no other file', async () => {
  const { practice, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'GARBAGE1');
  await exchange();
  expect(await practice.status(claim)).toBe('paid');
  const waiting = (await practice.files()).filter((file) => file.state === 'needs-person');
  expect(waiting).toMatchObject([{ kind: 'unknown', reason: expect.stringContaining('does not know') }]);
  expect(await practice.exchange()).toMatchObject({ filesNeedingPerson: 1 });
});

test('an empty file waits for a person once it is a minute old; until then somebody may be writing it', async () => {
  const { sandbox, practice } = await connected();
  const now = Date.parse(practice.runtime.now());
  for (const [name, age] of [
    ['old.txt', 61_000],
    ['fresh.txt', 1_000],
  ] as const) {
    const path = join(sandbox.dataDir, 'outbound', name);
    await writeFile(path, '');
    await utimes(path, (now - age) / 1_000, (now - age) / 1_000);
  }
  await practice.worker.runOnce();
  expect(await practice.files()).toMatchObject([
    { name: 'old.txt', sizeBytes: 0, state: 'needs-person', reason: expect.stringContaining('is empty') },
  ]);
  expect(await practice.exchange()).toMatchObject({ state: 'ok', filesNeedingPerson: 1 });
});

test('several claims go in one file and each gets its own answer', async () => {
  const { sandbox, practice, exchange } = await connected();
  const paid = await practice.bill('C000000001', 'W000000001');
  const rejected = await practice.bill('C000000002', 'CHREJECT2');
  const denied = await practice.bill('C000000003', 'DENY3');
  await exchange();
  expect(await sandbox.received()).toHaveLength(1);
  expect(await Promise.all([paid, rejected, denied].map(practice.status))).toEqual([
    'paid',
    'rejected-by-clearinghouse',
    'denied',
  ]);
});

test('a claim that cannot be written as it is is withheld, to be corrected and billed again, and the others are sent', async () => {
  const { sandbox, practice, exchange } = await connected();
  const unwritable = await practice.bill('C000000001', 'W1', {
    patient: { ...exampleClaim.patient, lastName: '山田' },
  });
  const fine = await practice.bill('C000000002', 'W2');
  await exchange();
  expect(await practice.facts(unwritable)).toEqual(['queued', 'withheld']);
  expect(await practice.status(unwritable)).toBe('file-failed');
  expect(await practice.exchange()).toMatchObject({ claimsWaiting: 0 });
  expect(await practice.status(fine)).toBe('paid');
  expect((await sandbox.received())[0]?.claims).toMatchObject([{ patientControlNumber: 'C000000002' }]);
});

test('a claim stored with a value that claims no longer have is withheld rather than sent without it', async () => {
  const { sandbox, practice, exchange } = await connected();
  const referringProvider = { lastName: 'Sample', npi: '1245319599', organizationName: 'Sample Group' };
  const old = await practice.bill('C000000001', 'W1', { referringProvider });
  await exchange();
  expect(await practice.facts(old)).toEqual(['queued', 'withheld']);
  expect(await sandbox.received()).toEqual([]);
});

test('control numbers are never given twice, and a second file has other ones', async () => {
  const { sandbox, practice, exchange } = await connected();
  await practice.bill('C000000001', 'SILENT1');
  await exchange();
  await practice.bill('C000000002', 'SILENT2');
  await exchange();
  const numbers = (await sandbox.received()).map((file) => file.interchange?.controlNumber);
  expect(new Set(numbers).size).toBe(2);
});

test('each fact from a file names that file as its source', async () => {
  const { practice, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'W000000001');
  await exchange();
  const payment = (await listEvents(practice.scope, claim)).find((event) => event.fact.type === 'payment');
  expect(payment?.source).toMatchObject({ kind: 'inbound-file', fileName: expect.stringMatching(/\.835$/) });
});

test('open sidebars hear of each claim, remittance and change of the exchange by id alone', async () => {
  const { practice, exchange } = await connected();
  const heard: string[] = [];
  practice.news.subscribe('practice-under-test', (event) => heard.push(JSON.stringify(event)));
  const claim = await practice.bill('C000000001', 'W000000001');
  await exchange();
  expect(new Set(heard)).toEqual(
    new Set([
      JSON.stringify({ type: 'exchange-changed' }),
      JSON.stringify({ type: 'claim-changed', claimId: claim }),
      JSON.stringify({ type: 'remittance-added' }),
    ]),
  );
});

test("two practices with the same numbers never hear each other's answers", async () => {
  const folder = await temporaryFolder();
  const claims = [];
  for (const [practiceId, memberId] of [
    ['practice-a', 'W1'],
    ['practice-b', 'FILEREJECT1'],
  ] as const) {
    const sandbox = await testSandbox();
    const practice = await testPractice({ folder, practiceId });
    await practice.connect(settingsFor(sandbox), sandbox.password);
    claims.push({ sandbox, practice, claim: await practice.bill('C000000001', memberId) });
  }
  const [a, b] = claims;
  if (!a || !b) throw new Error('two practices are needed');
  await a.practice.worker.runOnce();
  await Promise.all([a.sandbox.idle(), b.sandbox.idle()]);
  await a.practice.worker.runOnce();

  expect(await a.practice.status(a.claim)).toBe('paid');
  expect(await b.practice.status(b.claim)).toBe('file-failed');
  expect(await b.practice.remittances()).toEqual([]);
  expect((await b.practice.files()).map((file) => file.kind)).toEqual(['999']);
});
