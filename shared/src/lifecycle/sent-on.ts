/** A claim that its payer has decided on and sent on to the next insurance by itself (CLP02 19, 20, 21), until that has decided. */
import { type Cents, cents, type UtcInstant } from '../values/index.ts';
import { decisionsIn } from './denial.ts';
import type { ClaimEvent, ClaimPaymentFact } from './events.ts';
import { isSentOn, turnsOf } from './payments.ts';
import { standingEvents } from './standing.ts';

export interface SentOn {
  /** What the payer left to the patient: no patient owes it before the next insurance has decided. */
  readonly share: Cents;
  /** When we learnt that it was sent on. */
  readonly since: UtcInstant;
}

/** Null where nothing was left to the next insurance, or it has decided; the same for any order and repetition. */
export function sentOnIn(events: readonly ClaimEvent[], charge: Cents): SentOn | null {
  const decisions = decisionsIn(events, charge);
  const turn = turnsOf(decisions);
  const last = Math.max(...decisions.map(turn));
  const lasts = decisions.filter((decision) => turn(decision) === last);
  const share = lasts
    .flatMap(({ adjustments }) => adjustments)
    .reduce((sum, { group, amount }) => sum + (group === 'PR' ? amount : 0), 0);
  const since = lasts
    .filter(isSentOn)
    .map((decision) => firstLearnt(events, decision))
    .sort()
    .at(-1);
  return since === undefined || share <= 0 ? null : { share: cents(share), since };
}

function firstLearnt(events: readonly ClaimEvent[], decision: ClaimPaymentFact): UtcInstant {
  const isSame = ({ fact }: ClaimEvent) =>
    fact.type === 'payment' &&
    fact.payment.paymentKey === decision.paymentKey &&
    fact.payment.contentHash === decision.contentHash;
  const [first] = standingEvents(events)
    .filter(isSame)
    .map(({ at }) => at)
    .sort();
  return first ?? ('' as UtcInstant);
}
