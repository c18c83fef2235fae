/** The worker by itself: woken by a nudge, by a new account, by its timer; ended cleanly. */
import { EventEmitter, once } from 'node:events';
import type { LiveEvent } from '@claimside/shared/api';
import { expect, test, vi } from 'vitest';
import { decideDelivery } from './decide-delivery.ts';
import { connectSftp } from './sftp-transport.ts';
import { PRACTICE, settingsFor, type TestPractice, testPractice, testSandbox } from './testing.ts';

const MINUTE = 60_000;

test('started, it sends and fetches the answers by itself', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { pollMilliseconds: 50 } }), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  const paid = whenStatus(practice, claim, 'paid');
  practice.worker.start();
  await paid;
  expect(await sandbox.received()).toHaveLength(1);
});

test('a nudge wakes it at once for a claim that was just queued', async () => {
  const sandbox = await testSandbox();
  const loop = sleeper();
  const practice = await testPractice({ wait: loop.wait });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  const asleep = loop.asleep();
  practice.worker.start();
  await asleep;
  const claim = await practice.bill('C000000001', 'SILENT1');
  const sent = whenStatus(practice, claim, 'sent');
  practice.worker.nudge();
  await sent;
});

test('a clock that ran ahead and is set right does not hold up the next look for as long', async () => {
  const sandbox = await testSandbox();
  const loop = sleeper();
  let looks = 0;
  const practice = await testPractice({
    wait: loop.wait,
    connect: (target, signal) => {
      looks += 1;
      return connectSftp(target, signal);
    },
  });
  await practice.connect(settingsFor(sandbox, { overrides: { pollMilliseconds: MINUTE } }), sandbox.password);
  practice.runtime.moveClock(10 * 60 * MINUTE);
  await practice.worker.runOnce();
  practice.runtime.moveClock(-10 * 60 * MINUTE);
  const asleep = loop.asleep();
  practice.worker.start();
  await asleep;
  expect(looks).toBe(1);
  practice.runtime.moveClock(2 * MINUTE);
  loop.timeIsUp();
  await vi.waitFor(() => expect(looks).toBe(2), { timeout: 30_000 });
});

test('stopped in the midst of a round it ends, and what was begun is settled after the next start', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  const round = practice.worker.runOnce();
  await practice.worker.stop();
  await round;
  expect(['queued', 'sent']).toContain(await practice.status(claim));
});

test('nudges while a round runs lead to one more round, not to two at once', async () => {
  const sandbox = await testSandbox();
  let open = 0;
  let most = 0;
  const practice = await testPractice({
    connect: async (target, signal) => {
      most = Math.max(most, ++open);
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      return {
        ok: true,
        value: {
          ...opened.value,
          close: async () => {
            await opened.value.close();
            open -= 1;
          },
        },
      };
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'SILENT1');
  practice.worker.start();
  const claim = await practice.bill('C000000002', 'SILENT2');
  const accepted = whenStatus(practice, claim, 'file-accepted');
  for (let nudges = 0; nudges < 20; nudges += 1) practice.worker.nudge();
  await Promise.all([practice.worker.runOnce(), practice.worker.runOnce(), practice.worker.runOnce()]);
  await sandbox.idle();
  await practice.worker.runOnce();
  await accepted;
  expect(most).toBe(1);
});

test('an account that is set anew is tried at once, also after the log-in was stopped', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { maximumFailedLogins: 1 } }), 'wrong password');
  const claim = await practice.bill('C000000001', 'SILENT1');
  const stopped = whenExchange(practice, 'login-stopped');
  practice.worker.start();
  await stopped;

  const sent = whenStatus(practice, claim, 'sent');
  await practice.connect(settingsFor(sandbox), sandbox.password);
  // The worker looks at all accounts once a minute; a nudge only brings that forward.
  practice.worker.nudge();
  await sent;
  expect(await practice.exchange()).toMatchObject({ state: 'ok' });
});

