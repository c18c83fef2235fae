/** What an admin can do with the practice's connections, and what is refused with which words. */
import type { ConnectionFields, Connections } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { listConnections } from '../../store/connections.ts';
import { findServerNote, noteServer } from '../../store/server-notes.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const OTHER: ConnectionFields = {
  ...EXAMPLE_CONNECTION,
  profileId: 'generic',
  host: 'sftp.example.com',
  interchange: { receiverId: 'TESTHOUSE' },
};
const PAYER = EXAMPLE_PRACTICE.payers[0]?.payerId ?? '';

const ask = (method: string, path: string, body?: unknown) =>
  server.request(method, path, { device: admin, ...(body === undefined ? {} : { body }) });
const all = async (response: Response) => {
  expect(response.status).toBe(200);
  return ((await response.json()) as Connections).connections;
};
const add = (name: string | undefined, settings: ConnectionFields = OTHER) =>
  ask('POST', '/connections', { ...(name && { name }), settings, secret: 'not a password' });
/** The main one, and number 2. */
async function setUpTwo() {
  await all(await add(undefined, EXAMPLE_CONNECTION));
  return all(await add('Work comp'));
}
const route = (id: string, payerIds: readonly string[], claimFilingIndicators: readonly string[] = []) =>
  ask('PUT', `/connections/${id}/payers`, { payerIds, claimFilingIndicators });

test('the first account is the main one, by the name of its clearinghouse; the next has a number and its own name', async () => {
  const connections = await setUpTwo();
  expect(connections.map(({ id, name }) => [id, name])).toEqual([
    ['main', 'Office Ally'],
    ['2', 'Work comp'],
  ]);
  expect(JSON.stringify(connections)).not.toContain('not a password');
  expect(connections[1]).toMatchObject({
    settings: { host: 'sftp.example.com' },
    status: { state: 'ok', claimsWaiting: 0 },
    routed: { payerIds: [], claimFilingIndicators: [] },
  });
  expect(server.published).toContainEqual({ type: 'exchange-changed' });
});

test('an account that is added to restored data is paused as the others are, until an admin lets it go on', async () => {
  await server.store.transaction((db) => noteServer(db, 'restored', server.runtime.now()));
  const connections = await setUpTwo();
  expect(connections.map(({ status }) => status.state)).toEqual(['paused', 'paused']);
});

test.each([
  ['none', undefined, 'Give the connection a name of its own'],
  ['that of the main clearinghouse', 'office ally', 'Another connection is called office ally already'],
  ['the word for the main one', 'Main', 'Another connection is called Main already'],
])('a further account with a name that is no name of its own (%s) is refused', async (_, name, words) => {
  await add(undefined, EXAMPLE_CONNECTION);
  const response = await add(name);
  expect(response.status).toBe(409);
  expect(await problemOf(response)).toMatchObject({
    code: 'connection-name-taken',
    detail: expect.stringContaining(words),
  });
});

test('the word of restored data ends with the last connection that is held back, be it removed', async () => {
  const isTold = () => findServerNote(server.store.db, 'restored');
  await server.store.transaction((db) => noteServer(db, 'restored', server.runtime.now()));
  await setUpTwo();
  await all(await ask('DELETE', '/connections/main/pause'));
  expect(await isTold()).toBeDefined();
  await all(await ask('DELETE', '/connections/2'));
  expect(await isTold()).toBeUndefined();
});

test('one account can not be set up twice, whatever its mode', async () => {
  await add(undefined, EXAMPLE_CONNECTION);
  const response = await add('The same', { ...EXAMPLE_CONNECTION, mode: 'live' });
  expect(response.status).toBe(409);
  expect(await problemOf(response)).toMatchObject({
    code: 'connection-set-twice',
    detail: expect.stringContaining('set up already, as Office Ally'),
  });
});

test('an account that does not fit its clearinghouse is refused with the place', async () => {
  const response = await add(undefined, { ...OTHER, interchange: {} });
  expect(response.status).toBe(422);
  expect(await problemOf(response)).toMatchObject({
    code: 'connection-settings-wrong',
    findings: [{ path: 'settings.interchange.receiverId' }],
  });
});

test('the password stays where none is typed, and is asked for again for another host, port or user, and is none with a passphrase', async () => {
  await setUpTwo();
  const [, before] = await listConnections(server.scope);
  await all(await ask('PUT', '/connections/2', { name: 'Comp', settings: { ...OTHER, mode: 'live' } }));
  const [, after] = await listConnections(server.scope);
  expect(after).toMatchObject({ name: 'Comp', settings: { mode: 'live' } });
  const opened = [before, after].map((each) => server.key.openSecret(each?.sealedSecret ?? ''));
  expect(opened).toEqual(['not a password', 'not a password']);
  for (const elsewhere of [{ host: 'other.example.com' }, { port: 2022 }, { username: 'other' }]) {
    const response = await ask('PUT', '/connections/2', { settings: { ...OTHER, ...elsewhere } });
    expect(response.status).toBe(422);
    expect((await problemOf(response)).code).toBe('connection-needs-password');
  }
  const secret = '-----BEGIN ENCRYPTED PRIVATE KEY-----\nINVENTED\n-----END ENCRYPTED PRIVATE KEY-----\n';
  const sealed = await problemOf(await ask('PUT', '/connections/2', { settings: OTHER, secret }));
  expect(sealed.detail).toContain('This private key has a passphrase');
});

