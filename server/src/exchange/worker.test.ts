/** The worker by itself: woken by a nudge, by a new account, by its timer; ended cleanly. */
import { once } from 'node:events';
import type { LiveEvent } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test('a nudge sends what was just queued, and the answers follow by themselves', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { pollMilliseconds: 50 } }), sandbox.password);
  practice.worker.start();
  const claim = await practice.bill('C000000001', 'W1');
  const paid = whenStatus(practice, claim, 'paid');
  practice.worker.nudge();
  await paid;
  expect(await sandbox.received()).toHaveLength(1);
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
  const { connectSftp } = await import('./sftp-transport.ts');
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

/** Resolves when the claim has got that far. */
async function whenStatus(
  practice: Awaited<ReturnType<typeof testPractice>>,
  claim: string,
  status: string,
): Promise<void> {
  const heard = new EventTarget();
  const stop = practice.news.subscribe(practice.scope.practiceId, (event: LiveEvent) => {
    if (event.type === 'claim-changed') heard.dispatchEvent(new Event('claim'));
  });
  try {
    for (;;) {
      const changed = once(heard, 'claim');
      if ((await practice.status(claim)) === status) return;
      await changed;
    }
  } finally {
    stop();
  }
}
