/** Why a claim needs a person: what its latest answer says, where in the claim the fault most likely is, and what to do. */
import {
  type AdjustmentReason,
  type Advice,
  adviseAdjustments,
  adviseStatus,
  isDecidedByOther,
  remarksOfLine,
  theyHaveIt,
} from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { type Claim, valueAt } from '@claimside/shared/claim';
import {
  type ClaimEvent,
  type ClaimFact,
  type ClaimFactType,
  type ClaimPaymentFact,
  DECIDED_STATUSES,
  decisionsIn,
  distinctPayments,
  isDenial,
  isRefusedBy,
  isReversal,
  lastWords,
  ofLastPayer,
  patientBalance,
  REJECTED_STATUSES,
  refusedIn,
  STATUS_INFO,
  standingEvents,
  type TheyHaveIt,
  turnsOf,
} from '@claimside/shared/lifecycle';
import { matchLines } from '@claimside/shared/matching';
import { formatMoney } from '@claimside/shared/values';
import { labelOf } from '../visit/claim-fields/find.ts';

/** What to do where they have the claim for certain, and it is not decided on here yet; `asker` is who says so. */
const SEND_OR_WAIT: Readonly<Record<TheyHaveIt, (asker: string) => string>> = {
  asks: (asker) =>
    `Send what is asked for to ${asker}, under its claim number and within the time that it names. Then wait for its answer; the claim itself is not sent again.`,
  unpaid: (asker) =>
    `Wait for the remittance: it says why, and brings the ways out. If it does not come, ask ${asker} for it, and type it in under Payments.`,
};

/** Undefined where it is not certain that they have it. */
export function toSendOrWait(
  claim: Pick<ClaimDetail, 'status' | 'events' | 'silence' | 'money' | 'payerName' | 'clearinghouse'>,
): string | undefined {
  const wanted = theyHaveIt(claim);
  if (wanted === null) return undefined;
  const last = claim.events.findLast(({ fact }) => fact.type === 'unclear');
  const isOfClearinghouse = last?.fact.type === 'unclear' && last.fact.by === 'clearinghouse';
  return SEND_OR_WAIT[wanted](
    isOfClearinghouse ? claim.clearinghouse || 'the clearinghouse' : claim.payerName,
  );
}

export interface Why {
  /** The sender's own words; empty where there are none. */
  readonly said: string;
  readonly advice: readonly Reason[];
  /** All that were received, also those of what needs no words. */
  readonly codes: readonly string[];
}

export interface Reason extends Advice {
  /** Who gave it, where that is another than the payer that decided last. */
  readonly payerBefore?: string;
}

/** A place of the claim. */
export interface Where {
  readonly path: string;
  readonly label: string;
  /** What stands there: empty where that is several values, undefined where there is nothing. */
  readonly value: string | undefined;
}

/** A payer before has still to answer an appeal, and this claim has troubles of its own. */
export const isAppealBeside = ({ appeal, status }: Pick<ClaimDetail, 'appeal' | 'status'>): boolean =>
  appeal?.turn !== undefined && STATUS_INFO[status].needsPerson && !DECIDED_STATUSES.includes(status);

/** When the patient was billed for what the last payment left; undefined where that was not done yet. */
export function patientBilledOn(events: readonly ClaimEvent[]): string | undefined {
  const last = standingEvents(events).findLast(
    ({ fact }) => fact.type === 'payment' || fact.type === 'patient-billed',
  );
  return last?.fact.type === 'patient-billed' ? last.at : undefined;
}

/**
 * What is to be done about one reason. Of a denial nothing is let go: what would settle a paid claim leaves all of it open. Nobody is
 * asked for a share that is paid.
 */
export function toDo(
  { id, advice }: Pick<Advice, 'id' | 'advice'>,
  { money }: Pick<ClaimDetail, 'money'>,
): string | undefined {
  if (id === 'patient-share') return patientBalance(money) > 0 ? advice : undefined;
  // Whoever settled something, what is open is not.
  return id === 'earlier-payers' && money.open !== 0 ? undefined : advice;
}

