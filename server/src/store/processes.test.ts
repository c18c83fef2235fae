import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { beginStart, isAlive, showProcess } from './processes.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'claimside-processes-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('one process starts at a time', async () => {
  const dataDir = folder();
  const first = await beginStart(dataDir);
  expect(await beginStart(dataDir, 0)).toBeUndefined();
  const second = beginStart(dataDir);
  first?.release();
  (await second)?.release();
});

test('a process that is shown lives until it leaves', () => {
  const dataDir = folder();
  expect(isAlive(dataDir, 'one')).toBe(false);
  const shown = showProcess(dataDir, 'one');
  showProcess(dataDir, 'two').release();
  expect([isAlive(dataDir, 'one'), isAlive(dataDir, 'two')]).toEqual([true, false]);
  shown.release();
  expect(isAlive(dataDir, 'one')).toBe(false);
});

test('one that is killed lives no more', async () => {
  const dataDir = folder();
  const code = `import { showProcess } from ${JSON.stringify(join(import.meta.dirname, 'processes.ts'))};
showProcess(${JSON.stringify(dataDir)}, 'killed'); process.stdout.write('shown'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(isAlive(dataDir, 'killed')).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(dataDir, 'killed')).toBe(false);
});
