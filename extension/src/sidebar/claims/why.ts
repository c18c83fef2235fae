/** What a claim asks for: where in it the fault most likely is, and what to do. */
import { type Advice, LOOK_AT_PAYMENTS } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { type Claim, valueAt } from '@claimside/shared/claim';
import {
  type ClaimEvent,
  DECIDED_STATUSES,
  doubtOf,
  patientBalance,
  REJECTED_STATUSES,
  STATUS_INFO,
  standingEvents,
  type TheyHaveIt,
  theyHaveIt,
} from '@claimside/shared/lifecycle';
import { labelOf } from '../visit/claim-fields/find.ts';

/** What to do where they have the claim for certain, and it is not decided on here yet; `asker` is who says so. */
const SEND_OR_WAIT: Readonly<Record<TheyHaveIt, (asker: string) => string>> = {
  asks: (asker) =>
    `Send what is asked for to ${asker}, under its claim number and within the time that it names. Then wait for its answer; the claim itself is not sent again.`,
  unpaid: (asker) =>
    `Wait for the remittance: it says why, and brings the ways out. If it does not come, ask ${asker} for it, and type it in under Payments.`,
};

/** What an answer leaves to a person to do; undefined where none does. */
export function toSendOrWait(
  claim: Pick<ClaimDetail, 'status' | 'events' | 'silence' | 'money' | 'payerName' | 'clearinghouse'>,
): string | undefined {
  const wanted = theyHaveIt(claim);
  if (wanted === null)
    return claim.status === 'unknown' && doubtOf(claim) === 'unclear' ? IN_DOUBT : undefined;
  const last = claim.events.findLast(({ fact }) => fact.type === 'unclear');
  const isOfClearinghouse = last?.fact.type === 'unclear' && last.fact.by === 'clearinghouse';
  return SEND_OR_WAIT[wanted](
    isOfClearinghouse ? claim.clearinghouse || 'the clearinghouse' : claim.payerName,
  );
}

export const IN_DOUBT =
  'The answer leaves open whether they have it. Ask them; where they don’t have it, correct it and send it again.';

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
  return (id === 'earlier-payers' || id === 'contract') && money.open !== 0 ? undefined : advice;
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

/** What stays as it was where the claim that was to change it was refused, or not answered. */
export function stillTooMuch({
  status,
  overpayment,
}: Pick<ClaimDetail, 'status' | 'overpayment'>): string | undefined {
  // There it is all that is said.
  if (!overpayment || status === 'unknown') return undefined;
  return overpayment.isSure
    ? 'What you send back, or the payer takes out of another payment, is written down with “Money given back”. What it takes back by a reversal comes by itself.'
    : LOOK_AT_PAYMENTS;
}

/** More lines than these are named by nobody one by one. */
const MOST_LINES = 3;

/**
 * The places that a cause names, as far as this claim has them; a place in a line at each line that the answer is about. A cause
 * that names no place in a line names those lines, where the claim has others too.
 */
export function whereOf({ fields, lines }: Pick<Advice, 'fields' | 'lines'>, claim: Claim): Where[] {
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

/** Of all that it asks for. */
export const pathsAsked = (
  reasons: readonly Pick<Advice, 'fields' | 'lines'>[],
  claim: Claim,
): readonly string[] => reasons.flatMap((one) => whereOf(one, claim).map(({ path }) => path));

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
