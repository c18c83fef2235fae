/** What can be done with a claim as it stands: the right thing is offered, the others say why they are not. */
import { type ClaimStatus, REJECTED_STATUSES } from '../lifecycle/index.ts';
import type { Cents } from '../values/index.ts';
import type { Remedy } from './causes.ts';

export const CLAIM_ACTIONS = [
  'resend',
  'replace',
  'void',
  'bill-next',
  'appeal',
  'appeal-answered',
  'bill-patient',
  'take-payment',
  'write-off',
  'close',
  'reopen',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

/** What of a claim decides on its actions. */
export interface ClaimStanding {
  readonly status: ClaimStatus;
  /** It was rejected and accepted, and nobody knows which came last. */
  readonly isContested: boolean;
  /** The number that REF*F8 needs is known. */
  readonly hasPayerNumber: boolean;
  /** A coverage behind the one that was billed. */
  readonly hasNextCoverage: boolean;
  /** The payer has sent the claim on by itself (CLP02 19, 20, 21). */
  readonly isForwarded: boolean;
  /** A replacement or void of it is under way. */
  readonly isBeingReplaced: boolean;
  /** The payer owes an answer to an appeal. */
  readonly isAppealed: boolean;
  readonly open: Cents;
  /** What the patient owes. */
  readonly patientBalance: Cents;
  /** A person took it off the lists. */
  readonly isClosed: boolean;
}

export interface ActionChoice {
  readonly action: ClaimAction;
  readonly isOffered: boolean;
  /** What it does, or why it can't be done now and what to do instead. */
  readonly words: string;
}

const DECIDED: readonly ClaimStatus[] = ['paid', 'partly-paid', 'denied', 'reversed'];

/** Every action once, in a fixed order. */
export function actionsFor(claim: ClaimStanding): ActionChoice[] {
  return CLAIM_ACTIONS.map((action) => {
    const { no, yes } = RULES[action](claim);
    return { action, isOffered: no === undefined, words: no ?? yes };
  });
}

type Rule = (claim: ClaimStanding) => { readonly yes: string; readonly no: string | undefined };

const isRejected = ({ status }: ClaimStanding): boolean => REJECTED_STATUSES.includes(status);
const isDecided = ({ status }: ClaimStanding): boolean => DECIDED.includes(status);
const UNDECIDED = 'The payer has not decided yet. Wait for its answer.';
const TOO_MUCH =
  'Its payments and what was let go add up to more than the charge. Look which of them does not belong to it, and take that back.';
const CANCELLED = 'The payer has cancelled it. Nobody owes anything on it.';
/** Paid, and not to be understood, or cancelled, is not the same as not decided. */
function whyUndecided({ status, open }: ClaimStanding): string {
  if (status === 'voided') return CANCELLED;
  return status === 'unknown' && open < 0 ? TOO_MUCH : UNDECIDED;
}
const NOT_TAKEN =
  'No payer has taken this claim, so there is nothing to change: correct it and send it again.';
const UNDER_WAY = 'A replacement is under way. Wait for its answer.';

/** Only an adjudicated claim can be changed at the payer, and only by its number. */
function whyNotChanged(claim: ClaimStanding): string | undefined {
  if (isRejected(claim)) return NOT_TAKEN;
  if (!isDecided(claim)) return whyUndecided(claim);
  if (claim.isBeingReplaced) return UNDER_WAY;
  return claim.hasPayerNumber
    ? undefined
    : 'The payer’s number of the claim is not known. It stands on the remittance or is told on the phone; without it the payer takes a second claim for a duplicate.';
}

const RULES: Record<ClaimAction, Rule> = {
  resend: (claim) => ({
    yes: claim.isContested
      ? 'Once you were told that they don’t have it: correct it and send it as a new claim. If they have it, that would be a duplicate.'
      : 'Correct it and send it as a new claim.',
    no:
      isRejected(claim) || claim.isContested
        ? undefined
        : isDecided(claim)
          ? 'The payer has decided on it: sent as new it would be refused as a duplicate. Replace it.'
          : whyUndecided(claim),
  }),
  replace: (claim) => ({
    yes: 'Correct it and send it in place of the first, with the payer’s number.',
    no: whyNotChanged(claim),
  }),
  void: (claim) => ({
    yes: 'Tell the payer to cancel it, as if it had never been sent. What was paid is taken back.',
    no: whyNotChanged(claim),
  }),
  'bill-next': (claim) => ({
    yes: claim.hasNextCoverage
      ? 'Bill the next insurance, with this payer’s decision.'
      : 'Bill another insurance, with this payer’s decision. None is on the claim: you type it.',
    no: !isDecided(claim)
      ? isRejected(claim)
        ? NOT_TAKEN
        : whyUndecided(claim)
      : claim.isForwarded
        ? 'The payer has sent it on to the next insurance: sent again it would be a duplicate.'
        : claim.isBeingReplaced
          ? UNDER_WAY
          : claim.hasNextCoverage || claim.open > 0 || claim.patientBalance > 0
            ? undefined
            : 'Nothing is left for another insurance to pay.',
  }),
  appeal: (claim) => ({
    yes: 'Write to the payer why its decision is wrong.',
    no: !isDecided(claim)
      ? isRejected(claim)
        ? 'A rejected claim was never decided on: correct it and send it again.'
        : whyUndecided(claim)
      : claim.isAppealed
        ? 'An appeal is with the payer. Write down first what it says to that.'
        : claim.open > 0
          ? undefined
          : 'Nothing is open on it.',
  }),
  'appeal-answered': (claim) => ({
    yes: 'Write down what the payer says to the appeal.',
    no: claim.isAppealed ? undefined : 'No appeal waits for an answer.',
  }),
  'bill-patient': (claim) => ({
    yes: 'The patient owes this share by the payer’s decision.',
    no:
      claim.open < 0
        ? TOO_MUCH
        : claim.patientBalance > 0
          ? undefined
          : 'By the payer’s decision the patient owes nothing.',
  }),
  'take-payment': (claim) => ({
    yes: 'Write down what the patient paid.',
    no: claim.status === 'closed' ? 'It was taken back before it was sent.' : undefined,
  }),
  'write-off': (claim) => ({
    yes: 'Let what is open, or what the patient owes, go, with a reason.',
    no:
      claim.status === 'closed' || (isDecided(claim) && claim.open <= 0 && claim.patientBalance <= 0)
        ? 'Nothing is open on it.'
        : isDecided(claim) || isRejected(claim)
          ? undefined
          : whyUndecided(claim),
  }),
  close: ({ status, isClosed, patientBalance }) => ({
    yes: 'Take it off the lists, with a reason. It can always be found again.',
    no:
      isClosed || status === 'closed' || status === 'paid' || (status === 'voided' && patientBalance === 0)
        ? 'It is on no list.'
        : undefined,
  }),
  reopen: ({ isClosed }) => ({
    yes: 'Put it back on the lists.',
    no: isClosed ? undefined : 'It is not closed.',
  }),
};

const BY_REMEDY: Record<Remedy, readonly ClaimAction[]> = {
  correct: ['resend', 'replace'],
  attach: ['resend', 'replace', 'appeal'],
  'other-payer': ['bill-next', 'resend', 'replace'],
  appeal: ['appeal', 'replace'],
  'bill-patient': ['bill-patient', 'appeal'],
  'write-off': ['write-off'],
  ask: [],
  none: [],
};

/** The action that settles what happened, as far as the claim allows it; undefined where a person has to choose. */
export function firstAction(remedies: readonly Remedy[], claim: ClaimStanding): ClaimAction | undefined {
  const offered = new Set(actionsFor(claim).flatMap(({ action, isOffered }) => (isOffered ? action : [])));
  const wanted = remedies.flatMap((remedy) => BY_REMEDY[remedy].find((action) => offered.has(action)) ?? []);
  // Different ways out: a person chooses.
  return new Set(wanted).size === 1 ? wanted[0] : undefined;
}
