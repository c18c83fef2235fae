/** A claim that names another insurance behind the last one that has decided: what was left to the patient is that one's to pay first. */
import { payerTurn } from '../codes/index.ts';
import type { Cents } from '../values/index.ts';
import { decisionsIn } from './denial.ts';
import type { ClaimEvent } from './events.ts';
import { turnsOf } from './payments.ts';

/** What of a claim decides on its money. */
export interface Billed {
  /** CLM02. */
  readonly charge: Cents;
  /** Turns of the insurances on the claim behind the one that it goes to: 2 is the second's. */
  readonly nextTurns: readonly number[];
}

/** As much of a claim as tells its payers apart. */
interface OfPayers {
  readonly coverage: { readonly rank?: string | undefined };
  readonly otherCoverages?: readonly { readonly rank?: string | undefined }[] | undefined;
}

export function billedOf(charge: Cents, { coverage, otherCoverages = [] }: OfPayers): Billed {
  const own = payerTurn(coverage.rank ?? 'P') + 1;
  const turns = otherCoverages.map(({ rank }) => payerTurn(rank) + 1);
  return { charge, nextTurns: turns.filter((turn) => turn > own) };
}

/** `events` are those of the claim alone: an insurance behind may have decided under its number. */
export function hasNextToBill({ charge, nextTurns }: Billed, events: readonly ClaimEvent[]): boolean {
  if (nextTurns.length === 0) return false;
  const decisions = decisionsIn(events, charge);
  const last = Math.max(...decisions.map(turnsOf(decisions)));
  return decisions.length > 0 && nextTurns.some((turn) => turn > last);
}