test('a nudge brings no round to a practice that has nothing to send', async () => {
  const sandbox = await testSandbox();
  let connections = 0;
  const loop = sleeper();
  const practice = await testPractice({
    connect: (target, signal) => {
      connections += 1;
      return connectSftp(target, signal);
    },
    wait: loop.wait,
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  let asleep = loop.asleep();
  practice.worker.start();
  await asleep;
  asleep = loop.asleep();
  practice.worker.nudge();
  await asleep;
  // Waits for a round under way, if there is one, before its own.
  await practice.worker.runOnce();
  expect(connections).toBe(2);
});

test('visits billed within a minute share a file, which leaves when the first of them is a minute old', async () => {
  const sandbox = await testSandbox();
  const loop = sleeper();
  const practice = await testPractice({ wait: loop.wait });
  const overrides = { freezeAfterMilliseconds: MINUTE, pollMilliseconds: 240 * MINUTE };
  await practice.connect(settingsFor(sandbox, { overrides }), sandbox.password);
  await practice.worker.runOnce();
  const first = await practice.bill('C000000001', 'SILENT1');
  let asleep = loop.asleep();
  practice.worker.start();
  await asleep;

  practice.runtime.moveClock(MINUTE / 2);
  const second = await practice.bill('C000000002', 'SILENT2');
  asleep = loop.asleep();
  practice.worker.nudge();
  expect(await asleep).toBeLessThanOrEqual(MINUTE / 2);
  // A round for another reason makes no file of them either. Its end wakes the worker once.
  asleep = loop.asleep();
  await practice.worker.runOnce();
  await asleep;
  expect(await practice.outboundStates()).toEqual([]);

  const sent = whenStatus(practice, second, 'sent');
  practice.runtime.moveClock(MINUTE / 2);
  loop.timeIsUp();
  await sent;
  expect(await practice.status(first)).toBe('sent');
  await sandbox.idle();
  expect((await sandbox.received()).map((file) => file.claims.length)).toEqual([2]);
});

test('a file that a person sends again leaves at once, without a new claim', async () => {
  const sandbox = await testSandbox();
  const loop = sleeper();
  const practice = await testPractice({ wait: loop.wait });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  const asleep = loop.asleep();
  practice.worker.start();
  await asleep;

  const sent = whenStatus(practice, claim, 'sent');
  const file = 'OATEST_837P_20261122_153000_000001.txt';
  await decideDelivery({ ...practice, practiceId: PRACTICE }, file, 'send-again', 'device');
  practice.worker.nudge();
  await sent;
});

/** A worker's timer that never ends by itself: only what wakes the worker moves it, or `timeIsUp`. */
function sleeper() {
  const loop = new EventEmitter();
  return {
    /** Resolves when the worker goes to sleep the next time, to the milliseconds it wants to sleep. */
    asleep: async () => (await once(loop, 'asleep'))[0] as number,
    timeIsUp: () => void loop.emit('up'),
    async wait(milliseconds: number, signal: AbortSignal) {
      const up = once(loop, 'up', { signal }).catch(() => undefined);
      loop.emit('asleep', milliseconds);
      await up;
    },
  };
}

/** Resolves when the exchange is in that state. */
async function whenExchange(practice: TestPractice, state: string): Promise<void> {
  await when(practice, 'exchange-changed', async () => (await practice.exchange()).state === state);
}

/** Resolves when the claim has got that far. */
async function whenStatus(practice: TestPractice, claim: string, status: string): Promise<void> {
  await when(practice, 'claim-changed', async () => (await practice.status(claim)) === status);
}

async function when(
  practice: TestPractice,
  type: LiveEvent['type'],
  isSo: () => Promise<boolean>,
): Promise<void> {
  const heard = new EventTarget();
  const stop = practice.news.subscribe(practice.scope.practiceId, (event) => {
    if (event.type === type) heard.dispatchEvent(new Event('news'));
  });
  try {
    for (;;) {
      const changed = once(heard, 'news');
      if (await isSo()) return;
      await changed;
    }
  } finally {
    stop();
  }
}
