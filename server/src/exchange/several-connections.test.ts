/** Two real clearinghouses for one practice: each with its own payers, its own answers, and its own trouble. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { exampleClaim } from '@claimside/shared/examples';
import { isIsoDate, type UtcInstant } from '@claimside/shared/values';
import { expect, onTestFinished, test } from 'vitest';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { endConnection } from '../practice/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { listEvents } from '../store/claim-events.ts';
import { setPaused } from '../store/connections.ts';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { connectSftp } from './sftp-transport.ts';
import { freePort, PRACTICE, settingsFor, type TestPractice, testPractice, testSandbox } from './testing.ts';

const DAY = 24 * 3_600_000;
const COMP = 'WCOMP';

/** The main connection, and number 2, by which the payer `WCOMP` goes. */
async function twoConnections() {
  const [main, other] = [await testSandbox(), await testSandbox()];
  const practice = await testPractice();
  await practice.connect(settingsFor(main), main.password);
  await practice.connect(settingsFor(other), other.password, '2');
  await practice.route('2', COMP);
  return { main, other, practice };
}

const billComp = (practice: TestPractice, number: string, memberId: string) =>
  practice.bill(number, memberId, {
    coverage: { ...exampleClaim.coverage, payerId: COMP, payerName: 'TEST COMP FUND', memberId },
  });

const numbersAt = async (sandbox: Sandbox) =>
  (await sandbox.received()).flatMap(({ claims }) =>
    claims.map(({ patientControlNumber }) => patientControlNumber),
  );

/** A round that sends, and one that fetches the answers. */
async function rounds({ main, other, practice }: Awaited<ReturnType<typeof twoConnections>>): Promise<void> {
  await practice.worker.runOnce();
  await Promise.all([main.idle(), other.idle()]);
  await practice.worker.runOnce();
}

test('claims of a routed payer leave by its connection, the others by the main one, and all are paid', async () => {
  const both = await twoConnections();
  const { main, other, practice } = both;
  const claims = [
    await practice.bill('C000000001', 'W1'),
    await billComp(practice, 'C000000002', 'W2'),
    await practice.bill('C000000003', 'W3'),
  ];
  await rounds(both);
  expect(await numbersAt(main)).toEqual(['C000000001', 'C000000003']);
  expect(await numbersAt(other)).toEqual(['C000000002']);
  for (const claim of claims) expect(await practice.status(claim)).toBe('paid');
  const files = await listOutboundFiles(practice.scope, ['accepted']);
  expect(files.map(({ connectionId }) => connectionId).toSorted()).toEqual(['2', 'main']);
  // One counter for all: no two files share a number, wherever they went.
  expect(new Set(files.map((file) => file.interchangeControlNumber)).size).toBe(2);
  // Both clearinghouses count from the same number, so that names of their reports are the same.
  expect(await practice.exchange()).toMatchObject({ state: 'ok', others: [{ id: '2', state: 'ok' }] });
});

test('one that is down keeps its own claims and its own trouble; the other works on', async () => {
  const both = await twoConnections();
  const { other, practice } = both;
  await practice.connect({ ...settingsFor(both.main), port: await freePort() }, both.main.password);
  // Both clearinghouses count their checks from the same number: one of the same total on the same day would be compared.
  const waits = await practice.bill('C000000001', 'W1', { serviceLines: exampleClaim.serviceLines.slice(1) });
  const goes = await billComp(practice, 'C000000002', 'W2');
  await rounds(both);
  expect(await practice.status(goes)).toBe('paid');
  expect(await practice.status(waits)).toBe('queued');
  expect(await numbersAt(other)).toEqual(['C000000002']);
  expect(await practice.exchange()).toMatchObject({
    state: 'unreachable',
    claimsWaiting: 1,
    others: [{ clearinghouse: 'Clearinghouse 2', state: 'ok', claimsWaiting: 0 }],
  });
  await practice.connect(settingsFor(both.main), both.main.password);
  await rounds(both);
  expect(await practice.status(waits)).toBe('paid');
});

