/** The ledger takes only what adds up, once, and the database lets nobody change what was written. */
import { cents } from '@claimside/shared/values';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountBalances, appendToJournal, type Cause, isInJournal } from './journal.ts';
import { ACCOUNTS } from './ledger-accounts.ts';
import { claimNotes } from './schema.ts';
import { AT, openTestStore, type TestStore } from './testing.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

const CAUSE: Cause = { kind: 'deposit', at: AT, source: { kind: 'system' } };
const entries = (debit: number, credit: number) => [
  { account: ACCOUNTS.bank, amount: cents(debit), paymentKey: 'K' },
  { account: ACCOUNTS.remittance, amount: cents(-credit), paymentKey: 'K' },
];

test('entries that do not add up to zero are refused, and nothing of them is written', async () => {
  const { scope, write } = await tests.practice();
  await expect(write((tx) => appendToJournal(tx, CAUSE, 'one', entries(100, 99)))).rejects.toThrow('zero');
  expect(await accountBalances(scope)).toEqual(new Map());
});

test('the same happening is written once, and for each practice by itself', async () => {
  const [first, second] = [await tests.practice(), await tests.practice()];
  const enter = (each: typeof first) =>
    each.write((tx) => appendToJournal(tx, CAUSE, 'one', entries(100, 100)));
  expect([await enter(first), await enter(first), await enter(second)]).toEqual([true, false, true]);
  expect(await accountBalances(first.scope)).toEqual(
    new Map([
      ['bank', 100],
      ['remittance', -100],
    ]),
  );
  expect(await isInJournal(first.scope, 'one')).toBe(true);
});

test('nothing to enter is no transaction', async () => {
  const { scope, write } = await tests.practice();
  expect(await write((tx) => appendToJournal(tx, CAUSE, 'nothing', entries(0, 0)))).toBe(false);
  expect(await isInJournal(scope, 'nothing')).toBe(false);
});

test.each(['journal_transactions', 'journal_entries', 'claim_events', 'claim_notes'])(
  'the database itself refuses to change or delete rows of %s',
  async (table) => {
    const { write, bill, scope } = await tests.practice();
    const claimId = await bill();
    await write((tx) =>
      tx.db.insert(claimNotes).values({
        id: `note of ${claimId}`,
        practiceId: scope.practiceId,
        claimId,
        at: AT,
        deviceId: 'device',
        text: 'TEST',
      }),
    );
    const statement = (text: string) => write((tx) => Promise.resolve(tx.db.run(sql.raw(text))));
    for (const text of [`UPDATE ${table} SET practice_id = practice_id`, `DELETE FROM ${table}`])
      await expect(statement(text)).rejects.toMatchObject({
        cause: expect.objectContaining({ message: expect.stringContaining('append-only') }),
      });
  },
);
