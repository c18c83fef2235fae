/** `claimside clearinghouse` and `sandbox`: an account with its password sealed, a pinned host key, and a log-in that is tried. */
import { expect, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { EXAMPLE_CONNECTION } from '../practice/index.ts';
import { findConnection } from '../store/connections.ts';
import { programInOwnFolder, runtime } from './testing-program.ts';

const { dataDir, run, runUntilResult, file, madeFolder } = programInOwnFolder();

test('stores the account with the password of the environment, sealed and never shown', async () => {
  await madeFolder();
  const env = { CLAIMSIDE_DATA: dataDir(), CLAIMSIDE_SFTP_PASSWORD: 'not-a-real-one' };
  const ran = await run(['clearinghouse', 'set', file('account.json', EXAMPLE_CONNECTION)], { env });
  expect(ran.code).toBe(0);
  expect(JSON.stringify(ran)).not.toContain('not-a-real-one');
  const data = await openDataFolder(dataDir(), runtime);
  const connection = await findConnection(data.scope);
  expect(connection?.settings).toEqual(EXAMPLE_CONNECTION);
  expect(connection?.sealedSecret).not.toContain('not-a-real-one');
  expect(data.key.openSecret(connection?.sealedSecret ?? '')).toBe('not-a-real-one');
  await data.close();
});

test('asks for the password when the environment has none, and changes nothing without one', async () => {
  await madeFolder();
  const account = file('account.json', EXAMPLE_CONNECTION);
  const refused = await run(['clearinghouse', 'set', account]);
  expect(refused).toMatchObject({ code: 2, said: 'No password was given, so nothing was changed.' });
  expect((await run(['clearinghouse', 'test'])).said).toContain('No clearinghouse is set up');
  const set = await run(['clearinghouse', 'set', account], { readSecret: async () => 'typed' });
  expect(set.code).toBe(0);
});

test('an account without a pinned host key is refused with the command that reads it', async () => {
  await madeFolder();
  const { hostKeySha256: _, ...unpinned } = EXAMPLE_CONNECTION;
  const ran = await run(['clearinghouse', 'set', file('account.json', unpinned)]);
  expect(ran.code).toBe(1);
  expect(ran.result).toMatchObject({ findings: [{ path: 'hostKeySha256' }] });
  expect(JSON.stringify(ran.result)).toContain('claimside clearinghouse host-key');
});

test('reads the host key of a sandbox, sets the account, logs in, and finds its folders', async () => {
  await madeFolder();
  const stop = new AbortController();
  const sandbox = await runUntilResult<{
    host: string;
    port: number;
    username: string;
    password: string;
    hostKeySha256: string;
  }>(['sandbox', '--port', '0', '--pace', '0'], stop.signal);
  const { host, port, username, password, hostKeySha256 } = sandbox.result;
  const key = await run(['clearinghouse', 'host-key', `${host}:${port}`]);
  expect(key.result).toMatchObject({ host, port, hostKeySha256 });

  const account = { ...EXAMPLE_CONNECTION, profileId: 'sandbox', host, port, username, hostKeySha256 };
  const env = { CLAIMSIDE_DATA: dataDir(), CLAIMSIDE_SFTP_PASSWORD: password };
  await run(['clearinghouse', 'set', file('account.json', account)], { env });
  expect(await run(['clearinghouse', 'test'])).toEqual({
    code: 0,
    result: { inboundFiles: 0, outboundFiles: 0 },
    said: '',
  });
  const wrong = { ...env, CLAIMSIDE_SFTP_PASSWORD: 'wrong' };
  await run(['clearinghouse', 'set', file('account.json', account)], { env: wrong });
  const refused = await run(['clearinghouse', 'test']);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('log-in was refused');
  stop.abort();
  expect((await sandbox.ended).code).toBe(0);
});

test('a sandbox on a port in use says so, and how to choose another', async () => {
  await madeFolder();
  const stop = new AbortController();
  const first = await runUntilResult<{ port: number }>(['sandbox', '--port', '0'], stop.signal);
  const second = await run(['sandbox', '--port', String(first.result.port)]);
  expect(second.code).toBe(2);
  expect(second.said).toContain(
    `Port ${first.result.port} of 127.0.0.1 is in use. Choose another with --port.`,
  );
  stop.abort();
  expect((await first.ended).code).toBe(0);
});

test('a server that is not there ends with 2 and a sentence', async () => {
  const ran = await run(['clearinghouse', 'host-key', '127.0.0.1:1']);
  expect(ran.code).toBe(2);
  expect(ran.said).toContain('No host key could be read from 127.0.0.1 port 1');
  for (const target of ['host:99999', 'a:b:c', '']) {
    expect(await run(['clearinghouse', 'host-key', target])).toMatchObject({
      code: 2,
      said: 'Name the server as HOST or HOST:PORT.',
    });
  }
});

test('stores the access for questions, its password sealed and never shown, and forgets it', async () => {
  await madeFolder();
  const env = {
    CLAIMSIDE_DATA: dataDir(),
    CLAIMSIDE_SFTP_PASSWORD: 'not-a-real-one',
    CLAIMSIDE_REAL_TIME_PASSWORD: 'not-real-either',
  };
  await run(['clearinghouse', 'set', file('account.json', EXAMPLE_CONNECTION)], { env });
  const set = ['clearinghouse', 'real-time', 'set'];
  const wrong = await run([...set, file('wrong.json', { senderId: 'TEST', user: 'x' })], { env });
  expect(wrong).toMatchObject({ code: 1, said: 'Nothing was changed: correct what is listed.' });
  const foreign = { senderId: 'TEST', username: 'x', url: 'https://example.com/' };
  expect(await run([...set, file('foreign.json', foreign)], { env })).toMatchObject({
    code: 2,
    said: expect.stringContaining('is not one of this clearinghouse'),
  });
  const account = { senderId: 'TEST', username: 'asker' };
  const ran = await run([...set, file('questions.json', account)], { env });
  expect(ran).toMatchObject({ code: 0, result: account });
  const stored = async () => {
    const data = await openDataFolder(dataDir(), runtime);
    const { realTime = null } = (await findConnection(data.scope)) ?? {};
    const password = realTime && data.key.openSecret(realTime.sealedSecret);
    await data.close();
    return { text: JSON.stringify(realTime), password };
  };
  const { text, password } = await stored();
  expect(password).toBe('not-real-either');
  expect(JSON.stringify(ran) + text).not.toContain('not-real-either');
  expect((await run(['clearinghouse', 'real-time', 'remove'], { env })).code).toBe(0);
  expect((await stored()).password).toBeNull();
});
