/** What the lists are called, what it means that one is empty, and what each asks for. */
import type { ClaimListName, ListedAppeal, ListedClaim, ListedProgress, Role } from '@claimside/shared/api';
import { patientBalance, STATUS_INFO } from '@claimside/shared/lifecycle';
import { daysBetween, type IsoDate } from '@claimside/shared/values';
import { isToFile, type WorkReason } from '@claimside/shared/worklists';
import { IN_DOUBT, isAppealBeside } from '../why.ts';

/** Answers that fit no claim stand among the lists of claims. */
export type ShownList = ClaimListName | 'unmatched';

/** In the order in which they are worked. */
export const LISTS: readonly (readonly [ShownList, string])[] = [
  ['needs-you', 'Needs you'],
  ['rejected', 'Rejected'],
  ['denied', 'Denied'],
  ['silent', 'Silent'],
  ['unmatched', 'Unmatched'],
  ['partly-paid', 'Partly paid'],
  ['underpaid', 'Underpaid'],
  ['patient-balance', 'Patient owes'],
  ['in-progress', 'In progress'],
  ['paid', 'Paid'],
  ['all', 'All'],
];

/** What needs somebody; for who sees no money, what came back. */
export const firstListOf = (role: Role): 'needs-you' | 'rejected' =>
  role === 'clinician' ? 'rejected' : 'needs-you';

const EMPTY: Readonly<Record<ClaimListName, string>> = {
  'needs-you': 'Nothing needs you. Rejections, denials, silence and unclear answers will stand here.',
  rejected: 'No claim waits to be corrected and sent again.',
  denied: 'No payer has refused to pay.',
  silent: 'Every answer came in its usual time.',
  'partly-paid': 'No payer has refused a part of a claim.',
  underpaid: 'No payer allowed less than its contract says. Contracts stand in Options, Fee schedule.',
  'patient-balance': 'No patient owes a share.',
  'in-progress': 'No claim is on its way. Billed visits stand here until they are paid.',
  paid: 'No claim has been paid in full yet.',
  all: 'No claim yet. Open a finished visit and press Bill this visit.',
};

/** Of an empty list; answers that fit no claim need a person, too. */
export const emptyWords = (list: ClaimListName, unmatched: number): string =>
  list === 'needs-you' && unmatched > 0 ? 'No claim needs you.' : EMPTY[list];

/** `12,000`; a dash while it is not known. */
export const countText = (count: number | undefined): string => count?.toLocaleString('en-US') ?? '–';

const NOT_THE_PATIENTS = 'Look at what was refused, or bill the next insurance.';

/** Of what is told by more than the claim's status. */
const ASKED: Readonly<Record<Exclude<WorkReason, 'status'>, string>> = {
  'clearinghouse-silent': 'Ask the clearinghouse why no answer came.',
  'payer-silent': 'Ask the payer why no answer came.',
  'next-payer-silent': 'Ask the next insurance whether it has the claim.',
  'appeal-late': 'Ask the payer what became of the appeal.',
  'refused-before': 'Appeal what the payer before refused.',
  'in-doubt': IN_DOUBT,
  'they-ask': 'They have it: send what they ask for.',
  'finished-unpaid': 'They call it finished without payment: ask for its remittance if none comes.',
  capitated: 'Write it off where a capitation pays for it, or bill the plan that does.',
  underpaid: 'Compare it with the contract, then ask for the rest, or accept it.',
  'patient-credit': 'Pay back what the patient has paid too much.',
  'patient-share': 'Bill the patient for their share.',
};

const SILENT: readonly WorkReason[] = ['clearinghouse-silent', 'payer-silent', 'next-payer-silent'];

type Asking = Pick<ListedClaim, 'place' | 'status' | 'money' | 'appeal' | 'followedBy'>;

/** A payer that was billed before may owe an answer to an appeal: the claim's own troubles are another matter. */
const isBesideAppeal = (claim: Asking): boolean =>
  claim.place !== null &&
  (SILENT.includes(claim.place.why) || (claim.place.why !== 'refused-before' && isAppealBeside(claim)));

/** What to do next about a claim on a list; empty where nothing is to be done. */
export function nextOf(claim: Asking, today: IsoDate): string {
  const { place, status, money, appeal, followedBy } = claim;
  if (followedBy !== null) return 'Goes on in a newer claim.';
  if (appeal && !isBesideAppeal(claim)) return appealNext(appeal, today);
  if (place && place.why !== 'status') return ASKED[place.why];
  if (status === 'partly-paid' && patientBalance(money) <= 0) return NOT_THE_PATIENTS;
  return STATUS_INFO[status].needsPerson ? STATUS_INFO[status].next : '';
}

/** Since when it waits, how long that usually takes, and what to do once it takes longer. */
function appealNext({ sentOn, grantedOn, usualDays }: ListedAppeal, today: IsoDate): string {
  const [since, waits, ask] = grantedOn
    ? [grantedOn, `Appeal granted ${grantedOn}: waits for the payment`, 'Ask why it was not paid.']
    : [sentOn, `Appealed ${sentOn}: waits for the decision`, 'Ask what became of it.'];
  const days = daysBetween(since as IsoDate, today);
  const waited = days <= 0 ? '' : `, ${days === 1 ? '1 day' : `${days} days`}`;
  return `${waits}${waited} (usually ${usualDays} days).${days > usualDays ? ` ${ask}` : ''}`;
}

/** Days from which a deadline is near. */
const NEAR_DAYS = 14;

export interface DeadlineWords {
  readonly words: string;
  readonly tone: 'bad' | 'warning' | 'neutral';
}

/** `12 days left to file`; undefined where no deadline is known. */
export function deadlineOf(
  { place, status }: Pick<ListedProgress, 'place' | 'status'>,
  today: IsoDate,
): DeadlineWords | undefined {
  if (!place?.deadline) return undefined;
  const days = daysBetween(today, place.deadline as IsoDate);
  const what = isToFile(status, place.why) ? 'to file' : 'to answer';
  if (days < 0) return { words: `Too late ${what} since ${place.deadline}`, tone: 'bad' };
  if (days === 0) return { words: `Last day ${what}`, tone: 'bad' };
  return {
    words: `${days === 1 ? '1 day' : `${days} days`} left ${what}`,
    tone: days <= NEAR_DAYS ? 'warning' : 'neutral',
  };
}