test('a payer goes by one connection only, and must be one of the practice', async () => {
  await setUpTwo();
  await all(await add('Auto', { ...OTHER, username: 'auto' }));
  const [, comp] = await all(await route('2', [PAYER], ['WC']));
  expect(comp?.routed).toEqual({ payerIds: [PAYER], claimFilingIndicators: ['WC'] });

  const taken = await route('3', [PAYER]);
  expect(taken.status).toBe(409);
  expect((await problemOf(taken)).detail).toBe(
    `Payer ${PAYER} goes by Work comp already, and can go by one connection only. Take it out there first.`,
  );
  expect((await problemOf(await route('3', [], ['WC']))).code).toBe('payer-routed-already');
  expect((await problemOf(await route('3', ['NOBODY']))).code).toBe('payer-unknown');
  expect((await problemOf(await route('main', [PAYER]))).code).toBe('main-connection-stays');
  await all(await route('2', []));
  await all(await route('3', [PAYER]));
});

test('while a claim waits for it a connection stays, with what to do; routed elsewhere, it can be removed', async () => {
  await setUpTwo();
  await all(await route('2', [PAYER]));
  await server.request('POST', '/claims', { device: admin, body: billing(), headers: keyed('a') });
  const refused = await ask('DELETE', '/connections/2');
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).detail).toBe(
    '1 claim waits for Work comp. Let it leave first, or route the payers elsewhere: claims that wait follow.',
  );
  await all(await route('2', []));
  const left = await all(await ask('DELETE', '/connections/2'));
  expect(left.map(({ id, status }) => [id, status.claimsWaiting])).toEqual([['main', 1]]);
  // Its number and its secret are gone for good.
  expect(await all(await add('Work comp'))).toMatchObject([{ id: 'main' }, { id: '3' }]);
  expect((await ask('DELETE', '/connections/2')).status).toBe(404);
});

test('no route takes claims that wait to a connection in the other mode, where they could not leave', async () => {
  await all(await add(undefined, EXAMPLE_CONNECTION));
  const mode = EXAMPLE_CONNECTION.mode === 'live' ? 'test' : 'live';
  await all(await add('Work comp', { ...OTHER, mode }));
  await server.request('POST', '/claims', { device: admin, body: billing(), headers: keyed('a') });
  const refused = await route('2', [PAYER]);
  expect(refused.status).toBe(409);
  expect(await problemOf(refused)).toMatchObject({
    code: 'claims-wait-in-other-mode',
    detail: expect.stringMatching(/^1 claim waits that would then go by a connection in the other mode/),
  });
  const [main, other] = await all(await ask('GET', '/connections'));
  expect([main?.status.claimsWaiting, other?.routed.payerIds]).toEqual([1, []]);
  await all(await ask('PUT', '/connections/2', { settings: OTHER, secret: 'not a password' }));
  const moved = await all(await route('2', [PAYER]));
  expect(moved.map(({ status }) => status.claimsWaiting)).toEqual([0, 1]);
});

test('the main connection can be paused and not removed', async () => {
  await setUpTwo();
  expect((await problemOf(await ask('DELETE', '/connections/main'))).code).toBe('main-connection-stays');
  const [main] = await all(await ask('PUT', '/connections/main/pause'));
  expect(main?.status).toMatchObject({
    state: 'paused',
    message: expect.stringContaining('Office Ally is paused: nothing goes out or comes in by it'),
  });
  expect((await all(await ask('DELETE', '/connections/main/pause')))[0]?.status.state).toBe('ok');
});

test('edits hold a payer id against the clearinghouse that it goes by', async () => {
  await setUpTwo();
  await all(await route('2', [PAYER]));
  const facts = await (await ask('GET', '/clearinghouse')).json();
  expect(facts).toEqual({
    payerIdPattern: '^[A-Z0-9]{5}$',
    routed: [{ payerIds: [PAYER], claimFilingIndicators: [], payerIdPattern: null }],
  });
});

test('the health tells strangers a line for each connection, by number and never by name', async () => {
  await setUpTwo();
  const health = await (await server.request('GET', '/health')).json();
  const lines = (health as { watches: { name: string; connection?: string }[] }).watches;
  const ofConnections = lines.filter(({ name }) => name === 'connection');
  expect(ofConnections.map(({ connection }) => connection)).toEqual([undefined, '2']);
  expect(JSON.stringify(health)).not.toContain('Work comp');
});
