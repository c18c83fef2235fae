/** Answers at the clearinghouse: removed where the account says so, and never one that may not be here whole. */
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { filesNeedingPersonSince } from '../store/files.ts';
import { lastInboundAt } from '../store/inbound-files.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';
import type { TransportSession } from './transport.ts';

async function connected(
  alter: (session: TransportSession) => Partial<TransportSession> = () => ({}),
  overrides = {},
) {
  const sandbox = await testSandbox();
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      return opened.ok ? ok({ ...opened.value, ...alter(opened.value) }) : opened;
    },
  });
  const settings = settingsFor(sandbox, { overrides: { deleteAfterDownload: true, ...overrides } });
  await practice.connect(settings, sandbox.password);
  const path = (name: string) => join(sandbox.dataDir, 'outbound', name);
  const publish = async (name: string, text: string) => {
    await writeFile(path(name), text);
    await practice.worker.runOnce();
  };
  const lying = () => readdir(join(sandbox.dataDir, 'outbound'));
  return { practice, path, publish, lying };
}

test('an answer is removed only in a later round that lists it as it was stored, so that no end of it is lost', async () => {
  let isWriting = true;
  const { practice, path, publish, lying } = await connected((session) => ({
    async download(folder, file) {
      const content = await session.download(folder, file);
      if (isWriting) await appendFile(path(file.name), 'SECOND HALF');
      isWriting = false;
      return content;
    },
  }));
  await publish('ERA.txt', 'FIRST HALF ');
  expect(await lying()).toEqual(['ERA.txt']);
  await practice.worker.runOnce();
  expect((await practice.files()).map(({ sizeBytes }) => sizeBytes).toSorted()).toEqual([11, 22]);
  expect(await lying()).toEqual(['ERA.txt']);
  await practice.worker.runOnce();
  expect(await lying()).toEqual([]);
});

test('an answer whose writing may only be paused is not removed yet', async () => {
  const { practice, publish, lying } = await connected(() => ({}), { removeAfterMilliseconds: 600_000 });
  await publish('ERA.txt', 'FIRST HALF ');
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(await lying()).toEqual(['ERA.txt']);
  practice.runtime.moveClock(600_000);
  await practice.worker.runOnce();
  expect(await lying()).toEqual([]);
});

test('where no times are told nothing is removed: another file of its name and length would look the same', async () => {
  const { practice, publish, lying } = await connected((session) => ({
    async list(folder) {
      const listed = await session.list(folder);
      if (!listed.ok) return listed;
      return ok({ ...listed.value, files: listed.value.files.map((file) => ({ ...file, modified: 0 })) });
    },
  }));
  await publish('ERA.txt', 'AN ANSWER');
  for (let round = 0; round < 3; round += 1) await practice.worker.runOnce();
  expect((await practice.files()).map(({ name }) => name)).toEqual(['ERA.txt']);
  expect(await lying()).toEqual(['ERA.txt']);
});

test('one that is never handed out waits for a person since it was first asked for, has not come, and stays', async () => {
  const { practice, publish, lying } = await connected(() => ({
    download: async () => err({ kind: 'trouble', phase: 'open', code: '3' }),
  }));
  await publish('ERA.txt', 'AN ANSWER');
  const first = await filesNeedingPersonSince(practice.scope);
  expect(first).toHaveLength(1);
  practice.runtime.moveClock(30 * 86_400_000);
  await practice.worker.runOnce();
  expect(await filesNeedingPersonSince(practice.scope)).toEqual(first);
  expect(await lastInboundAt(practice.scope, practice.connectionId)).toBeUndefined();
  expect(await lying()).toEqual(['ERA.txt']);
});
