/** Which answer a claim waits for, and which it waits for in vain. */
import type { UtcInstant } from '../values/index.ts';
import type { Appeal } from './appeal.ts';
import {
  type AwaitedAnswer,
  type ClaimEvent,
  type ClaimFactType,
  EXCHANGED_ANSWERS,
  type ExchangedAnswer,
} from './events.ts';
import { decides } from './payments.ts';
import type { SentOn } from './sent-on.ts';
import { type ClaimStatus, STATUS_INFO } from './status.ts';

export interface Silence {
  readonly awaited: AwaitedAnswer;
  /** When it was first noticed. */
  readonly since: UtcInstant;
}

/** Nothing else is to be done before it is known what became of the claim, or of the appeal: otherwise its status asks for more. */
export const isAllUnanswered = (status: ClaimStatus, { awaited }: Pick<Silence, 'awaited'>): boolean =>
  awaited === 'appeal-decision' || !STATUS_INFO[status].needsPerson;

/** Nobody acknowledges a claim on paper; so many days billing offices wait for its decision before they ask. */
export const PAPER_DAYS = 45;

const NEVER_LEFT: readonly ClaimFactType[] = ['cancelled', 'withheld'];
const DECIDED: readonly ClaimFactType[] = [
  'payment',
  'clearinghouse-rejected',
  'payer-rejected',
  'file-rejected',
];
const BY_PAYER: readonly ClaimFactType[] = [...DECIDED, 'payer-accepted'];
/** The clearinghouse says that it has the claim, and not that it holds it. */
export const PASSED: readonly ClaimFactType[] = ['clearinghouse-received', 'clearinghouse-accepted'];
const PAST_PEND: readonly ClaimFactType[] = [...BY_PAYER, ...PASSED, 'payer-received'];
const OF_CLAIM: readonly ClaimFactType[] = [...PAST_PEND, 'clearinghouse-pended'];

/** What ends the wait for each; what comes later in the field's order ends the earlier waits too. */
const ENDED_BY: Readonly<Record<ExchangedAnswer, readonly ClaimFactType[]>> = {
  'file-acknowledgement': [...OF_CLAIM, 'file-accepted', ...NEVER_LEFT],
  'claim-acknowledgement': [...OF_CLAIM, ...NEVER_LEFT],
  'end-of-pend': [...PAST_PEND, ...NEVER_LEFT],
  'payer-acknowledgement': [...BY_PAYER, ...NEVER_LEFT],
  remittance: [...DECIDED, ...NEVER_LEFT],
  // What was decided before does not end it: see `SentOn`.
  'next-payer-decision': [...DECIDED, ...NEVER_LEFT],
};

const AWAITED_IN: Readonly<Partial<Record<ClaimStatus, AwaitedAnswer>>> = {
  sent: 'file-acknowledgement',
  'file-accepted': 'claim-acknowledgement',
  pended: 'end-of-pend',
  'at-clearinghouse': 'payer-acknowledgement',
  'with-payer': 'remittance',
};

/**
 * The furthest answer that was noticed to be missing and has not come since; the same for any order and repetition.
 * `isHeld`: the clearinghouse said last that it holds the claim.
 */
export function silenceOf(
  events: readonly ClaimEvent[],
  isHeld: boolean,
  appeal: Appeal | null,
  sentOn: SentOn | null,
): Silence | null {
  for (const [awaited, wait] of [
    ['appeal-decision', appeal],
    ['next-payer-decision', sentOn],
  ] as const) {
    const [since] = wait ? noticedOf(events, awaited, wait).sort() : [];
    if (since !== undefined) return { awaited, since };
  }
  // That a claim was sent on or will be paid ends no wait for the money.
  const said = events.filter(({ fact }) => fact.type !== 'payment' || decides(fact.payment));
  // Asked for more, or told that it is finished: they have answered, and a person has to.
  if (said.some(({ fact }) => fact.type === 'unclear' && fact.theyHaveIt !== undefined)) return null;
  const known = new Set(said.map(({ fact }) => fact.type));
  if (isHeld) for (const type of PASSED) known.delete(type);
  for (const awaited of [...EXCHANGED_ANSWERS].reverse()) {
    if (ENDED_BY[awaited].some((type) => known.has(type))) continue;
    const [since] = noticed(events, awaited).sort();
    if (since !== undefined) return { awaited, since };
  }
  return null;
}

/** What a claim in this status waits for from others; null where nothing, or where it was noticed already that it stays away. */
export function awaitedAnswer(
  status: ClaimStatus,
  events: readonly ClaimEvent[],
  appeal: Appeal | null,
  sentOn: SentOn | null,
): AwaitedAnswer | null {
  if (appeal) return noticedOf(events, 'appeal-decision', appeal).length > 0 ? null : 'appeal-decision';
  if (sentOn)
    return noticedOf(events, 'next-payer-decision', sentOn).length > 0 ? null : 'next-payer-decision';
  const awaited = AWAITED_IN[status];
  return awaited === undefined || noticed(events, awaited).length > 0 ? null : awaited;
}

/** Of this appeal, or this sending on, and of what it waits for now: each wait is noticed by itself. */
const noticedOf = (
  events: readonly ClaimEvent[],
  awaited: AwaitedAnswer,
  { since }: Appeal | SentOn,
): UtcInstant[] => noticed(events, awaited).filter((at) => at > since);

function noticed(events: readonly ClaimEvent[], awaited: AwaitedAnswer): UtcInstant[] {
  return events.flatMap(({ at, fact }) => (fact.type === 'silent' && fact.awaited === awaited ? at : []));
}
