/** An upload whose outcome can not be seen: the trouble is told, and the file stays to be settled. */
import { expect, test } from 'vitest';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test('trouble while an upload of the wrong size is looked at again shows in the state of the exchange', async () => {
  const sandbox = await testSandbox();
  let looks = 0;
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const sizeOf: typeof opened.value.sizeOf = async () =>
        ++looks === 1
          ? { ok: true, value: 1 }
          : { ok: false, error: { kind: 'trouble', phase: 'open', code: 'TEST' } };
      return { ok: true, value: { ...opened.value, sizeOf } };
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(looks).toBe(2);
  expect(await practice.outboundStates()).toEqual(['sending']);
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });
});
