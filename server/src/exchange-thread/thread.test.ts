/** The exchange in a thread of its own: claims leave by it, and the server hears what it does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveEvent } from '@claimside/shared/api';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { openDataFolder } from '../data-folder.ts';
import { startTrial } from '../exchange/index.ts';
import { settingsFor } from '../exchange/testing.ts';
import { createNews } from '../news.ts';
import { changePractice, connectClearinghouse, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { systemRuntime } from '../runtime.ts';
import { startSandbox } from '../sandbox/index.ts';
import { startExchangeThread } from './start.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-thread-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('what is queued leaves by it, its news and its log are those of the server, and it ends when told', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const runtime = systemRuntime(log);
  const sandbox = await startSandbox({ dataDir: temporaryFolder(), username: 'TRAINING', runtime });
  onTestFinished(() => sandbox.close());
  const folder = await openDataFolder(temporaryFolder(), runtime);
  onTestFinished(folder.close);
  const { practiceId, store } = folder;
  await changePractice(folder, practiceId, null, EXAMPLE_PRACTICE);
  await connectClearinghouse(folder, null, settingsFor(sandbox), sandbox.password);
  const news = createNews();
  const heard: LiveEvent[] = [];
  news.subscribe(practiceId, (event) => heard.push(event));
  const worker = startExchangeThread({ folder, givenKey: undefined, news, processId: 'one' });
  expect(await startTrial({ store, runtime }, practiceId, MAIN_CONNECTION, null)).toMatchObject({ ok: true });
  await worker.runOnce();
  await sandbox.idle();
  expect(await sandbox.received()).toHaveLength(1);
  expect(heard).toContainEqual({ type: 'exchange-changed' });
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ level: 30, msg: 'outbound file', state: 'sent', pid: process.pid }),
  );
  await worker.stop();
  await worker.stop();
});

test('a fault that ends it ends the process, which would go on without sending anything', async () => {
  const start = new URL('./start.ts', import.meta.url).href;
  const code = `
    import { startExchangeThread } from '${start}';
    const log = { level: 'silent' };
    const store = { turns: new SharedArrayBuffer(8) };
    startExchangeThread({ folder: { dataDir: '/nowhere', store, runtime: { log } }, news: {}, processId: 'one' });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'ignore' });
  expect((await once(child, 'exit'))[0]).toBeGreaterThan(0);
});