/** Passes on what a clearinghouse says until it has said so much, and nothing from then on. */
async function silentAfter(bytes: number, { port }: Sandbox): Promise<number> {
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    const upstream = connect(port, '127.0.0.1');
    let said = 0;
    for (const end of [client, upstream]) end.on('error', () => {});
    client.on('data', (data) => upstream.write(data)).on('close', () => upstream.destroy());
    upstream.on('data', (data) => {
      said += data.length;
      if (said <= bytes) client.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Ends the wait for it, which nobody needs any more.
  onTestFinished(() => {
    for (const client of clients) client.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

test('one that falls silent in the midst of its session holds up no round of the other', async () => {
  const { main, other, practice } = await twoConnections();
  const port = await silentAfter(2_500, main);
  await practice.connect({ ...settingsFor(main), port }, main.password);
  const often = settingsFor(other, { overrides: { pollMilliseconds: 50 } });
  await practice.connect(often, other.password, '2');
  const waits = await practice.bill('C000000001', 'W1');
  const goes = await billComp(practice, 'C000000002', 'W2');
  practice.worker.start();
  // Each needs rounds of its own: one that sends, and one that fetches.
  await expect.poll(() => practice.status(goes), { timeout: 60_000 }).toBe('paid');
  const later = await billComp(practice, 'C000000003', 'W3');
  practice.worker.nudge();
  await expect.poll(() => practice.status(later), { timeout: 60_000 }).toBe('paid');
  expect(await practice.status(waits)).toBe('queued');
  expect(await numbersAt(other)).toEqual(['C000000002', 'C000000003']);
  expect(await practice.exchange()).toMatchObject({ others: [{ state: 'ok', claimsWaiting: 0 }] });
});

test('a route by kind of insurance alone takes the claims of every payer of that kind', async () => {
  const both = await twoConnections();
  const { main, other, practice } = both;
  await practice.routeKinds('2', 'WC');
  const { coverage } = exampleClaim;
  for (const [number, payerId, claimFilingIndicator] of [
    ['C000000001', '60054', 'WC'],
    ['C000000002', COMP, 'WC'],
    ['C000000003', COMP, 'CI'],
  ] as const)
    await practice.bill(number, 'SILENT1', { coverage: { ...coverage, payerId, claimFilingIndicator } });
  await rounds(both);
  expect(await numbersAt(other)).toEqual(['C000000001', 'C000000002']);
  expect(await numbersAt(main)).toEqual(['C000000003']);
});

test('paused while its session opens, nothing more goes out by it; let go on, the file leaves as it was', async () => {
  const sandbox = await testSandbox();
  let whileConnecting = async () => {};
  const practice = await testPractice({
    connect: async (target, signal) => {
      const session = await connectSftp(target, signal);
      await whileConnecting();
      return session;
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const setPausedAt = (at: UtcInstant | null) =>
    practice.store.transaction((db) => setPaused({ ...practice.scope, db }, MAIN_CONNECTION, at));
  whileConnecting = () => setPausedAt(practice.runtime.now());
  await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await sandbox.received()).toEqual([]);
  whileConnecting = async () => {};
  await setPausedAt(null);
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(await numbersAt(sandbox)).toEqual(['C000000001']);
});

test('while answers come by it a connection can not be removed; nor while its file is in doubt', async () => {
  const both = await twoConnections();
  const { other, practice } = both;
  const end = () => endConnection({ ...practice, practiceId: PRACTICE }, null, '2');
  await billComp(practice, 'C000000001', 'SILENT1');
  other.faults.dropAtConnect = true;
  await practice.worker.runOnce();
  expect(await end()).toMatchObject({
    ok: false,
    error: { why: expect.stringContaining('1 file is on the way by Clearinghouse 2.') },
  });
  other.faults.clear();
  await rounds(both);
  expect(await end()).toMatchObject({
    ok: false,
    error: { why: expect.stringContaining('1 claim that left by it waits for answers') },
  });
});

test('claims that wait follow a changed route; what is in a file leaves as it was', async () => {
  const both = await twoConnections();
  const { main, other, practice } = both;
  main.faults.dropAtConnect = true;
  other.faults.dropAtConnect = true;
  const frozen = await billComp(practice, 'C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
  const follows = await billComp(practice, 'C000000002', 'SILENT2');
  await practice.route('2');
  main.faults.clear();
  other.faults.clear();
  await rounds(both);
  expect(await numbersAt(other)).toEqual(['C000000001']);
  expect(await numbersAt(main)).toEqual(['C000000002']);
  for (const claim of [frozen, follows]) expect(await practice.status(claim)).toBe('file-accepted');
});

test('before a connection’s first day its payers go by the main one, and from that day on by it', async () => {
  const both = await twoConnections();
  const { main, other, practice } = both;
  const startsOn = ['2026-11-24'].find(isIsoDate);
  await practice.connect(settingsFor(other, { startsOn }), other.password, '2');
  await billComp(practice, 'C000000001', 'SILENT1');
  await rounds(both);
  expect(await numbersAt(main)).toEqual(['C000000001']);
  const { others } = await practice.exchange();
  expect(others[0]?.notices).toEqual([
    'Clearinghouse 2 is used from 2026-11-24 on: until then its payers go by Sandbox clearinghouse.',
  ]);
  practice.runtime.moveClock(2 * DAY);
  await billComp(practice, 'C000000002', 'SILENT2');
  await rounds(both);
  expect(await numbersAt(other)).toEqual(['C000000002']);
});

test.each([
  ['live', 'test'],
  ['test', 'live'],
] as const)(
  'a claim billed for a connection in %s mode never leaves by one in %s mode',
  async (billedIn, mode) => {
    const both = await twoConnections();
    const { main, other, practice } = both;
    await practice.connect(settingsFor(main, { mode: billedIn }), main.password);
    await practice.connect(settingsFor(other, { mode }), other.password, '2');
    await practice.route('2');
    const claim = await billComp(practice, 'C000000001', 'W1');
    await practice.route('2', COMP);
    await rounds(both);
    const [event] = (await listEvents(practice.scope, claim)).slice(-1);
    expect(event?.fact).toMatchObject({
      type: 'withheld',
      message: expect.stringContaining(`was billed while the account was in ${billedIn} mode`),
    });
    expect([...(await numbersAt(main)), ...(await numbersAt(other))]).toEqual([]);
    const { notices, others } = await practice.exchange();
    expect([...notices, ...(others[0]?.notices ?? [])]).toEqual([
      expect.stringContaining('is in test mode: claims that go by it reach no payer.'),
    ]);
  },
);

test('what comes by a test account is no word on claims that left live by another, be it of money', async () => {
  const { main, practice } = await twoConnections();
  await practice.connect(settingsFor(main, { mode: 'live' }), main.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await main.idle();
  // The test account finds the answers first.
  await practice.connect({ ...settingsFor(main, { mode: 'live' }), port: await freePort() }, main.password);
  await practice.connect(settingsFor(main), main.password, '2');
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
  expect(await practice.outboundStates()).toEqual(['sent']);
  const reasons = (await practice.files()).flatMap(({ reason }) => reason ?? []);
  expect(reasons.filter((reason) => reason.includes('in the other mode'))).not.toEqual([]);
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['needs-person']);
});

test('an 835 that comes by both connections is posted once', async () => {
  const both = await twoConnections();
  const { main, practice } = both;
  const claim = await practice.bill('C000000001', 'W1');
  await rounds(both);
  expect(await practice.status(claim)).toBe('paid');
  const facts = await practice.facts(claim);
  // The other account is moved to the same house, where all of it lies still.
  await practice.connect(settingsFor(main), main.password, '2');
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(facts);
  expect(await practice.remittances()).toHaveLength(1);
});

test('of a further connection in trouble the sentence names it, and the command that sets it and no other', async () => {
  const { other, practice } = await twoConnections();
  await practice.connect(settingsFor(other, { overrides: { maximumFailedLogins: 1 } }), 'wrong', '2');
  await practice.worker.runOnce();
  const { state, others } = await practice.exchange();
  expect([state, others[0]?.state]).toEqual(['ok', 'login-stopped']);
  expect(others[0]?.message).toBe(
    'Clearinghouse 2 refused the log-in 1 times, so Claimside stopped trying. Set the right password in Options, or with claimside clearinghouse set --connection "Clearinghouse 2"; claims wait until then.',
  );
});
