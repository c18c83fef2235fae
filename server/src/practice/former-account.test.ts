/** An account is changed while claims await answers at the former one, and what becomes of both is said. */
import { expect, test } from 'vitest';
import { connectSftp } from '../exchange/sftp-transport.ts';
import { dyingTransport, PRACTICE, settingsFor, testPractice, testSandbox } from '../exchange/testing.ts';
import { clearinghouseOfClaim } from '../store/clearinghouse-of-claim.ts';
import { listConnections } from '../store/connections.ts';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { addConnection, changeConnection } from './connect.ts';

const key = { seal: (secret: string) => secret, openSecret: (sealed: string) => sealed };

async function changing(connect = connectSftp) {
  const [former, present] = [await testSandbox(), await testSandbox()];
  const practice = await testPractice({ connect });
  await practice.connect(settingsFor(former), former.password);
  const deps = { ...practice, key, practiceId: PRACTICE };
  const settings = settingsFor(present, {
    profileId: 'generic',
    interchange: { receiverId: 'OTHERHOUSE' },
    overrides: { freezeAfterMilliseconds: 0 },
  });
  const change = (former?: 'keep' | 'leave') =>
    changeConnection(deps, null, 'main', {
      settings,
      secret: present.password,
      ...(former && { former }),
    });
  const ways = async () =>
    (await listOutboundFiles(practice.scope, ['sent', 'unknown', 'accepted'])).map((file) => [
      file.connectionId,
      file.state,
    ]);
  return { former, present, practice, deps, change, ways };
}

async function sent(memberId = 'PAID1') {
  const all = await changing();
  const claim = await all.practice.bill('C000000001', memberId);
  await all.practice.worker.runOnce();
  return { ...all, claim };
}

test('it is asked what becomes of the former account while claims await answers there, with how many', async () => {
  const { practice, change, ways } = await sent();
  expect(await change()).toEqual({
    ok: false,
    error: {
      code: 'connection-awaits-answers',
      why: '1 claim in 1 file awaits answers at Sandbox clearinghouse (127.0.0.1). Answers come there alone: keep the former account as a further connection, which goes on fetching them, or let it go.',
    },
  });
  expect(await listConnections(practice.scope)).toHaveLength(1);
  expect(await ways()).toEqual([['main', 'sent']]);
});

test('kept, the former account is a further connection, which fetches the answers to what went there', async () => {
  const { former, practice, change, ways, claim } = await sent();
  expect(await change('keep')).toEqual({ ok: true, value: 'main' });
  const [main, kept] = await listConnections(practice.scope);
  expect(main?.settings.profileId).toBe('generic');
  expect(kept).toMatchObject({
    name: 'Sandbox clearinghouse until 2026-11-22',
    settings: { port: former.port, mode: 'test' },
    sealedSecret: former.password,
  });
  expect(await ways()).toEqual([[kept?.id, 'sent']]);
  await former.idle();
  await practice.worker.runOnce();
  expect([await practice.status(claim), await ways()]).toEqual(['paid', [[kept?.id, 'accepted']]]);
  expect(await clearinghouseOfClaim(practice.scope, claim, practice.runtime.now())).toBe(kept?.name);
  // What waits goes to the present house.
  await practice.bill('C000000002', 'SILENT1');
  await practice.worker.runOnce();
  expect((await ways()).at(-1)).toEqual(['main', 'sent']);
});

test('let go, its answers stay there, and its claims name it; added later, it fetches them all the same', async () => {
  const { former, practice, deps, change, ways, claim } = await sent();
  expect(await change('leave')).toEqual({ ok: true, value: 'main' });
  await former.idle();
  await practice.worker.runOnce();
  expect([await practice.status(claim), await ways()]).toEqual(['sent', [['main', 'sent']]]);
  const house = () => clearinghouseOfClaim(practice.scope, claim, practice.runtime.now());
  expect(await house()).toBe('Sandbox clearinghouse (127.0.0.1)');
  const secret = former.password;
  await addConnection(deps, null, { name: 'The former', settings: settingsFor(former), secret });
  await practice.worker.runOnce();
  expect([await practice.status(claim), await house()]).toEqual(['paid', 'The former']);
});

test('an upload that was not seen to end is looked for by the connection that kept the account', async () => {
  const { former, practice, change, ways } = await changing(
    dyingTransport((session, ...upload) => session.upload(...upload)),
  );
  await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await change()).toMatchObject({
    error: { why: expect.stringContaining('1 file may or may not have arrived at Sandbox') },
  });
  expect(await change('keep')).toMatchObject({ ok: true });
  const kept = (await listConnections(practice.scope))[1]?.id;
  await former.idle();
  for (let rounds = 0; rounds < 2; rounds += 1) await practice.worker.runOnce();
  expect(await ways()).toEqual([[kept, 'accepted']]);
  expect(await former.received()).toHaveLength(1);
});

test.each([
  ['the password', {}],
  ['its own ID', { interchange: { receiverId: '330897513' } }],
])('nothing is asked where the account is the same but for %s', async (_, changes) => {
  const { former, deps } = await sent();
  const account = { settings: settingsFor(former, changes), secret: 'another password' };
  expect(await changeConnection(deps, null, 'main', account)).toMatchObject({ ok: true });
});

test('nothing is asked where nothing is awaited', async () => {
  const { practice, change } = await changing();
  await practice.bill('C000000001', 'SILENT1');
  expect(await change()).toMatchObject({ ok: true });
});
