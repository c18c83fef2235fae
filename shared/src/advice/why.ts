/** Why a claim needs a person: what its latest answer says, in words and with its codes. */
import type { ClaimDetail } from '../api/index.ts';
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
  refusedIn,
  turnsOf,
} from '../lifecycle/index.ts';
import { matchLines } from '../matching/index.ts';
import { formatMoney } from '../values/index.ts';
import { type AdjustmentReason, type Advice, adviseAdjustments, adviseStatus } from './advise.ts';
import { isDecidedByOther } from './anothers.ts';
import { remarkedAdjustments } from './remarked.ts';

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
    : `Payments and what was let go come to ${more}. ${LOOK_AT_PAYMENTS}`;
}

/** What is to be done where it is not sure that all of it is the claim’s. */
export const LOOK_AT_PAYMENTS =
  'What does not belong to this claim is taken back in the timeline. Where all of it does, say so under “Paid too much”: then it can be given back, replaced or cancelled.';

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
  const all = payments.flatMap((payment) => reasonsOf(payment, sent).map(({ reason }) => reason));
  // What raises a payment, such as an incentive, asks for nothing.
  const reasons = all.filter(({ amount }) => amount >= 0);
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
  const matches = matchLines(sent.patientControlNumber, sent.claim.serviceLines, payment.lines ?? []);
  return remarkedAdjustments(payment).map(({ lineTold, ...adjustment }) => {
    const match = lineTold === undefined ? undefined : matches[lineTold];
    const reason: AdjustmentReason = {
      ...adjustment,
      line: match?.kind === 'matched' ? match.line : undefined,
    };
    return { reason, isOfRefusal: isRefusedBy(reason, payment) };
  });
}
