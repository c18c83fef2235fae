/** The ledger says of every claim account what its facts come to, whatever was learnt, in whatever order, how often. */
import {
  type ClaimEvent,
  type ClaimMoney,
  paidByPayment,
  patientBalance,
  sentBack,
} from '@claimside/shared/lifecycle';
import { cents, type IsoDate, sumCents } from '@claimside/shared/values';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findClaim } from './claims.ts';
import { listEvents } from './event-rows.ts';
import { accountBalances, entriesOfClaim, paymentBalances } from './journal.ts';
import { ACCOUNTS } from './ledger-accounts.ts';
import { openTestStore, type TestLedger, type TestStore } from './testing.ts';
import { follow, PAID, payment, reversalOf, steps } from './testing-histories.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

const balanceOf = async ({ scope }: TestLedger, claimAccount: string) => {
  const { entries } = await entriesOfClaim(scope, claimAccount);
  const on = (account: string) =>
    sumCents(entries.filter((entry) => entry.account === account).map((entry) => entry.amount));
  return Object.fromEntries(Object.entries(ACCOUNTS).map(([name, account]) => [name, on(account)]));
};

const stated = (money: ClaimMoney, chargeStands: boolean, remittance: number, sent: number) => ({
  revenue: chargeStands ? cents(0 - money.charge) : 0,
  payerReceivable: chargeStands ? money.open : cents(money.open - money.charge),
  patientReceivable: patientBalance(money),
  contractual: money.contractual,
  otherAdjustment: money.otherAdjustments,
  writtenOff: money.writtenOff,
  remittance,
  refunded: cents(0 - sent),
  // What went back and does not lessen what the claim was paid.
  refundSettled: cents(money.paid - remittance + sent),
  patientCash: money.patientPaid,
  bank: 0,
  unmatched: 0,
});

const OPEN_AGAIN = ['closed', 'file-failed', 'rejected-by-clearinghouse', 'rejected-by-payer'];

