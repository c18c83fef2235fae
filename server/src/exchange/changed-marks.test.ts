/** An account whose marks of tests and live files are changed while a file of it waits. */
import { expect, test } from 'vitest';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test.each([
  ['T', 'P', 'file-failed', 0],
  ['P', 'P', 'sent', 1],
] as const)(
  'a test that was frozen with ISA15 %s, where tests have %s now, is %s: %i leave',
  async (frozenWith, now, status, leaving) => {
    const sandbox = await testSandbox();
    const practice = await testPractice();
    const account = (testIndicator: 'T' | 'P') =>
      settingsFor(sandbox, {
        profileId: 'generic',
        interchange: { receiverId: 'OTHER' },
        overrides: { freezeAfterMilliseconds: 0, testIndicator },
      });
    await practice.connect(account(frozenWith), sandbox.password);
    const claim = await practice.bill('C000000001', 'SILENT1');
    sandbox.faults.dropAtConnect = true;
    await practice.worker.runOnce();
    sandbox.faults.clear();
    expect(await practice.outboundStates()).toEqual(['ready']);
    await practice.connect(account(now), sandbox.password);
    await practice.worker.runOnce();
    expect(await practice.status(claim)).toBe(status);
    await sandbox.idle();
    expect(await sandbox.received()).toHaveLength(leaving);
  },
);
