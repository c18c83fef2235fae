/** What the payers decided that were billed before the last one: what they refused stays theirs to be asked for. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import { type Account, turnsOfClaims } from './account.ts';
import { sharesOf } from './buckets.ts';
import { decisionsIn } from './denial.ts';
import type { ClaimPaymentFact } from './events.ts';
import { countingAccount } from './instead.ts';
import { turnsOf } from './payments.ts';

export interface PayerBefore {
  /** Of the claim in the account that was its last: an appeal is about that one. */
  readonly place: number;
  /** What counts of its decisions, the first one first. */
  readonly decisions: readonly ClaimPaymentFact[];
  /** Of what is open, how much it refused. */
  readonly refused: Cents;
  readonly payerClaimControlNumber: string | null;
}

/** The first one first; `open` is what is open on the account. */
export function payersBefore(charge: Cents, sent: Account, open: Cents): PayerBefore[] {
  const account = countingAccount(sent);
  const turns = turnsOfClaims(account);
  const earlier = [...new Set(turns)].filter((turn) => turn !== turns.at(-1));
  return earlier.flatMap((turn): PayerBefore[] => {
    const known = decisionsIn(
      account.flatMap((events, place) => (turns[place] === turn ? events : [])),
      charge,
    );
    const turnOf = turnsOf(known);
    const first = Math.min(...known.map(turnOf));
    // What one says that it sent the claim on to is another's.
    const decisions = known.filter((payment) => turnOf(payment) === first);
    if (decisions.length === 0) return [];
    const numbers = decisions.flatMap(({ payerClaimControlNumber: number }) => (number === '' ? [] : number));
    const refused = sumCents(decisions.map((payment) => sharesOf(payment).refused));
    return [
      {
        place: turns.lastIndexOf(turn),
        decisions,
        refused: cents(Math.max(Math.min(refused, open), 0)),
        payerClaimControlNumber: numbers.at(-1) ?? null,
      },
    ];
  });
}
