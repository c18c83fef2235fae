/** The clearinghouse can not be reached, refuses the log-in, or is another server: nothing is sent, and a sentence says what to do. */
import { expect, test } from 'vitest';
import { connectSftp } from './sftp-transport.ts';
import { freePort, settingsFor, testPractice, testSandbox } from './testing.ts';

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

test('what looks like a private key and is none is sent to nobody, not as a password either', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const lost = '-----BEGIN OPENSSH PRIVATE KEY-----';
  const target = { ...settingsFor(sandbox), secret: lost };
  await practice.connect(settingsFor({ ...sandbox, port: await freePort() }), lost);
  await practice.worker.runOnce();
  // Nobody was asked: there is nobody.
  expect(await practice.exchange()).toMatchObject({
    state: 'login-refused',
    message: expect.stringContaining('The private key for Sandbox clearinghouse cannot be read'),
  });
  expect(await connectSftp(target)).toMatchObject({ error: { kind: 'login-refused', code: 'KEY' } });
});