/** What stands where the payer was to decide otherwise, or has cancelled what came after another's decision. */
export function correctionWords(
  claim: Pick<ClaimDetail, 'correction' | 'isNextCancelled' | 'status' | 'silence' | 'payerName' | 'claim'>,
): string | undefined {
  const { payerName, status, silence } = claim;
  if (claim.isNextCancelled)
    return `${payerName} has cancelled its claim. What the insurance before it decided stands: what that one left to the patient is billed to another insurance instead, or is the patient’s.`;
  if (claim.correction === null) return undefined;
  const it = claim.claim.frequency === '8' ? 'cancellation' : 'replacement';
  if (claim.correction === 'given-up')
    return `The ${it} changes nothing, as a person wrote down: it stays as ${payerName} had decided on the claim before it.`;
  const isToChoose = silence !== null || status === 'denied' || REJECTED_STATUSES.includes(status);
  return isToChoose
    ? `What ${payerName} had decided on the claim before it stands meanwhile. Where the ${it} leads nowhere, write that down with “It stays as decided”, and go on from that decision.`
    : undefined;
}

/** What a claim that needs nobody waits for, where its status says too much of it. */
export function waitsFor({ status, events }: Pick<ClaimDetail, 'status' | 'events'>): string | undefined {
  if (status !== 'at-clearinghouse') return undefined;
  const isPast = events.some(({ fact }) => ['clearinghouse-accepted', 'payer-received'].includes(fact.type));
  return isPast ? undefined : 'The clearinghouse has received it, and has not accepted it yet.';
}

/** What an answer is about: with it, advice on a payment says which lines. */
type SentClaim = Pick<ClaimDetail, 'patientControlNumber' | 'claim'> &
  Partial<Pick<ClaimDetail, 'payersBefore'>>;
/** And all that was answered to it. */
type AnsweredClaim = SentClaim &
  Pick<ClaimDetail, 'status' | 'totalCharge' | 'money' | 'events' | 'carried' | 'isNoFurther'> &
  Partial<Pick<ClaimDetail, 'overpayment' | 'isNextToBill' | 'leftAtNext'>>;

function contested(events: readonly ClaimEvent[]): string {
  const isSaid = (...types: readonly ClaimFactType[]) => events.some(({ fact }) => types.includes(fact.type));
  const what = isSaid('clearinghouse-accepted', 'payer-accepted')
    ? 'It was both rejected and accepted, and which came last is not known.'
    : 'It was rejected, and is said to be there all the same.';
  return `${what} Ask ${isSaid('payer-rejected', 'payer-received', 'payer-accepted') ? 'the payer' : 'the clearinghouse'} whether it has the claim: if it does, wait for its answer. The rejection says:`;
}

function tooMuch({ amount, isSure }: NonNullable<ClaimDetail['overpayment']>): string {
  const more = `${formatMoney(amount)} more than the charge`;
  return isSure
    ? `Payers paid ${more}, and all of it is this claim’s. A payment that should not be there is cancelled at the payer, or a corrected claim replaces it. What the payer takes back by a reversal comes by itself; what you send back, or it takes out of another payment, is written down with “Money given back”.`
    : `Payments and what was let go come to ${more}. ${LOOK}`;
}

const LOOK =
  'What does not belong to this claim is taken back in the timeline. Where all of it does, say so under “Paid too much”: then it can be given back, replaced or cancelled.';

/** What stays as it was where the claim that was to change it was refused, or not answered. */
export function stillTooMuch({
  status,
  overpayment,
}: Pick<ClaimDetail, 'status' | 'overpayment'>): string | undefined {
  // There it is all that is said.
  if (!overpayment || status === 'unknown') return undefined;
  return overpayment.isSure
    ? 'What you send back, or the payer takes out of another payment, is written down with “Money given back”. What it takes back by a reversal comes by itself.'
    : LOOK;
}

const NO_FURTHER =
  'No other insurance pays, as a person wrote down: what was left to the patient is the patient’s own.';

const ofPatient = (money: ClaimDetail['money']): readonly Advice[] =>
  adviseAdjustments(
    patientBalance(money) > 0
      ? [{ group: 'PR', reason: '', amount: patientBalance(money), remarkCodes: [] }]
      : [],
    { isDenied: false },
  ).map((advice) => ({ ...advice, codes: [] }));

