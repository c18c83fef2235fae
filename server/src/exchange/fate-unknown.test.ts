/** An upload of which nobody knows whether it arrived: never sent twice by itself, and a person decides. */
import { expect, test } from 'vitest';
import { listAuditEntries } from '../store/audit-log.ts';
import { decideDelivery } from './decide-delivery.ts';
import {
  dyingTransport,
  PRACTICE,
  settingsFor,
  temporaryFolder,
  testPractice,
  testSandbox,
} from './testing.ts';

test('a crash after the upload, the file already taken: after the restart it is not sent again', async () => {
  const sandbox = await testSandbox();
  const folder = await temporaryFolder();
  const before = await testPractice({
    folder,
    connect: dyingTransport((session, ...upload) => session.upload(...upload)),
  });
  await before.connect(settingsFor(sandbox), sandbox.password);
  const claim = await before.bill('C000000001', 'SILENT1');
  await before.worker.runOnce();
  expect(await before.outboundStates()).toEqual(['sending']);
  await before.worker.stop();
  await sandbox.idle();

  const after = await testPractice({ folder });
  await after.worker.runOnce();
  expect(await after.facts(claim)).toEqual(['queued', 'delivery-unknown', 'file-accepted']);
  expect(await sandbox.received()).toHaveLength(1);
});

test('fate unknown: a file that was taken before we could look is never sent again, and the 999 settles it', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnClose = true;

  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['sending']);
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });

  await sandbox.idle();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'delivery-unknown', 'file-accepted']);
  expect(await practice.status(claim)).toBe('file-accepted');
  expect(await practice.outboundStates()).toEqual(['accepted']);
  expect(await sandbox.received()).toHaveLength(1);
});

test('a torn upload leaves the claim with a person, not with a second file', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'delivery-unknown']);
  expect(await practice.status(claim)).toBe('unknown');
});

test.each([
  ['arrived', 'sent', ['queued', 'delivery-unknown', 'sent'], 0],
  ['send-again', 'queued', ['queued', 'delivery-unknown', 'sending-again', 'sent', 'file-accepted'], 1],
] as const)(
  'a person decides on a torn upload: %s makes the claim %s',
  async (decision, status, facts, uploadsTaken) => {
    const sandbox = await testSandbox();
    const practice = await testPractice();
    await practice.connect(settingsFor(sandbox), sandbox.password);
    const claim = await practice.bill('C000000001', 'SILENT1');
    sandbox.faults.dropOnWriteAfterBytes = 300;
    await practice.worker.runOnce();
    sandbox.faults.clear();
    await practice.worker.runOnce();
    const file = 'OATEST_837P_20261122_153000_000001.txt';
    const context = { ...practice, practiceId: PRACTICE };

    const both = await Promise.all([
      decideDelivery(context, file, decision, 'device'),
      decideDelivery(context, file, 'arrived', null),
    ]);
    expect(both).toEqual([{ fileName: file, decision, claims: 1 }, undefined]);
    expect(await practice.status(claim)).toBe(status);
    expect(await listAuditEntries(practice.scope)).toMatchObject([
      { action: 'delivery-decided', deviceId: 'device' },
    ]);
    await practice.worker.runOnce();
    await sandbox.idle();
    await practice.worker.runOnce();
    expect(await practice.facts(claim)).toEqual(facts);
    expect((await sandbox.received()).filter((each) => each.verdict === 'accepted')).toHaveLength(
      uploadsTaken,
    );
  },
);

test('a file that a person sends again and that breaks off again is in doubt once more', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  const context = { ...practice, practiceId: PRACTICE };
  sandbox.faults.dropOnWriteAfterBytes = 300;
  for (const round of ['torn', 'looked for']) {
    await practice.worker.runOnce();
    expect(await practice.outboundStates(), round).toEqual([round === 'torn' ? 'sending' : 'unknown']);
  }
  const file = 'OATEST_837P_20261122_153000_000001.txt';
  await decideDelivery(context, file, 'send-again', 'device');
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual([
    'queued',
    'delivery-unknown',
    'sending-again',
    'delivery-unknown',
  ]);
  expect(await practice.status(claim)).toBe('unknown');
  expect(await decideDelivery(context, file, 'arrived', 'device')).toMatchObject({ claims: 1 });
});

test('where repeats are known to be safe, a torn upload is repeated with the same bytes under the same name', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox, { overrides: { repeatsAreSafe: true } });
  await practice.connect(settings, sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'sent']);
  await sandbox.idle();
  const [only, ...others] = await sandbox.received();
  expect(only).toMatchObject({ verdict: 'accepted', name: 'OATEST_837P_20261122_153000_000001.txt' });
  expect(others).toEqual([]);
});