test('for any facts, in any order, over claims that follow one another or are taken back', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (done) => {
      const ledger = await tests.practice();
      for (const account of await follow(ledger, done)) {
        const statuses: string[] = [];
        for (const { id } of account)
          statuses.push((await findClaim(ledger.scope, id))?.summary.status ?? '');
        const last = account.at(-1);
        const shown = await findClaim(ledger.scope, last?.id ?? '');
        const money = shown?.summary.money;
        if (!money) throw new Error('a claim is gone');
        const stands = (status: string) => !OPEN_AGAIN.includes(status);
        const isOwed = statuses.some(stands) || money.writtenOff !== 0;
        const learnt: ClaimEvent[] = [];
        for (const { id } of account) learnt.push(...(await listEvents(ledger.scope, id)));
        const remittance = sumCents([...paidByPayment(learnt).values()]);
        const balance = await balanceOf(ledger, account[0]?.id ?? '');
        expect(balance).toEqual(stated(money, isOwed, remittance, sentBack(learnt) ?? 0));
        if (sentBack(learnt) === null) expect(balance.remittance).toBe(money.paid);
      }
      expect(sumCents([...(await accountBalances(ledger.scope)).values()])).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('what the first insurance leaves is the next one`s until that decides; then ledger and claim say the same of the patient', async () => {
  const ledger = await tests.practice();
  const first = await ledger.bill();
  await ledger.learn(first, payment(1, 20_000));
  const second = await ledger.bill(cents(28_100), { claimId: first, how: 'next-payer' });
  expect(await balanceOf(ledger, first)).toMatchObject({ payerReceivable: 2_000, patientReceivable: 0 });
  const denial = payment(2, 0, {
    claimStatusCode: '4',
    adjustments: [
      { group: 'OA', reason: '23', amount: cents(26_100) },
      { group: 'PR', reason: '96', amount: cents(2_000) },
    ],
  });
  await ledger.learn(second, denial);
  expect(await balanceOf(ledger, first)).toMatchObject({
    payerReceivable: 0,
    patientReceivable: 2_000,
    contractual: 6_100,
    remittance: 20_000,
  });
});

test('what is let go of a rejected claim had been owed', async () => {
  const ledger = await tests.practice();
  const claim = await ledger.bill();
  await ledger.learn(
    claim,
    { type: 'payer-rejected', codes: [], message: '' },
    { type: 'written-off', of: 'payer', amount: cents(28_100), reason: 'filing-deadline-passed' },
  );
  expect(await balanceOf(ledger, claim)).toMatchObject({
    revenue: -28_100,
    payerReceivable: 0,
    writtenOff: 28_100,
  });
});

test('what went back to a payer left the practice, and is settled by the payer`s own reversal and PLB', async () => {
  const ledger = await tests.practice();
  const claim = await ledger.bill();
  const [again, of] = [
    payment(2, 10_000),
    { paymentKey: '1999999999|CHECK2|10000|2026-11-24', contentHash: '2', checkNumber: 'CHECK2' },
  ];
  await ledger.learn(claim, PAID, again);
  const back = { amount: cents(10_000), paidOn: '2026-11-27' as IsoDate, reference: '1001', of } as const;
  await ledger.learn(claim, { type: 'refunded', how: 'sent', ...back });
  const paidOnce = { revenue: -28_100, payerReceivable: 0, contractual: 16_100, patientReceivable: 2_000 };
  expect(await balanceOf(ledger, claim)).toMatchObject({
    ...paidOnce,
    remittance: 20_000,
    refunded: -10_000,
    refundSettled: 0,
  });
  await ledger.learn(claim, reversalOf(3, again));
  expect(await balanceOf(ledger, claim)).toMatchObject({
    ...paidOnce,
    remittance: 10_000,
    refunded: -10_000,
    // Until the payer says by PLB 72 that it has the check.
    refundSettled: 10_000,
  });
});

test('what a payer took out of another payment stands against the PLB that says so', async () => {
  const ledger = await tests.practice();
  const claim = await ledger.bill();
  await ledger.learn(claim, payment(1, 29_100, { adjustments: [] }), {
    type: 'refunded',
    how: 'taken',
    amount: cents(1_000),
    paidOn: '2026-11-27' as IsoDate,
    reference: 'EFT9',
  });
  expect(await balanceOf(ledger, claim)).toMatchObject({
    payerReceivable: 0,
    remittance: 29_100,
    refunded: 0,
    refundSettled: -1_000,
  });
});

test('each payment has its own: what one check took back stands under that check', async () => {
  const ledger = await tests.practice();
  const claim = await ledger.bill();
  await ledger.learn(claim, reversalOf(2, PAID));
  await ledger.learn(claim, PAID);
  const keys = ['1999999999|CHECK1|10000|2026-11-24', '1999999999|CHECK2|-10000|2026-11-24'];
  const found = await paymentBalances(ledger.scope, keys);
  expect(keys.map((key) => found.get(key)?.remittance)).toEqual([10_000, -10_000]);
  expect(await balanceOf(ledger, claim)).toMatchObject({ revenue: -28_100, payerReceivable: 28_100 });
});

test('a visit that is billed anew counts once: a claim taken back, withheld or rejected owes nothing', async () => {
  const ledger = await tests.practice();
  const [takenBack, withheld, rejected] = [await ledger.bill(), await ledger.bill(), await ledger.bill()];
  await ledger.takeBack(takenBack, null);
  await ledger.learn(withheld, { type: 'withheld', message: '' });
  await ledger.learn(rejected, { type: 'payer-rejected', codes: [], message: '' });
  for (const claim of [takenBack, withheld, rejected])
    expect(await balanceOf(ledger, claim)).toMatchObject({ revenue: 0, payerReceivable: 0 });
  await ledger.bill(cents(30_000), { claimId: rejected, how: 'resend' });
  expect(await balanceOf(ledger, rejected)).toMatchObject({ revenue: -30_000, payerReceivable: 30_000 });
});

test('until the payer has carried a void out the charge stands, as the claim says, also after it was rejected and sent again', async () => {
  const ledger = await tests.practice();
  const claim = await ledger.bill();
  await ledger.learn(claim, PAID);
  const voiding = await ledger.bill(undefined, { claimId: claim, how: 'void' });
  // What the first decision left to the patient is the payer's to decide on again.
  const underWay = {
    revenue: -28_100,
    payerReceivable: 2_000,
    patientReceivable: 0,
    contractual: 16_100,
    remittance: 10_000,
  };
  expect(await balanceOf(ledger, claim)).toMatchObject(underWay);
  await ledger.learn(voiding, { type: 'payer-rejected', codes: [], message: '' });
  expect(await balanceOf(ledger, claim)).toMatchObject({
    ...underWay,
    payerReceivable: 0,
    patientReceivable: 2_000,
  });
  const again = await ledger.bill(undefined, { claimId: voiding, how: 'resend' });
  expect(await balanceOf(ledger, claim)).toMatchObject(underWay);
  await ledger.learn(again, { type: 'payer-accepted' }, reversalOf(2, PAID));
  expect((await findClaim(ledger.scope, again))?.summary.status).toBe('voided');
  expect(Object.values(await balanceOf(ledger, claim)).filter((amount) => amount !== 0)).toEqual([]);
});
