/** Answers come in whatever order and as often as the clearinghouse likes: what is known of the claim in the end is the same. */
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

/** A practice that sees only those of the clearinghouse's files that were handed out. */
async function handedOut(memberId: string) {
  const sandbox = await testSandbox();
  const seen = new Set<string>();
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const session = opened.value;
      return {
        ok: true,
        value: {
          ...session,
          async list(...asked: Parameters<typeof session.list>) {
            const listed = await session.list(...asked);
            if (!listed.ok) return listed;
            const files = listed.value.files.filter(({ name }) => seen.has(name));
            return { ok: true as const, value: { ...listed.value, files } };
          },
        },
      };
    },
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', memberId);
  await practice.worker.runOnce();
  await sandbox.idle();
  const folder = join(sandbox.dataDir, 'outbound');
  const names = (await readdir(folder)).sort();
  const handOut = async (name: string) => {
    seen.add(name);
    await practice.worker.runOnce();
  };
  const again = async (name: string) => {
    await copyFile(join(folder, name), join(folder, `AGAIN_${name}`));
    await handOut(`AGAIN_${name}`);
  };
  return { practice, claim, names, handOut, again };
}

async function endOf(
  memberId: string,
  order: (names: readonly string[]) => readonly string[],
  repeated = false,
) {
  const { practice, claim, names, handOut, again } = await handedOut(memberId);
  for (const name of order(names)) {
    await handOut(name);
    if (repeated) await again(name);
  }
  const state = (await practice.facts(claim)).sort();
  return { status: await practice.status(claim), facts: [...new Set(state)], files: names.length };
}

const rotated = (by: number) => (names: readonly string[]) => [...names.slice(by), ...names.slice(0, by)];
const backwards = (names: readonly string[]) => [...names].reverse();

test.each([
  ['REVERSE1', 'paid'],
  ['PAYREJECT1', 'rejected-by-payer'],
  ['PEND1', 'pended'],
])(
  'the answers about member %s come to %s backwards, turned round, and said twice',
  async (memberId, status) => {
    const straight = await endOf(memberId, (names) => names);
    expect(straight).toMatchObject({ status });
    expect(straight.files).toBeGreaterThan(2);
    expect(await endOf(memberId, backwards)).toEqual(straight);
    expect(await endOf(memberId, rotated(1), true)).toEqual(straight);
  },
);
