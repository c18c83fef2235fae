/** On which lists a claim stands, with what is at stake and until when; the same on every day. */
import {
  type AwaitedAnswer,
  type ClaimEvent,
  type ClaimFactType,
  DECIDED_STATUSES,
  decisionsIn,
  doubtOf,
  isAllUnanswered,
  isOpenCapitated,
  isPaidElsewhere,
  patientBalance,
  patientDue,
  REJECTED_STATUSES,
  STATUS_INFO,
  sentBack,
  standingEvents,
  theyHaveIt,
  turnsOf,
} from '../lifecycle/index.ts';
import { type Cents, cents, sumCents, type UtcInstant } from '../values/index.ts';
import { deadlineFor, isNotFiled } from './deadlines.ts';
import type { Worklist, WorkReason } from './lists.ts';
import { shortfall } from './underpaid.ts';
import type { WorkedClaim, WorklistItem } from './worked-claim.ts';

/** What an answer that nobody could act on by itself asks for. */
function asksAfterAnswer(worked: WorkedClaim): WorkReason {
  const { state, events } = worked;
  const answered = { ...state, events };
  const wanted = theyHaveIt(answered);
  if (wanted) return wanted === 'asks' ? 'they-ask' : 'finished-unpaid';
  return doubtOf(answered) === 'unclear' && isNotFiled(worked) ? 'in-doubt' : 'status';
}

/** Whose answer stays away. */
const SILENT: Readonly<Record<AwaitedAnswer, WorkReason>> = {
  'file-acknowledgement': 'clearinghouse-silent',
  'claim-acknowledgement': 'clearinghouse-silent',
  'end-of-pend': 'clearinghouse-silent',
  'payer-acknowledgement': 'payer-silent',
  remittance: 'payer-silent',
  'next-payer-decision': 'next-payer-silent',
  'appeal-decision': 'appeal-late',
};

/** Of all that it asks for, what is done first. */
function whyOf(asked: {
  readonly silent: WorkReason | null;
  readonly isUnanswered: boolean;
  readonly status: WorkReason | undefined;
  readonly isCredit: boolean;
  readonly isShort: boolean;
}): WorkReason {
  if (asked.silent && asked.isUnanswered) return asked.silent;
  if (asked.status) return asked.status;
  if (asked.isCredit) return 'patient-credit';
  return asked.isShort ? 'underpaid' : (asked.silent ?? 'status');
}

/** None for a claim that is settled, closed by a person, or followed by another. */
export function worklistsOf(worked: WorkedClaim): WorklistItem[] {
  const { state, isFollowed } = worked;
  const events = standingEvents(worked.events);
  if (isFollowed || state.isClosed || state.status === 'closed') return [];
  const { status, silence, since, money } = state;
  const due = patientDue(status, money);
  const owedByPatient = cents(Math.max(due, 0));
  const owedToPatient = cents(Math.max(-due, 0));
  const open = cents(Math.max(money.open, 0));
  const short = shortOf(worked);
  // Paid more than the charge: to be sent back, or another claim's.
  const overpaid = cents(Math.max(-money.open, 0));
  const isEven =
    (money.charge > 0 || status === 'voided') &&
    money.open === 0 &&
    patientBalance(money) === 0 &&
    short === 0;
  const isUnheard = money.open === 0 && isUnheardCorrection(worked);
  if (isEven && !isUnheard) return [];
  // What was paid on the claim that it corrects, and what was left to the patient, stay as they are: too much, or too little.
  const asItWas = cents(Math.max(money.paid, 0) + Math.max(money.patientResponsibility, 0));
  const atPayer = isUnheard ? asItWas : cents(Math.max(open, overpaid));
  const items: WorklistItem[] = [];
  // What the patient alone owes runs out at no payer.
  const isPayers = (list: Worklist) =>
    list !== 'patient-balance' && (list !== 'needs-you' || open > 0 || isUnheard || short > 0);
  const put = (list: Worklist, why: WorkReason, from: UtcInstant, amount: Cents) =>
    items.push({
      list,
      why,
      since: from,
      amount,
      ...deadlineFor(worked, list, isPayers(list), from, amount),
    });

  const isLeftToPatient =
    open === 0 && owedByPatient > 0 && !isUnheard && (status === 'partly-paid' || status === 'denied');
  const isWithPatient = isLeftToPatient && isLatest(events, 'patient-billed');
  const needsPerson = (STATUS_INFO[status].needsPerson && !isWithPatient) || owedToPatient > 0;
  // What a payer before refused is asked of it now, whatever becomes of this claim meanwhile.
  const refusing = state.payersBefore.filter(({ refused: each }) => each > 0);
  const refusedBefore = sumCents(refusing.map(({ refused: each }) => each));
  // An appeal to a payer before leaves this claim its own troubles.
  const isSettledHere = DECIDED_STATUSES.includes(status) && open <= refusedBefore;
  const isOwnToDo = state.appeal?.turn !== undefined && ((needsPerson && !isSettledHere) || silence !== null);
  const isWithPayer = state.appeal !== null && silence?.awaited !== 'appeal-decision' && !isOwnToDo;
  const isLeftOut = refusedBefore > 0 && status !== 'denied' && status !== 'partly-paid';
  const isUnanswered = silence !== null && isAllUnanswered(status, silence);
  const lastsSince = isUnanswered ? silence.since : since;
  const decidedSince =
    refusing
      .map((each) => each.since)
      .toSorted()
      .at(-1) ?? since;
  // What a payer before refused is its own to be asked for.
  const isCapitated = refusedBefore === 0 && isOpenCapitated(events, money);
  const asks = isCapitated ? 'capitated' : asksAfterAnswer(worked);
  const isStatus = STATUS_INFO[status].needsPerson && !isWithPatient;
  if ((needsPerson || silence !== null || short > 0) && !isWithPayer)
    put(
      'needs-you',
      whyOf({
        silent: silence && SILENT[silence.awaited],
        isUnanswered,
        status: isStatus ? asks : undefined,
        isCredit: owedToPatient > 0,
        isShort: short > 0,
      }),
      lastsSince,
      cents(Math.max(isUnheard ? asItWas : atPayer + owedByPatient, owedToPatient, short)),
    );
  else if (isLeftOut && !isWithPayer) put('needs-you', 'refused-before', decidedSince, refusedBefore);
  if (REJECTED_STATUSES.includes(status) && !isGivenBack(worked)) put('rejected', 'status', since, atPayer);
  if (status === 'denied' && !isWithPatient && !isAllElsewhere(worked))
    put('denied', 'status', since, isLeftToPatient ? owedByPatient : atPayer);
  if (silence !== null) put('silent', SILENT[silence.awaited], silence.since, atPayer);
  if (isLeftOut) put('partly-paid', 'refused-before', decidedSince, refusedBefore);
  // What waits for another insurance to be billed for it was refused by nobody.
  const refused = cents(open - (state.isNextToBill ? state.leftAtNext : 0));
  if (status === 'partly-paid' && refused > 0) put('partly-paid', asks, since, refused);
  if (short > 0) put('underpaid', 'underpaid', since, short);
  if (owedByPatient > 0) put('patient-balance', 'patient-share', since, owedByPatient);
  return items;
}

