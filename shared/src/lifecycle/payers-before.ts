/** What the payers decided that were billed before the last one: what they refused stays theirs to be asked for. */
import { type Cents, cents, type IsoDate, sumCents, type UtcInstant } from '../values/index.ts';
import { type Account, turnsOfClaims } from './account.ts';
import { sharesOf } from './buckets.ts';
import { agreedOn } from './contract.ts';
import { decisionsIn, isDenial } from './denial.ts';
import type { ClaimPaymentFact } from './events.ts';
import { countingAccount } from './instead.ts';
import { distinctPayments, isReversal, turnsOf } from './payments.ts';
import { paymentId } from './refunds.ts';

export interface PayerBefore {
  /** 1 is the first payer's. */
  readonly turn: number;
  /** Of the claim in the account that was its last: an appeal is about that one. */
  readonly place: number;
  /** What counts of its decisions, the first one first. */
  readonly payments: readonly ClaimPaymentFact[];
  /** Of what is open, how much it refused, or took back. */
  readonly refused: Cents;
  /** It took back all that it had decided, and has not decided anew. */
  readonly isTakenBack: boolean;
  /** Its last decision, or when it took that back: by whose date the time to appeal runs. */
  readonly decidedOn: IsoDate | null;
  /** When we learnt that. */
  readonly since: UtcInstant;
  readonly payerClaimControlNumber: string | null;
}

/** The first one first; `open` is what is open on the account. */
export function payersBefore(charge: Cents, sent: Account, open: Cents): PayerBefore[] {
  const account = countingAccount(sent);
  const turns = turnsOfClaims(account);
  const earlier = [...new Set(turns)].filter((turn) => turn !== turns.at(-1));
  return earlier.flatMap((turn): PayerBefore[] => {
    const events = account.flatMap((each, place) => (turns[place] === turn ? each : []));
    const known = decisionsIn(events, charge);
    const turnOf = turnsOf(known);
    const first = Math.min(...known.map(turnOf));
    // What one says that it sent the claim on to is another's.
    const decisions = known.filter((payment) => turnOf(payment) === first);
    const back = decisions.length === 0 ? distinctPayments(events).filter(isReversal).at(-1) : undefined;
    if (decisions.length === 0 && !back) return [];
    const last = decisions.at(-1) ?? back;
    const numbers = [...decisions, ...(back ? [back] : [])].flatMap(({ payerClaimControlNumber: number }) =>
      number === '' ? [] : number,
    );
    const denied = decisions.filter(isDenial).map((payment) => sharesOf(payment).refused);
    const rest = decisions.filter((payment) => !isDenial(payment));
    // What it took off by contract is open as well, once it has taken all of its decision back.
    const takenBack = cents(back ? -(back.paid + sharesOf(back).contractual) : 0);
    const refused = sumCents([...denied, agreedOn(charge, rest, () => true).refused, takenBack]);
    return [
      {
        turn,
        place: turns.lastIndexOf(turn),
        payments: decisions,
        refused: cents(Math.max(Math.min(refused, open), 0)),
        isTakenBack: back !== undefined,
        decidedOn: last?.paymentDate ?? null,
        since: learntAt(account, last),
        payerClaimControlNumber: numbers.at(-1) ?? null,
      },
    ];
  });
}

/** For the first time. */
function learntAt(account: Account, decision: ClaimPaymentFact | undefined): UtcInstant {
  const at = account
    .flat()
    .flatMap((event) =>
      decision && event.fact.type === 'payment' && paymentId(event.fact.payment) === paymentId(decision)
        ? event.at
        : [],
    );
  return at.toSorted()[0] ?? ('' as UtcInstant);
}
