import type { ExchangeStatus } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAIN_CONNECTION } from '../../clearinghouse/index.ts';
import { startTestApp, type TestApp } from '../../http/test-app.ts';
import { connectClearinghouse, EXAMPLE_CONNECTION, pauseConnection } from '../../practice/index.ts';
import { setPaused } from '../../store/connections.ts';
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
    { name: 'disk', connectionId: '', message: expect.stringContaining('0.4 GB left'), since },
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
