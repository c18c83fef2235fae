/** Answers come in whatever order and as often as the clearinghouse likes: what is known of the claims in the end is the same. */
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileOf } from '../clearinghouse/index.ts';
import { newId } from '../runtime.ts';
import { listEvents } from '../store/claim-events.ts';
import { findClaim } from '../store/claims.ts';
import { insertInboundFile } from '../store/inbound-files.ts';
import { accountBalances } from '../store/journal.ts';
import { copySnapshot } from '../store/snapshot.ts';
import { listWaitingAnswers } from '../store/unmatched-answers.ts';
import { interpretStored } from './interpret/index.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, temporaryFolder, testPractice, testSandbox } from './testing.ts';

/** What the sandbox is asked to say of each claim. */
const MEMBERS = [
  'W1',
  'CHREJECT1',
  'PEND1',
  'PAYREJECT1',
  'DENY1',
  'PARTIAL1',
  'COPAY1',
  'REVERSE1',
  'TAKEBACK1',
  'FOREIGN1',
];

/** A practice whose claims were sent, none of its answers seen yet; and all answers that the clearinghouse has for it. */
async function sentAndAnswered() {
  const sandbox = await testSandbox();
  const folder = await temporaryFolder();
  const practice = await testPractice({
    folder,
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const nothing = async () => ({ ok: true as const, value: { files: [], oddNames: 0, beyondLimit: 0 } });
      return { ok: true, value: { ...opened.value, list: nothing } };
    },
  });
  const settings = settingsFor(sandbox);
  await practice.connect(settings, sandbox.password);
  const claims: string[] = [];
  for (const [index, member] of MEMBERS.entries())
    claims.push(await practice.bill(`C00000000${index}`, member));
  await practice.worker.runOnce();
  await sandbox.idle();
  const base = join(await temporaryFolder(), 'base.db');
  await copySnapshot(join(folder, 'claimside.db'), base);
  const outbound = join(sandbox.dataDir, 'outbound');
  const answers = new Map<string, Buffer>();
  for (const name of (await readdir(outbound)).sort())
    answers.set(name, await readFile(join(outbound, name)));
  return { base, claims, answers, profile: profileOf(settings) };
}

type Sent = Awaited<ReturnType<typeof sentAndAnswered>>;

/** One of the answers; where it is not read at once, it is read in one round with what follows. */
interface Delivery {
  readonly name: string;
  readonly isReadAtOnce: boolean;
}

/** All that is known in the end, without when it was learnt. */
async function endOf({ base, claims, answers, profile }: Sent, deliveries: readonly Delivery[]) {
  const folder = await temporaryFolder();
  await copyFile(base, join(folder, 'claimside.db'));
  const practice = await testPractice({ folder });
  const { store, scope, runtime, connectionId } = practice;
  const { signal: stopping } = new AbortController();
  const context = { ...practice, practiceId: scope.practiceId, profile, stopping };
  for (const [index, { name, isReadAtOnce }] of deliveries.entries()) {
    const bytes = answers.get(name) ?? Buffer.of();
    const file = { id: newId(runtime), name: `${index}_${name}`, bytes, parentId: null, connectionId };
    await store.transaction((db) =>
      insertInboundFile({ ...scope, db }, { ...file, receivedAt: runtime.now() }),
    );
    if (isReadAtOnce) await interpretStored(context);
  }
  await interpretStored(context);
  const known = [];
  for (const id of claims) {
    const summary = (await findClaim(scope, id))?.summary;
    const facts = (await listEvents(scope, id)).map(({ fact }) => JSON.stringify(fact));
    known.push({ status: summary?.status, money: summary?.money, facts: [...new Set(facts)].sort() });
  }
  const accounts = [...(await accountBalances(scope))].filter(([, amount]) => amount !== 0).sort();
  const remittances = (await practice.remittances()).map(({ checkNumber, state, total }) => ({
    checkNumber,
    state,
    total,
  }));
  const waiting = (await listWaitingAnswers(scope, 100)).map(({ amount }) => amount);
  return {
    known,
    accounts,
    remittances: remittances.sort((a, b) => a.checkNumber.localeCompare(b.checkNumber)),
    waiting,
  };
}

test('whatever order the answers come in, once or more, one by one or together: the same is known of all claims', async () => {
  const sent = await sentAndAnswered();
  const names = [...sent.answers.keys()];
  const straight = await endOf(
    sent,
    names.map((name) => ({ name, isReadAtOnce: true })),
  );
  expect(straight.known.map(({ status }) => status)).toEqual([
    'paid',
    'rejected-by-clearinghouse',
    'pended',
    'rejected-by-payer',
    'denied',
    'partly-paid',
    'partly-paid',
    'paid',
    'reversed',
    'with-payer',
  ]);
  expect(names.length).toBeGreaterThan(6);
  expect(straight.waiting).toHaveLength(1);
  const orders = fc
    .tuple(
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.array(fc.constantFrom(...names), { maxLength: 4 }),
      fc.infiniteStream(fc.boolean()),
    )
    .map(([all, again, coins]) =>
      [...all, ...again].map((name) => ({ name, isReadAtOnce: coins.next().value === true })),
    );
  await fc.assert(
    fc.asyncProperty(orders, async (deliveries) => {
      expect(await endOf(sent, deliveries)).toEqual(straight);
    }),
    { numRuns: 15 },
  );
});