/** Paid by a capitation, or a plan that the patient is in: a person says which, and no payer refused it. */
function isAllElsewhere({ events, state }: WorkedClaim): boolean {
  const decisions = decisionsIn(events, state.money.charge);
  return decisions.length > 0 && decisions.every(isPaidElsewhere);
}

/**
 * A replacement or void that nobody has carried out, on an account on which nothing is open: the payer has still to hear of it. Not
 * where it was denied and a person has let money go since, or where what was paid too much went back by hand.
 */
function isUnheardCorrection({ claim, events, state }: WorkedClaim): boolean {
  if (claim.frequency !== '7' && claim.frequency !== '8') return false;
  const isDone = (type: ClaimFactType) => standingEvents(events).some(({ fact }) => fact.type === type);
  if (isGivenBack({ events, state })) return false;
  // What is left to the patient by its own decision was heard.
  const isHeard = state.status === 'partly-paid' || isDone('written-off');
  return state.silence !== null || (STATUS_INFO[state.status].needsPerson && !isHeard);
}

/** What was paid too much went back by hand: what was sent because of it is of no use any more. */
const isGivenBack = ({ events, state }: Pick<WorkedClaim, 'events' | 'state'>): boolean =>
  state.money.open === 0 && (sentBack(standingEvents(events)) ?? 0) !== 0;

/** The first payer's contract is kept, or not, whoever was billed since; not what a person lets stand. */
function shortOf({ first, state, ...worked }: WorkedClaim): Cents {
  const { patientControlNumber, claim, events, contract } = first ?? worked;
  const isFirstPayer = (claim.coverage.rank ?? 'P') === 'P';
  if (!contract || !isFirstPayer) return cents(0);
  // What the next insurance allows is no matter of this one's contract.
  const decisions = decisionsIn(events, state.money.charge);
  const turn = turnsOf(decisions);
  const payments = decisions.filter((payment) => turn(payment) === 1);
  const lines = payments.map((payment) => payment.lines ?? []);
  const short = shortfall({ ...claim, patientControlNumber }, lines, contract);
  return cents(short > state.acceptedUnderpayment ? short : 0);
}

/** True when it was done after the payer's last word. */
function isLatest(events: readonly ClaimEvent[], type: ClaimFactType): boolean {
  const last = (of: ClaimFactType) =>
    events.reduce((latest, { at, fact }) => (fact.type === of && at > latest ? at : latest), '');
  return last(type) > last('payment');
}
