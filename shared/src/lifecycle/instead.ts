/** A payer that was not the one to bill: another was billed instead, and what the wrong one refused says nothing of the account any more. */
import { type Account, followUpsOf, turnsOfClaims } from './account.ts';
import type { ClaimEvent } from './events.ts';
import { isWrittenDown } from './written-down.ts';

/**
 * What counts of each claim. Of those to a payer in whose place another was billed only what people wrote down of money, and what was paid
 * or taken back: money that a wrong payer moves after all is money.
 */
export function countingAccount(account: Account): Account {
  const turns = turnsOfClaims(account);
  const last = account.map((events, place) =>
    followUpsOf(events).at(-1)?.how === 'instead' ? (turns[place] ?? 0) : 0,
  );
  return account.map((events, place) =>
    last.slice(place).includes(turns[place] ?? 0) ? events.filter(isOfMoney) : events,
  );
}

function isOfMoney({ fact }: ClaimEvent): boolean {
  if (fact.type === 'payment') return fact.payment.paid !== 0;
  return fact.type === 'answer-taken-back' || isWrittenDown(fact);
}
