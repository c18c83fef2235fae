/** `claimside clearinghouse trial`: out and back through a running server. */
import { expect, test } from 'vitest';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../practice/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { programInOwnFolder } from './testing-program.ts';

const { dataDir, run, runUntilResult, serve, file, madeFolder } = programInOwnFolder();

test('invented claims go out and come back step by step', async () => {
  await madeFolder();
  const stop = new AbortController();
  const sandbox = await runUntilResult<Sandbox>(['sandbox', '--port', '0', '--pace', '0'], stop.signal);
  const { host, port, username, password, hostKeySha256 } = sandbox.result;
  await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)]);
  const overrides = { pollMilliseconds: 200 };
  const account = {
    ...EXAMPLE_CONNECTION,
    profileId: 'sandbox',
    host,
    port,
    username,
    hostKeySha256,
    overrides,
  };
  const env = { CLAIMSIDE_DATA: dataDir(), CLAIMSIDE_SFTP_PASSWORD: password };
  await run(['clearinghouse', 'set', file('account.json', account)], { env });
  expect(await run(['clearinghouse', 'trial', '--show'])).toMatchObject({
    code: 2,
    said: 'No test file was sent by this connection yet.',
  });
  const server = await serve();
  const ran = await run(['clearinghouse', 'trial']);
  expect(ran.said).toContain('5 of 5 invented claims taken by the clearinghouse');
  expect(ran).toMatchObject({ code: 0, result: { outcome: 'works', claims: 5 } });
  // Payers may have answered since.
  expect(await run(['clearinghouse', 'trial', '--show'])).toMatchObject({
    result: { outcome: 'works', claims: 5 },
  });
  expect(await server.stop()).toBe(0);
  stop.abort();
  expect((await sandbox.ended).code).toBe(0);
});