/** Once a payer has decided, of its decisions that count now; else of the last event that asks for a person. */
export function whyOf(claim: AnsweredClaim): Why | undefined {
  const { events, isContested } = lastWords([...claim.carried, ...claim.events]);
  if (claim.overpayment && claim.status === 'unknown')
    return { said: tooMuch(claim.overpayment), advice: [], codes: [] };
  if (claim.isNoFurther) return { said: NO_FURTHER, advice: ofPatient(claim.money), codes: [] };
  if (DECIDED_STATUSES.includes(claim.status)) {
    const decisions = decisionsIn(events, claim.totalCharge);
    return decisions.length > 0 ? whyOfTurns(decisions, claim) : whyOfReversal(events, claim);
  }
  for (const { fact } of [...events].reverse()) {
    const why = whyOfFact(fact, events);
    // What would mend it is not to be done before somebody has asked.
    if (why) return isContested ? { ...why, said: `${contested(events)} ${why.said}`, advice: [] } : why;
  }
  return undefined;
}

/** What the last payer says; and as long as something is open, what those before it refused that decided under the same number. */
function whyOfTurns(decisions: readonly ClaimPaymentFact[], claim: AnsweredClaim): Why {
  const last = ofLastPayer(decisions);
  const before = decisions.filter((payment) => !last.includes(payment));
  const why = whyOfPayments(last, claim, before);
  const atNext = claim.isNextToBill ? (claim.leftAtNext ?? 0) : 0;
  const turn = turnsOf(decisions);
  const refusing = claim.money.open > atNext ? before.filter((payment) => refusedIn(payment) > 0) : [];
  const advice = [...new Set(refusing.map(turn))].flatMap((each): Reason[] => {
    const payments = refusing.filter((payment) => turn(payment) === each);
    const payerBefore = payments[0]?.payerName ?? '';
    return whyRefused(payments, claim).map((reason) => ({ ...reason, payerBefore }));
  });
  if (advice.length === 0) return why;
  return {
    said: '',
    // What is settled by itself is not spoken of beside what is not.
    advice: [...advice, ...why.advice.filter(({ remedy }) => remedy !== 'none')],
    codes: [...new Set([...codesOf(refusing, claim), ...why.codes])],
  };
}

/** Of decisions that stand together, such as on the parts of a claim that was split; `before`: those of other payers on the same claim. */
export function whyOfPayments(
  payments: readonly ClaimPaymentFact[],
  sent: SentClaim,
  before: readonly ClaimPaymentFact[] = [],
): Why {
  const reasons = payments.flatMap((payment) => reasonsOf(payment, sent).map(({ reason }) => reason));
  const billedBefore = (sent.payersBefore ?? []).flatMap((each) => each.payments);
  const isOtherDecided = isDecidedByOther([...billedBefore, ...before]);
  const advice = adviseAdjustments(reasons, { isDenied: payments.every(isDenial), isOtherDecided });
  return { said: '', advice, codes: codesOf(payments, sent) };
}

/** `An authorization is missing (CO-197)`. */
export const inWords = ({ what, codes }: Pick<Advice, 'what' | 'codes'>): string =>
  `${what.replace(/\.$/, '')} (${codes.join(', ')})`;

/** Why a part was refused, without what the contract takes off and what is the patient's. */
export function whyRefused(payments: readonly ClaimPaymentFact[], sent: SentClaim): Advice[] {
  const reasons = payments.flatMap((payment) =>
    reasonsOf(payment, sent).flatMap(({ reason, isOfRefusal }) => (isOfRefusal ? reason : [])),
  );
  return adviseAdjustments(reasons, { isDenied: payments.every(isDenial) });
}

/** No decision is left, and what was taken back with it is nobody's to act on: why it was, the payer alone can say. */
function whyOfReversal(events: readonly ClaimEvent[], sent: SentClaim): Why {
  return { said: '', advice: [], codes: codesOf(distinctPayments(events).filter(isReversal), sent) };
}

/** Each once: reasons with their remarks, then remarks that stand beside no reason. */
function codesOf(payments: readonly ClaimPaymentFact[], sent: SentClaim): string[] {
  const codes = payments.flatMap((payment) => [
    ...reasonsOf(payment, sent).flatMap(({ reason }) => [
      `${reason.group}-${reason.reason}`,
      ...reason.remarkCodes,
    ]),
    ...(payment.remarkCodes ?? []),
    ...(payment.lines ?? []).flatMap((line) => line.remarkCodes),
  ]);
  return [...new Set(codes)];
}

