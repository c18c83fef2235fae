/** Which answer a claim waits for in vain. */
import type { UtcInstant } from '../values/index.ts';
import { AWAITED_ANSWERS, type AwaitedAnswer, type ClaimEvent, type ClaimFactType } from './events.ts';

export interface Silence {
  readonly awaited: AwaitedAnswer;
  /** When it was first noticed. */
  readonly since: UtcInstant;
}

const DECIDED: readonly ClaimFactType[] = [
  'payment',
  'clearinghouse-rejected',
  'payer-rejected',
  'file-rejected',
];
const OF_CLAIM: readonly ClaimFactType[] = [
  ...DECIDED,
  'payer-accepted',
  'clearinghouse-accepted',
  'clearinghouse-pended',
];

/** What ends the wait for each; what comes later in the field's order ends the earlier waits too. */
const ENDED_BY: Readonly<Record<AwaitedAnswer, readonly ClaimFactType[]>> = {
  'file-acknowledgement': [...OF_CLAIM, 'file-accepted', 'cancelled', 'withheld'],
  'claim-acknowledgement': [...OF_CLAIM, 'cancelled', 'withheld'],
  remittance: [...DECIDED, 'cancelled', 'withheld'],
};

/** The furthest answer that was noticed to be missing and has not come since; the same for any order and repetition. */
export function silenceOf(events: readonly ClaimEvent[]): Silence | null {
  const known = new Set(events.map(({ fact }) => fact.type));
  for (const awaited of [...AWAITED_ANSWERS].reverse()) {
    if (ENDED_BY[awaited].some((type) => known.has(type))) continue;
    const noticed = events.flatMap(({ at, fact }) =>
      fact.type === 'silent' && fact.awaited === awaited ? at : [],
    );
    const [since] = noticed.sort();
    if (since !== undefined) return { awaited, since };
  }
  return null;
}
