/** Lets a practice receive what a scenario holds, dying and starting again where it says, and tells what its ledger then has wrong. */

import { plainCheckNumber } from '../../store/check-numbers.ts';
import { findClaim } from '../../store/claims.ts';
import { accountBalances, entriesOfClaim, paymentBalances } from '../../store/journal.ts';
import { ACCOUNTS } from '../../store/ledger-accounts.ts';
import type { Store } from '../../store/store.ts';
import type { TestStore } from '../../store/testing.ts';
import { fileOf, type PostingPractice, postingPractice } from '../testing-posting.ts';
import { doAct, toldOf } from './acts.ts';
import { entered, enteredTooOften } from './entered.ts';
import { moneyTroubles, type ToldClaim, wordOf } from './money-kept.ts';
import type { Crash, Scenario } from './scenario.ts';
import { differs } from './troubles.ts';

/** Empty when all is posted once and to the cent. */
export async function postingTroubles(tests: TestStore, scenario: Scenario): Promise<string[]> {
  const practice = postingPractice(await tests.practice(), tests.store);
  const claimIds: string[] = [];
  for (const how of scenario.claims) {
    const claimId = claimIds.at(-1);
    claimIds.push(
      await practice.bill(undefined, how && claimId !== undefined ? { claimId, how } : undefined),
    );
  }
  await receive(tests.store, practice, scenario, claimIds);
  return [
    ...(await paymentTroubles(practice, scenario)),
    ...(await claimTroubles(practice, claimIds, scenario.claims)),
    ...(await accountTroubles(practice)),
  ];
}

async function receive(
  store: Store,
  practice: PostingPractice,
  { files, crashes, acts }: Scenario,
  claimIds: readonly string[],
): Promise<void> {
  const left = [...crashes];
  let mortal = dyingStore(store, left.shift());
  /** What was not done is done again after the start; what was, is not done twice. */
  const survive = async (work: (on: Store) => Promise<void>) => {
    for (let isDone = false; !isDone; )
      try {
        await work(mortal);
        isDone = true;
      } catch (error) {
        if (!(error instanceof Dead)) throw error;
        mortal = dyingStore(store, left.shift());
      }
  };
  for (const [index, remittances] of files.entries()) {
    await survive(async (on) => {
      await practice.store(fileOf(...remittances), `FILE${index}.835`, on);
      await practice.interpret(on);
    });
    for (const act of acts.filter(({ afterFile }) => afterFile === index))
      await survive((on) => doAct(practice, on, act, claimIds));
  }
}

class Dead extends Error {}

/** Nothing is written any more once it has died. */
function dyingStore(store: Store, crash: Crash | undefined): Store {
  let transactions = 0;
  let isDead = false;
  return {
    ...store,
    async transaction(work) {
      if (isDead) throw new Dead();
      const dies = transactions === crash?.after;
      transactions += 1;
      if (!dies) return store.transaction(work);
      isDead = true;
      await store.transaction(async (db) => {
        const outcome = await work(db);
        if (!crash?.isCommitted) throw new Dead();
        return outcome;
      });
      throw new Dead();
    },
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Under each payment that is posted stands what it pays, with what no claim was found for. */
async function paymentTroubles(practice: PostingPractice, { remittances }: Scenario): Promise<string[]> {
  const troubles: string[] = [];
  const { accounts, unmatched, takenBackByHand } = await toldOf(practice);
  for (const { key, remittance } of accounts) {
    const balance = (await paymentBalances(practice.scope, [key])).get(key);
    troubles.push(
      ...differs(`${key} announced`, balance?.remittance, remittance.paymentAmount),
      ...differs(`${key} unmatched`, balance?.unmatched, unmatched.get(key) ?? 0),
    );
  }
  const posted = new Set(accounts.map(({ remittance }) => plainCheckNumber(remittance.traceNumber)));
  const left = remittances.filter((each) => !posted.has(plainCheckNumber(each.traceNumber)));
  return [
    ...troubles,
    ...differs('payments of which nothing was posted', left.length, 0),
    ...enteredTooOften(accounts, remittances, takenBackByHand),
  ];
}

/** Each account is paid what was said of its claims, and given to them by hand, and its entries are what its last claim shows. */
async function claimTroubles(
  practice: PostingPractice,
  claimIds: readonly string[],
  hows: Scenario['claims'],
): Promise<string[]> {
  const troubles: string[] = [];
  const { accounts, given } = await toldOf(practice);
  const said = entered(accounts, ({ claims }) => claims);
  const told = async (claimId: string, how: ToldClaim['how']): Promise<ToldClaim> => {
    const number = (await findClaim(practice.scope, claimId))?.summary.patientControlNumber;
    const words = said
      .filter(({ item }) => item.patientControlNumber === number)
      .map(({ item, account }) => wordOf(item, account.remittance.paymentDate));
    return { how, words: [...words, ...(given.get(claimId) ?? [])] };
  };
  for (const ids of accountsOf(claimIds, hows)) {
    const claims: ToldClaim[] = [];
    for (const id of ids)
      claims.push(await told(id, id === ids[0] ? null : (hows[claimIds.indexOf(id)] ?? null)));
    const summary = (await findClaim(practice.scope, ids.at(-1) ?? ''))?.summary;
    if (!summary) return ['a claim is gone'];
    const { money, status, patientControlNumber: number } = summary;
    const { entries } = await entriesOfClaim(practice.scope, ids[0] ?? '');
    const on = (account: string) =>
      sum(entries.filter((entry) => entry.account === account).map(({ amount }) => amount));
    troubles.push(
      ...moneyTroubles(number, claims, money, status),
      ...differs(`${number} in the ledger`, on(ACCOUNTS.remittance), money.paid),
      ...differs(`${number} open`, on(ACCOUNTS.payerReceivable), money.open),
      ...differs(
        `${number} left to the patient`,
        on(ACCOUNTS.patientReceivable),
        money.patientResponsibility,
      ),
      ...differs(`${number} contractual`, on(ACCOUNTS.contractual), money.contractual),
    );
  }
  return troubles;
}

/** The claims of each account, the first one first. */
function accountsOf(claimIds: readonly string[], hows: Scenario['claims']): string[][] {
  const accounts: string[][] = [];
  for (const [index, id] of claimIds.entries())
    if (hows[index]) accounts.at(-1)?.push(id);
    else accounts.push([id]);
  return accounts;
}

/** Debit is credit, and each reason of PLB holds what was said under it. */
async function accountTroubles(practice: PostingPractice): Promise<string[]> {
  const balances = await accountBalances(practice.scope);
  const { accounts } = await toldOf(practice);
  const items = entered(accounts, (each) => each.providerAdjustments).map(({ item }) => item);
  const reasons = [...new Set(items.map(({ reason }) => reason))];
  return [
    ...differs('all entries', sum([...balances.values()]), 0),
    ...reasons.flatMap((reason) =>
      differs(
        `PLB ${reason}`,
        balances.get(`provider-adjustment:${reason}`) ?? 0,
        sum(items.filter((item) => item.reason === reason).map(({ amount }) => amount)),
      ),
    ),
  ];
}
