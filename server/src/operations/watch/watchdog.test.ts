import type { ExchangeStatus } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAIN_CONNECTION } from '../../clearinghouse/index.ts';
import { startTestApp, type TestApp } from '../../http/test-app.ts';
import { connectClearinghouse, EXAMPLE_CONNECTION, pauseConnection } from '../../practice/index.ts';
import { setClockAhead, setPaused } from '../../store/connections.ts';
import { noteRemoteFile } from '../../store/remote-files.ts';
import { noteServer } from '../../store/server-notes.ts';
import { listWatches } from '../../store/watches.ts';
import { createWatchdog, type Watchdog } from './watchdog.ts';

let server: TestApp;
let free: number;
let dog: Watchdog;
beforeEach(async () => {
  server = await startTestApp();
  free = 50e9;
  dog = watchdog();
  await server.store.transaction((db) => noteServer(db, 'backup', server.runtime.now()));
});
afterEach(() => server.close());

const watchdog = () =>
  createWatchdog({ ...server, freeBytes: async () => free, certificateEnds: () => null });

const watchesFor = async (role: 'admin' | 'biller' | 'clinician') => {
  const response = await server.request('GET', '/exchange', { device: await server.pair(role) });
  return ((await response.json()) as ExchangeStatus).watches;
};
const health = async () => {
  const answer = (await (await server.request('GET', '/health')).json()) as {
    watches: { name: string; needsPerson: boolean }[];
  };
  return answer.watches.filter(({ needsPerson }) => needsPerson).map(({ name }) => name);
};

test('what is found is shown to billers with its beginning until it is over, and open sidebars hear of both', async () => {
  await dog.look();
  expect(await watchesFor('biller')).toEqual([]);

  free = 0.5e9;
  await dog.look();
  const since = server.runtime.now();
  server.moveClock(600_000);
  free = 0.4e9;
  await dog.look();
  expect(await watchesFor('biller')).toEqual([
    {
      name: 'disk',
      title: 'The disk is nearly full',
      isGrave: false,
      connectionId: '',
      message: expect.stringContaining('0.4 GB left'),
      since,
    },
  ]);
  expect(await watchesFor('clinician')).toEqual([]);
  expect(await health()).toEqual(['disk']);

  const before = server.published.length;
  free = 50e9;
  await dog.look();
  expect(await watchesFor('biller')).toEqual([]);
  expect(await health()).toEqual([]);
  expect(server.published.slice(before)).toEqual([{ type: 'exchange-changed' }]);
});

test('what only an admin can mend is shown to admins alone', async () => {
  server.moveClock(3 * 86_400_000);
  await dog.look();
  expect(await watchesFor('biller')).toEqual([]);
  expect((await watchesFor('admin')).map(({ name }) => name)).toEqual(['backup']);
  expect(await health()).toEqual(['backup']);
});

test('the gravest is told first, and which of it holds everything back', async () => {
  await server.store.transaction((db) => noteServer(db, 'restored', server.runtime.now()));
  server.moveClock(3 * 86_400_000);
  free = 0.5e9;
  await dog.look();
  expect((await watchesFor('admin')).map(({ name, isGrave }) => [name, isGrave])).toEqual([
    ['restored', true],
    ['disk', false],
    ['backup', false],
  ]);
});

test('the same, found again, is written and told once', async () => {
  free = 0.5e9;
  await dog.look();
  const before = server.published.length;
  await dog.look();
  expect(server.published).toHaveLength(before);
});

test('a clock that went back since the last process is said until the next start', async () => {
  await dog.look();
  server.moveClock(-3 * 3_600_000);
  dog = watchdog();
  await dog.look();
  await dog.look();
  expect(await health()).toEqual(['clock']);
  dog = watchdog();
  await dog.look();
  expect(await health()).toEqual([]);
});

test('a clock that was ahead and is set right is no trouble any more', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  const HOURS = 3 * 3_600_000;
  await server.store.transaction((db) =>
    setClockAhead({ db, practiceId: server.practiceId }, MAIN_CONNECTION, HOURS, server.runtime.now()),
  );
  await dog.look();
  expect(await health()).toEqual(['clock']);
  server.moveClock(-HOURS);
  await dog.look();
  expect(await health()).toEqual([]);
});

