/** Until when something can be done about a claim: the limits of filing and of answering of each payer that somebody has to go back to. */
import type { Claim } from '../claim/index.ts';
import {
  type ClaimEvent,
  type ClaimStatus,
  decisionsIn,
  REJECTED_STATUSES,
  refusedIn,
  STATUS_INFO,
  standingEvents,
  turnsOf,
} from '../lifecycle/index.ts';
import { addDays, type Cents, type IsoDate, isIsoDate, sumCents, type UtcInstant } from '../values/index.ts';
import type { Worklist, WorkReason } from './lists.ts';
import { urgencyOf } from './urgency.ts';
import type { WorkedClaim, WorklistItem } from './worked-claim.ts';

/** Where no limit is known, claims are sorted as if these held: the shortest that are common. No deadline is shown by them. */
const USUAL_DAYS = { filing: 90, appeal: 90, otherwise: 60 } as const;

/** Nobody has said yet that the payer has it, or what was said leaves that in doubt: the filing limit runs. */
const NOT_FILED: readonly ClaimStatus[] = [
  ...REJECTED_STATUSES,
  'sent',
  'file-accepted',
  'pended',
  'at-clearinghouse',
  'unknown',
];

/** What is due of a place on a list with a deadline: that it is filed, or that a payer is answered. */
export const isToFile = (status: ClaimStatus, why: WorkReason): boolean =>
  NOT_FILED.includes(status) && why !== 'refused-before';

/** Whoever asks for more, or calls it finished, has it. */
const isKnownToHave = ({ fact }: ClaimEvent): boolean =>
  fact.type === 'payment' || (fact.type === 'unclear' && fact.theyHaveIt !== undefined);

export const isNotFiled = ({ state, events }: WorkedClaim): boolean =>
  NOT_FILED.includes(state.status) &&
  (state.status !== 'unknown' || !standingEvents(events).some(isKnownToHave));

type Deadline = Pick<WorklistItem, 'deadline' | 'urgency'>;

/** The one that comes first of all that run. */
export function deadlineFor(
  worked: WorkedClaim,
  list: Worklist,
  isPayers: boolean,
  since: UtcInstant,
  amount: Cents,
) {
  const by = (from: IsoDate, days: number | undefined, usual: number): Deadline => ({
    deadline: days === undefined ? null : addDays(from, days),
    urgency: urgencyOf(amount, addDays(from, days ?? usual)),
  });
  const all = isPayers ? limitsOf(worked, list).map((limit) => by(limit.from, limit.days, limit.usual)) : [];
  const [first] = all.toSorted((a, b) => b.urgency - a.urgency);
  return first ?? by(since.slice(0, 10) as IsoDate, undefined, USUAL_DAYS.otherwise);
}

interface Limit {
  readonly from: IsoDate;
  /** The payer's own. */
  readonly days: number | undefined;
  readonly usual: number;
}

const appealLimit = (decidedOn: string | null | undefined, payer: WorkedClaim['payer']): Limit[] =>
  decidedOn !== null && decidedOn !== undefined && isIsoDate(decidedOn)
    ? [{ from: decidedOn, days: payer?.appealDays, usual: USUAL_DAYS.appeal }]
    : [];

/** Of each payer that somebody has to go back to. */
function limitsOf(worked: WorkedClaim, list: Worklist): Limit[] {
  const { claim, events, state, payer, first } = worked;
  const { payersBefore, appeal, decidedBefore, money } = state;
  const payerOf = (turn: number) => worked.payersByTurn?.get(turn);
  const ofFirst = payersBefore.filter(({ turn }) => turn === 1);
  if (list === 'underpaid' && first)
    return ofFirst.flatMap(({ decidedOn, turn }) => appealLimit(decidedOn, payerOf(turn)));
  // It was answered in time; what runs now is the payer's own.
  const asked: Limit[] = appeal
    ? [{ from: appeal.grantedOn ?? appeal.sentOn, days: undefined, usual: USUAL_DAYS.appeal }]
    : payersBefore
        .filter(({ refused }) => refused > 0)
        .flatMap(({ decidedOn, turn }) => appealLimit(decidedOn, payerOf(turn)));
  const isOfThem = list === 'partly-paid' || (list === 'needs-you' && !STATUS_INFO[state.status].needsPerson);
  if (isNotFiled(worked)) {
    if (isOfThem && asked.length > 0) return asked;
    return [
      filingLimit(claim, decidedBefore, payersBefore.at(-1)?.decidedOn ?? null, payer),
      ...(list === 'needs-you' ? asked : []),
    ];
  }
  const isAnothers = asked.length > 0 && money.open <= sumCents(payersBefore.map(({ refused }) => refused));
  const own = appeal || isAnothers ? [] : appealLimit(refusedOn(events, money.charge), payer);
  return [...asked, ...own];
}

/**
 * Until when a claim that nobody has taken is to be filed: a correction from the decision that it corrects, what goes to the next insurance
 * from the decision of the one before, any other from the day of service.
 */
function filingLimit(
  claim: WorkedClaim['claim'],
  decidedBefore: IsoDate | null,
  decidedByOther: string | null,
  payer: WorkedClaim['payer'],
): Limit {
  const [correction] =
    claim.frequency === '7' || claim.frequency === '8' ? appealLimit(decidedBefore, payer) : [];
  if (correction) return correction;
  const from = decidedByOther !== null && isIsoDate(decidedByOther) ? decidedByOther : firstServiceOf(claim);
  return { from, days: payer?.timelyFilingDays, usual: USUAL_DAYS.filing };
}

/** When its own payer last refused something of it, else the last decision: one that it was sent on to is another. */
function refusedOn(events: readonly ClaimEvent[], charge: Cents): string | undefined {
  const decisions = decisionsIn(events, charge);
  const turn = turnsOf(decisions);
  const first = Math.min(...decisions.map(turn));
  const refused = decisions.filter((payment) => turn(payment) === first && refusedIn(payment) > 0);
  return (refused.at(-1) ?? decisions.at(-1))?.paymentDate;
}

function firstServiceOf({ serviceLines }: Pick<Claim, 'serviceLines'>): IsoDate {
  const [first] = serviceLines.map(({ serviceDate }) => serviceDate).sort();
  if (first === undefined) throw new Error('a claim without service lines');
  return first;
}
