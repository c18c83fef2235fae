/** What is uncertain of whether they have a claim, by the answers to it, and what is wanted of a person where they do. */
import type { ClaimEvent, TheyHaveIt } from './events.ts';
import { EXCHANGED_ANSWERS } from './events.ts';
import { lastWords } from './last-word.ts';
import type { ClaimMoney } from './money.ts';
import type { Silence } from './silence.ts';
import type { ClaimStatus } from './status.ts';

/** `contested`: rejected and accepted; `silent`: no answer in its time; `unclear`: the answer leaves it open. */
export type Doubt = 'contested' | 'silent' | 'unclear';

interface Answered {
  readonly status: ClaimStatus;
  readonly events: readonly ClaimEvent[];
  readonly silence: Pick<Silence, 'awaited'> | null;
  readonly money: Pick<ClaimMoney, 'open'>;
}

export function doubtOf({ status, silence, events, money }: Answered): Doubt | null {
  const { isContested, events: said } = lastWords(events);
  if (status === 'unknown') {
    if (money.open < 0) return null;
    if (isContested) return 'contested';
    return said.some(({ fact }) => fact.type === 'unclear' && !fact.theyHaveIt) ? 'unclear' : null;
  }
  const awaited = EXCHANGED_ANSWERS.find((each) => each === silence?.awaited);
  return awaited === undefined || awaited === 'next-payer-decision' ? null : 'silent';
}

/** What is wanted of a person where the last word is that they have it; null where that is in doubt, or something else is known. */
export function theyHaveIt(claim: Answered): TheyHaveIt | null {
  if (claim.status !== 'unknown' || claim.money.open < 0 || doubtOf(claim) !== null) return null;
  const asked = lastWords(claim.events).events.findLast(({ fact }) => fact.type === 'unclear');
  return asked?.fact.type === 'unclear' ? (asked.fact.theyHaveIt ?? null) : null;
}