test('what a clearinghouse said of our clock is over a day later', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  const now = server.runtime.now();
  await server.store.transaction(async (db) => {
    const scope = { db, practiceId: server.practiceId };
    await setClockAhead(scope, MAIN_CONNECTION, 3 * 3_600_000, now);
    const modified = Date.parse('2036-01-01T00:00:00.000Z');
    const file = { name: 'wrong.txt', size: 1, modified, settled: true, failures: 0, storedAt: now };
    await noteRemoteFile(scope, MAIN_CONNECTION, file);
  });
  await dog.look();
  expect(await health()).toEqual(['clock']);
  server.moveClock(86_400_001);
  await dog.look();
  expect(await health()).toEqual([]);
});

test('of several servers each keeps what it alone knows, until it ends; the rest they say as one', async () => {
  const alive = new Set(['A', 'B']);
  const dogOf = (id: string, ends: number | null) =>
    createWatchdog({
      ...server,
      freeBytes: async () => 0.5e9,
      certificateEnds: () => ends,
      process: { id, isAlive: (other) => alive.has(other) },
    });
  const a = dogOf('A', Date.parse(server.runtime.now()) + 5.5 * 86_400_000);
  const b = dogOf('B', null);
  await a.look();
  const told = await listWatches(server.scope);
  expect(told.map(({ name }) => name)).toEqual(['certificate', 'disk']);
  const before = server.published.length;
  server.moveClock(60_000);
  await b.look();
  await a.look();
  expect(await listWatches(server.scope)).toEqual(told);
  expect(server.published).toHaveLength(before);
  alive.delete('A');
  await b.look();
  expect((await listWatches(server.scope)).map(({ name }) => name)).toEqual(['disk']);
});

test('a disk that does not say how much room it has keeps nothing else from being looked at', async () => {
  dog = createWatchdog({
    ...server,
    freeBytes: () => Promise.reject(new Error('EIO')),
    certificateEnds: () => 0,
  });
  await dog.look();
  expect(await health()).toEqual(['certificate']);
});

test('restored data is told of until an admin has let every connection go on', async () => {
  const at = server.runtime.now();
  await server.store.transaction((db) => noteServer(db, 'restored', at));
  await dog.look();
  // Also where the copy has no account yet.
  expect(await health()).toEqual(['restored']);
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  await server.store.transaction(async (db) => {
    await setPaused({ db, practiceId: server.practiceId }, MAIN_CONNECTION, at);
  });
  await dog.look();
  expect((await watchesFor('biller')).map(({ name }) => name)).toEqual(['restored']);
  expect(await health()).toEqual(['restored']);
  await pauseConnection(server, null, MAIN_CONNECTION, false);
  await dog.look();
  expect(await health()).toEqual([]);
  // A later pause is not about it.
  await server.store.transaction((db) =>
    setPaused({ db, practiceId: server.practiceId }, MAIN_CONNECTION, at),
  );
  await dog.look();
  expect(await health()).toEqual([]);
});

test('ten days before a password has to be changed it says so, and again after it was changed it does not', async () => {
  const DAY = 24 * 3_600_000;
  const reminders = async () => {
    await dog.look();
    return (await listWatches(server.scope)).flatMap(({ name, message }) =>
      name === 'password' ? [message] : [],
    );
  };
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  server.moveClock(79 * DAY);
  expect(await reminders()).toEqual([]);
  server.moveClock(2 * DAY);
  const reminder = [expect.stringContaining('The password for Office Ally was set here on 2026-11-20')];
  expect(await reminders()).toEqual(reminder);
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  expect(await reminders()).toEqual(reminder);
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'another password');
  expect(await reminders()).toEqual([]);
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, '-----BEGIN TEST KEY-----');
  server.moveClock(400 * DAY);
  expect(await reminders()).toEqual([]);
});
