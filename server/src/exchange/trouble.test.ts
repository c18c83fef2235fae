/** What can go wrong between us and the clearinghouse: nothing is lost, nothing goes twice, and a sentence says what to do. */
import { expect, test } from 'vitest';
import { listAuditEntries } from '../store/audit.ts';
import { listEvents } from '../store/claim-events.ts';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { decideDelivery } from './decide-delivery.ts';
import { connectSftp } from './sftp-transport.ts';
import {
  dyingTransport,
  freePort,
  PRACTICE,
  settingsFor,
  temporaryFolder,
  testPractice,
  testSandbox,
} from './testing.ts';

test('clearinghouse down: the claim waits in its frozen file, the state says so, and it goes out once it is back', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox);
  await practice.connect({ ...settings, port: await freePort() }, sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');

  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'unreachable',
    message: expect.stringContaining('cannot be reached'),
    claimsWaiting: 1,
  });
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.status(claim)).toBe('queued');

  await practice.connect(settings, sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
  await sandbox.idle();
  expect(await sandbox.received()).toHaveLength(1);
  expect(await practice.exchange()).toMatchObject({ state: 'ok', message: '', claimsWaiting: 0 });
});

test('a connection that ends before a word is said counts as unreachable', async () => {
  const sandbox = await testSandbox();
  sandbox.faults.dropAtConnect = true;
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'unreachable' });
});

test('login refused: tried three times in all, then stopped until the password is set anew', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), 'wrong password');
  const claim = await practice.bill('C000000001', 'W1');

  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'login-refused',
    message: expect.stringContaining('Check user name and password'),
  });
  for (let round = 0; round < 5; round += 1) await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'login-stopped',
    message: expect.stringContaining('stopped trying'),
  });
  expect(sandbox.authenticationAttempts).toBe(3);

  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('an account set anew while the old one is being refused begins with no refusal', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice({
    async connect(target, signal) {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) await practice.connect(settingsFor(sandbox), sandbox.password);
      return opened;
    },
  });
  const settings = settingsFor(sandbox, { overrides: { maximumFailedLogins: 1 } });
  await practice.connect(settings, 'wrong password');
  const claim = await practice.bill('C000000001', 'W1');

  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'ok', message: '' });
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('a changed host key gets no credential and sends nothing', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'W1');
  await sandbox.faults.swapHostKey();

  await practice.worker.runOnce();
  expect(sandbox.authenticationAttempts).toBe(0);
  expect(await practice.exchange()).toMatchObject({
    state: 'host-key-changed',
    message: expect.stringContaining('no password was sent'),
  });
  expect(await practice.outboundStates()).toEqual(['ready']);
});

test('without a pinned host key nothing connects', async () => {
  const sandbox = await testSandbox();
  const { host, port, username, password } = sandbox;
  const opened = await connectSftp({ host, port, username, secret: password, hostKeySha256: '' });
  expect(opened).toEqual({
    ok: false,
    error: { kind: 'host-key-changed', phase: 'connect', code: 'NO-PIN' },
  });
  expect(sandbox.authenticationAttempts).toBe(0);
});

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

test('a full disk over there leaves the file ready, and it goes out when there is room', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.diskFull = true;
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('a listing that breaks off loses nothing: the next round brings every answer', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  sandbox.faults.dropOnList = true;
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });
  sandbox.faults.clear();
  sandbox.faults.dropOnReadAfterBytes = 100;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('paid');
});

test('a file frozen in test mode is held back once the connection is live', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox);
  await practice.connect({ ...settings, port: await freePort() }, sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await practice.connect({ ...settings, mode: 'live' }, sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['held']);
  const [event] = (await listEvents(practice.scope, claim)).slice(-1);
  expect(event?.fact).toMatchObject({
    type: 'withheld',
    message: expect.stringContaining('made in test mode'),
  });
  expect(await practice.status(claim)).toBe('file-failed');
  await sandbox.idle();
  expect(await sandbox.received()).toEqual([]);
});

test('an attempt that sent no byte does not count: a file refused as seen before is no delivery', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.diskFull = true;
  await practice.worker.runOnce();
  const attempts = async () =>
    (await listOutboundFiles(practice.scope, ['ready', 'sent'])).map((file) => file.attempts);
  expect(await attempts()).toEqual([0]);
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await attempts()).toEqual([1]);
});

test.each([
  ['test', 'live', 'while the account was in test mode'],
  ['live', 'test', 'while the account was in live mode'],
  [null, 'live', 'before a clearinghouse account was set up'],
] as const)('a claim billed in %s mode never leaves in %s mode', async (billedIn, mode, words) => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  if (billedIn) await practice.connect(settingsFor(sandbox, { mode: billedIn }), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.connect(settingsFor(sandbox, { mode }), sandbox.password);
  const after = await practice.bill('C000000002', 'SILENT2');
  await practice.worker.runOnce();
  const [event] = (await listEvents(practice.scope, claim)).slice(-1);
  expect(event?.fact).toMatchObject({ type: 'withheld', message: expect.stringContaining(words) });
  expect(await practice.status(claim)).toBe('file-failed');
  expect(await practice.status(after)).toBe('sent');
  await sandbox.idle();
  expect((await sandbox.received()).map((file) => file.claims.length)).toEqual([1]);
});

test('a claim billed before there was an account leaves in test mode', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('in live mode the file leaves under a live name', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { mode: 'live' }), sandbox.password);
  await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(await sandbox.received()).toMatchObject([{ name: '837P_20261122_153000_000001.txt', test: false }]);
});

test('by rename: the file appears under its final name only when it is whole', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { uploadMode: 'rename' } }), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});