function whyOfFact(fact: ClaimFact, events: readonly ClaimEvent[]): Why | undefined {
  switch (fact.type) {
    case 'file-rejected':
      return { said: fact.message, advice: [], codes: fact.codes };
    case 'clearinghouse-pended':
    case 'clearinghouse-rejected':
    case 'payer-rejected': {
      // A report that says the same without a code tells less than the answer before it.
      const codes = events.flatMap(({ fact: each }) => (each.type === fact.type ? each.codes : []));
      const known = fact.codes.length > 0 ? fact.codes : [...new Set(codes)];
      return { said: fact.message, advice: adviseStatus(known), codes: known };
    }
    case 'delivery-unknown':
      return {
        said: fact.occupied
          ? 'Another file of the same name lies at the clearinghouse, and nothing was written over it.'
          : fact.sentTo !== undefined
            ? `Its file was being sent to ${fact.sentTo}, and the account is another one since: it may have arrived there or not.`
            : 'The connection broke while its file was sent: it may have arrived or not.',
        advice: [],
        codes: [],
      };
    case 'copy-refused':
      return {
        said: `Its file was sent more than once, and one copy was refused. ${fact.message} The other one may have been taken.`,
        advice: [],
        codes: fact.codes,
      };
    case 'withheld':
    case 'unclear':
      return { said: fact.message, advice: [], codes: [] };
    default:
      return undefined;
  }
}

/** Each adjustment with the remarks that speak of it, and whether it refuses something. */
function reasonsOf(payment: ClaimPaymentFact, sent: SentClaim) {
  const { adjustments, lines = [], remarkCodes = [] } = payment;
  const matches = matchLines(sent.patientControlNumber, sent.claim.serviceLines, lines);
  const ofLines = lines.flatMap((line, at) => {
    const match = matches[at];
    const place = match?.kind === 'matched' ? match.line : undefined;
    return line.adjustments.map((adjustment) => ({
      ...adjustment,
      remarkCodes: remarksOfLine(line, remarkCodes),
      line: place,
    }));
  });
  const ofClaim = adjustments.slice(0, adjustments.length - ofLines.length);
  const all: AdjustmentReason[] = [
    ...ofClaim.map((adjustment) => ({ ...adjustment, remarkCodes })),
    ...ofLines,
  ];
  return all.map((reason) => ({ reason, isOfRefusal: isRefusedBy(reason, payment) }));
}

/** More lines than these are named by nobody one by one. */
const MOST_LINES = 3;

/**
 * The places that a cause names, as far as this claim has them; a place in a line at each line that the answer is about. A cause
 * that names no place in a line names those lines, where the claim has others too.
 */
export function whereOf({ fields, lines }: Advice, claim: Claim): Where[] {
  const count = claim.serviceLines.length;
  const meant = lines.length > 0 ? lines : count === 1 ? [0] : [];
  const named = meant.length > MOST_LINES ? [] : meant;
  const places = fields.flatMap((path) =>
    path.includes('.*') ? named.map((line) => path.replace('.*', `.${line}`)) : [path],
  );
  const isPlaced = fields.some((path) => path.includes('.*'));
  const ofLines = isPlaced || count === 1 || meant.length === count ? [] : named;
  return [
    ...ofLines.map((line) => ({
      path: `serviceLines.${line}`,
      label: `Line ${line + 1}`,
      value: claim.serviceLines[line]?.procedureCode,
    })),
    ...places.flatMap((place): Where[] => {
      const value = valueAt(claim, place);
      if (value === undefined && isOptional(place)) return [];
      return [{ path: place, label: labelOf(place), value: textOf(value) }];
    }),
  ];
}

/** What another person or provider would have to be on the claim for. */
const isOptional = (path: string): boolean =>
  /^(?:subscriber|supervisingProvider|serviceFacility)\./.test(path);

function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  // Modifiers and pointers.
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return value.length > 0 ? value.join(' ') : undefined;
  return typeof value === 'object' ? '' : String(value);
}
