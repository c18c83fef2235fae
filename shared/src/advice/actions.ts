/** What can be done with a claim as it stands: the right thing is offered, the others say why they are not. */
import {
  type ClaimStatus,
  type CorrectionState,
  DECIDED_STATUSES,
  type Doubt,
  REJECTED_STATUSES,
  STATUS_INFO,
  type TheyHaveIt,
} from '../lifecycle/index.ts';
import type { Cents } from '../values/index.ts';
import type { Remedy } from './causes.ts';

export const CLAIM_ACTIONS = [
  'resend',
  'replace',
  'void',
  'keep-decision',
  'bill-instead',
  'bill-next',
  'appeal',
  'appeal-answered',
  'accept-allowed',
  'no-further-insurance',
  'further-insurance',
  'bill-patient',
  'take-payment',
  'overpaid',
  'refund',
  'write-off',
  'close',
  'reopen',
] as const;
export type ClaimAction = (typeof CLAIM_ACTIONS)[number];

/** What of a claim decides on its actions. */
export interface ClaimStanding {
  readonly status: ClaimStatus;
  /**
   * Why nobody knows whether they have it, undecided as it is: it was rejected and accepted, an answer stays away, or one could not be
   * understood for certain.
   */
  readonly doubt: Doubt | null;
  /** They have it, undecided or without its remittance, and a person has to act. */
  readonly theyHaveIt: TheyHaveIt | null;
  /** The number that REF*F8 needs is known. */
  readonly hasPayerNumber: boolean;
  /** A coverage behind the one that was billed. */
  readonly hasNextCoverage: boolean;
  /** That one pays after every other (`paysLast`), and wants their refusals with the claim. */
  readonly isNextLast: boolean;
  /** The payer has sent the claim on by itself (CLP02 19, 20, 21). */
  readonly isForwarded: boolean;
  /** One that it was sent on to has decided, and did not refuse it. */
  readonly isNextDecided: boolean;
  /** The last turn that has decided, as in `payerTurn`: its own where nothing is decided. */
  readonly lastDecided: number;
  /** The one that it was sent on to has still to decide on what was left to the patient: in its time, or it is late. */
  readonly nextPayer: 'awaited' | 'late' | null;
  /** Of what payers left to the patient, how much waits for another insurance. */
  readonly leftAtNext: Cents;
  /** Another insurance on the claim is to be billed for that first. */
  readonly isNextToBill: boolean;
  /** A person said that no other insurance pays it. */
  readonly isNoFurther: boolean;
  /** It is a replacement or void of a claim that its payer has decided on, which a person may have given up. */
  readonly correction: CorrectionState | null;
  /** Its payer, which came after another one, has cancelled it: what that one decided stands. */
  readonly isNextCancelled: boolean;
  /** A replacement or void of it is under way. */
  readonly isBeingReplaced: boolean;
  /** The payer owes an answer to an appeal. */
  readonly isAppealed: boolean;
  /** Why it was refused: it is not this payer's to pay, or another insurance comes first. */
  readonly isAnothers: boolean;
  /** What its own payer paid, less what went back. */
  readonly paidByPayer: Cents;
  readonly open: Cents;
  /** How much of that payers refused that were billed before this one. */
  readonly refusedBefore: Cents;
  /** Payers paid more than the charge, and none has still to answer: nobody has looked whether all of it is this claim's, or somebody said so. */
  readonly overpaid: 'unsure' | 'sure' | null;
  /** A person let a part of it go. */
  readonly isWrittenOff: boolean;
  /** What the patient owes. */
  readonly patientBalance: Cents;
  /** What the patient is to get back. */
  readonly patientCredit: Cents;
  /** What the payer allowed less than its contract says. */
  readonly underpaidBy: Cents;
  /** A person lets stand what the payer allowed less than that. */
  readonly isUnderpaymentAccepted: boolean;
  /** A person took it off the lists. */
  readonly isClosed: boolean;
}

export interface ActionChoice {
  readonly action: ClaimAction;
  readonly isOffered: boolean;
  /** Somebody is asked first whether they have it: who said that they don't, and when, is written down. */
  readonly asksFirst: boolean;
  /** What it does, or why it can't be done now and what to do instead. */
  readonly words: string;
}

/** Every action once, in a fixed order. */
export function actionsFor(claim: ClaimStanding): ActionChoice[] {
  return CLAIM_ACTIONS.map((action) => {
    const { no, yes, asksFirst = false } = RULES[action](claim);
    return { action, isOffered: no === undefined, asksFirst, words: no ?? yes };
  });
}

type Rule = (claim: ClaimStanding) => {
  readonly yes: string;
  readonly no: string | undefined;
  readonly asksFirst?: boolean;
};

const isRejected = ({ status }: ClaimStanding): boolean => REJECTED_STATUSES.includes(status);
/** What was sent on is with the next payer, and decided on by the first. */
const isDecided = ({ status, nextPayer }: ClaimStanding): boolean =>
  DECIDED_STATUSES.includes(status) || (status === 'with-payer' && nextPayer !== null);
const isSettled = ({ status, underpaidBy, patientCredit }: ClaimStanding): boolean =>
  (status === 'paid' || status === 'voided') && underpaidBy === 0 && patientCredit === 0;
const UNDECIDED = 'The payer has not decided yet. Wait for its answer.';
const TOO_MUCH =
  'Its payments and what was let go add up to more than the charge. Look which of them does not belong to it, and take that back in the timeline; where all of it does, say so first.';
const TOO_MUCH_WORDS = { unsure: TOO_MUCH, sure: 'It was paid too much: that is settled first.' } as const;
const NOT_TOO_MUCH = 'It was not paid more than the charge.';
const CANCELLED = 'The payer has cancelled it. Nobody owes anything on it.';
const CANCELLED_NEXT =
  'This insurance has cancelled its claim. Bill another one instead; what the one before left to the patient is the patient’s otherwise.';
const THEY_HAVE_IT: Readonly<Record<TheyHaveIt, string>> = {
  asks: 'They have it, and wait for what they ask for. Send that; the claim sent again would be a duplicate.',
  unpaid:
    'They have it, and call it finished without payment. Its remittance says why, and is to come first; sent again it would be a duplicate.',
};
/** Not where the payer has still to answer what was sent because of that. */
const whyTooMuch = ({ overpaid }: ClaimStanding): string => (overpaid ? TOO_MUCH_WORDS[overpaid] : UNDECIDED);
/** Paid, and not to be understood, or cancelled, is not the same as not decided. */
function whyUndecided({ status, overpaid, theyHaveIt, correction, doubt }: ClaimStanding): string {
  if (status === 'voided') return CANCELLED;
  if (theyHaveIt) return THEY_HAVE_IT[theyHaveIt];
  if (correction === 'asked' && doubt !== null) return CORRECTION_UNANSWERED;
  return overpaid && status === 'unknown' ? TOO_MUCH_WORDS[overpaid] : UNDECIDED;
}
const NOT_TAKEN =
  'No payer has taken this claim, so there is nothing to change: correct it and send it again.';
const CORRECTION_UNANSWERED =
  'The payer has not answered the correction. Ask it: where nothing will be changed, write down that it stays as decided, and go on from there.';
const CORRECTION_NOT_TAKEN =
  'This correction was not taken, and what the payer had decided before stands. Send it again, or write down that it stays as decided, and go on from there.';
const notTaken = ({ correction }: ClaimStanding): string =>
  correction === 'asked' ? CORRECTION_NOT_TAKEN : NOT_TAKEN;
const ASK_FIRST =
  'Ask first: once you were told that they don’t have it, send it as a new claim. If they have it, that would be a duplicate.';
const RESEND_IN_DOUBT: Readonly<Record<Doubt, string>> = {
  contested:
    'Once you were told that they don’t have it: correct it and send it as a new claim. If they have it, that would be a duplicate.',
  silent: `No answer came in its time. ${ASK_FIRST}`,
  unclear: `The answer does not say for certain whether they have it. ${ASK_FIRST}`,
};
const BILL_NEXT_AFTER: Readonly<Record<NonNullable<ClaimStanding['nextPayer']>, string>> = {
  awaited:
    'The payer has sent it on to the next insurance, which may still decide. Bill that one yourself only once you were told that it does not have it: else it would be a duplicate.',
  late: 'The payer has sent it on, and the next insurance has said nothing in its time. Ask it: once you were told that it does not have it, bill it yourself. If it has it, that would be a duplicate.',
};
const NONE_PAYS =
  'It was written down that no other insurance pays. Where one may after all, write that down first.';
/** Where that can be written down, it is said so; nowhere else. */
function nextMayPay(claim: ClaimStanding): string {
  const why = whyMayPay(claim);
  return `What was left to the patient waits for the next insurance. ${why ?? 'Once it is certain that none pays it, write that down: no other insurance pays.'}`;
}
const APPEAL_WAITS = 'An appeal is with the payer. Write down first what it says to that.';

/** The next insurance has decided, is sure not to have it, or something is wanted of a person: whoever asks it may learn that it does not pay. */
function whyMayPay(claim: ClaimStanding): string | undefined {
  if (claim.isNoFurther) return 'It is written down already.';
  if (claim.leftAtNext <= 0) return 'Nothing that a payer left to the patient waits for another insurance.';
  if (claim.isAppealed) return APPEAL_WAITS;
  if (claim.open < 0) return whyTooMuch(claim);
  const isAsked = isDecided(claim) || isRejected(claim) || claim.doubt !== null;
  return isAsked || STATUS_INFO[claim.status].needsPerson ? undefined : UNDECIDED;
}

/** No payer refused anything: what is open is another insurance's to be billed for. */
const isNextsAlone = ({ isNextToBill, open, leftAtNext, underpaidBy }: ClaimStanding): boolean =>
  isNextToBill && open <= leftAtNext && underpaidBy <= 0;

const UNDER_WAY = 'A replacement is under way. Wait for its answer.';

/** Only an adjudicated claim can be changed at the payer, and only by its number. */
function whyNotChanged(claim: ClaimStanding): string | undefined {
  if (claim.isNoFurther) return NONE_PAYS;
  if (isRejected(claim)) return notTaken(claim);
  if (claim.isNextCancelled) return CANCELLED_NEXT;
  const isLookedAt = claim.status === 'unknown' && claim.overpaid === 'sure';
  if (!isDecided(claim) && !isLookedAt) return whyUndecided(claim);
  if (claim.isBeingReplaced) return UNDER_WAY;
  return claim.hasPayerNumber
    ? undefined
    : 'The payer’s number of the claim is not known. It stands on the remittance or is told on the phone; without it the payer takes a second claim for a duplicate.';
}

function whyNotKept(claim: ClaimStanding): string | undefined {
  if (claim.correction === 'given-up') return 'It is written down already.';
  if (claim.correction === null) return 'It corrects nothing that was decided.';
  if (isRejected(claim) || claim.doubt !== null || claim.status === 'denied') return undefined;
  return isDecided(claim) ? 'The payer has answered it.' : whyUndecided(claim);
}

/** It was the wrong payer to bill, or not the first. */
const isRefusedAsAnothers = (claim: ClaimStanding): boolean =>
  claim.isAnothers && claim.paidByPayer === 0 && isDecided(claim);

/** As the next one goes only an insurance that wants the refusal; another is billed as if this payer had never been. */
function whyNotNext(claim: ClaimStanding): string | undefined {
  if (!isRefusedAsAnothers(claim) || claim.isForwarded || claim.isNextLast) return undefined;
  return BILL_ANOTHER_INSTEAD;
}

const BILL_ANOTHER_INSTEAD =
  'The payer says that it is another insurance’s: bill that one instead, without this refusal. Medicaid, Tricare and others that pay last want the refusal: choose one of them there, and it can go along.';

/** Only what its payer has nothing in: else two of them would have paid the same charge. */
function whyNotInstead(claim: ClaimStanding): string | undefined {
  if (claim.isNoFurther) return NONE_PAYS;
  if (isRejected(claim)) return notTaken(claim);
  if (!isDecided(claim)) return whyUndecided(claim);
  if (claim.isForwarded)
    return 'The payer has sent it on to another insurance: sent again it would be a duplicate.';
  if (claim.isBeingReplaced) return UNDER_WAY;
  if (claim.isAppealed) return APPEAL_WAITS;
  const isRefused =
    claim.isNextCancelled ||
    claim.status === 'denied' ||
    claim.status === 'reversed' ||
    isRefusedAsAnothers(claim);
  if (claim.paidByPayer !== 0)
    return 'The payer has paid on it. Have that cancelled at the payer first, or give it back: then another insurance can be billed.';
  if (!isRefused)
    return 'The payer has decided it as its own. Where another insurance should have been billed, have it cancelled at this one first.';
  return claim.isWrittenOff
    ? 'A part of it was written off: take that back in the timeline first.'
    : undefined;
}

const RULES: Record<ClaimAction, Rule> = {
  resend: (claim) => ({
    yes: claim.doubt ? RESEND_IN_DOUBT[claim.doubt] : 'Correct it and send it as a new claim.',
    asksFirst: claim.doubt !== null,
    no:
      isRejected(claim) || claim.doubt !== null
        ? undefined
        : claim.isNoFurther
          ? NONE_PAYS
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
  'keep-decision': (claim) => ({
    asksFirst: claim.doubt !== null,
    yes: 'Where the payer changes nothing: what it had decided stands, and can be appealed, billed on or corrected anew. What it answers after all counts.',
    no: whyNotKept(claim),
  }),
  'bill-instead': (claim) => ({
    yes: 'Bill another insurance in its place, as if this one had never been billed. What the patient paid goes along.',
    no: whyNotInstead(claim),
  }),
  'bill-next': (claim) => ({
    asksFirst: claim.nextPayer !== null,
    yes: claim.nextPayer
      ? BILL_NEXT_AFTER[claim.nextPayer]
      : isRefusedAsAnothers(claim)
        ? 'Bill the next insurance with this payer’s refusal: it pays last, and wants to see it. Where another one comes before it, bill that one instead.'
        : claim.isNextDecided
          ? 'Bill the insurance behind those that have decided, with the decisions of all of them.'
          : claim.hasNextCoverage
            ? 'Bill the next insurance, with this payer’s decision.'
            : 'Bill another insurance, with this payer’s decision. None is on the claim: you type it.',
    no: claim.isNoFurther
      ? NONE_PAYS
      : !isDecided(claim)
        ? isRejected(claim)
          ? notTaken(claim)
          : whyUndecided(claim)
        : claim.isNextCancelled
          ? CANCELLED_NEXT
          : claim.isForwarded && claim.nextPayer === null && !claim.isNextDecided
            ? 'The payer has sent it on to the next insurance: sent again it would be a duplicate.'
            : claim.isBeingReplaced
              ? UNDER_WAY
              : (whyNotNext(claim) ??
                (claim.nextPayer || claim.hasNextCoverage || claim.open > 0 || claim.patientBalance > 0
                  ? undefined
                  : 'Nothing is left for another insurance to pay.')),
  }),
  appeal: (claim) => ({
    yes:
      claim.refusedBefore > 0
        ? 'Write to the payer that refused it why its decision is wrong.'
        : 'Write to the payer why its decision is wrong.',
    // What is open all the same a payer refused that was billed.
    no:
      claim.isNoFurther && claim.open <= 0 && claim.underpaidBy <= 0
        ? NONE_PAYS
        : claim.refusedBefore > 0 && !isDecided(claim)
          ? claim.isAppealed
            ? APPEAL_WAITS
            : undefined
          : !isDecided(claim)
            ? isRejected(claim)
              ? claim.correction === 'asked'
                ? CORRECTION_NOT_TAKEN
                : 'A rejected claim was never decided on: correct it and send it again.'
              : whyUndecided(claim)
            : claim.isAppealed
              ? APPEAL_WAITS
              : claim.status === 'with-payer' || isNextsAlone(claim)
                ? 'The payer refused nothing: what is open is the next insurance’s to decide.'
                : claim.open > 0 || claim.underpaidBy > 0
                  ? undefined
                  : claim.isUnderpaymentAccepted
                    ? 'What was allowed was accepted. To ask for the rest after all, take that back in the timeline first.'
                    : 'Nothing is open on it.',
  }),
  'appeal-answered': (claim) => ({
    yes: 'Write down what the payer says to the appeal.',
    no: claim.isAppealed ? undefined : 'No appeal waits for an answer.',
  }),
  'accept-allowed': (claim) => ({
    yes: 'Let stand that the payer allowed less than its contract says, with a reason. What the patient owes goes on.',
    no:
      claim.underpaidBy <= 0
        ? claim.isUnderpaymentAccepted
          ? 'It is written down already.'
          : 'The payer allowed no less than its contract says, as far as that is known.'
        : claim.isAppealed
          ? APPEAL_WAITS
          : undefined,
  }),
  'no-further-insurance': (claim) => ({
    asksFirst: claim.nextPayer !== null || !(isDecided(claim) || isRejected(claim)),
    yes: 'What was left to the patient waits for the next insurance. Where none pays it, it is the patient’s.',
    no: whyMayPay(claim),
  }),
  'further-insurance': (claim) => ({
    yes: 'Another insurance may pay after all: nothing is the patient’s before it has decided.',
    no: claim.isNoFurther ? undefined : 'It was not written down that no other insurance pays.',
  }),
  'bill-patient': (claim) => ({
    yes: 'The patient owes this share by the payer’s decision.',
    no: claim.isClosed
      ? 'It is off the lists, and on no statement. Open it again first.'
      : claim.open < 0
        ? whyTooMuch(claim)
        : claim.patientBalance > 0
          ? undefined
          : claim.patientCredit > 0
            ? 'The patient has paid more than the share: pay that back.'
            : claim.nextPayer
              ? 'The payer has sent it on: the patient owes nothing before the next insurance has decided.'
              : claim.isNextToBill
                ? 'Another insurance on the claim comes next: bill that one first. Where it is certain that none pays, write that down: no other insurance pays.'
                : claim.leftAtNext > 0
                  ? nextMayPay(claim)
                  : 'By the payer’s decision the patient owes nothing.',
  }),
  'take-payment': (claim) => ({
    yes: 'Write down what the patient paid.',
    no: claim.status === 'closed' ? 'It was taken back before it was sent.' : undefined,
  }),
  overpaid: (claim) => ({
    yes: 'Look at each payment: where all of them are this claim’s, it can be given back, replaced, or cancelled at the payer.',
    no: !claim.overpaid
      ? NOT_TOO_MUCH
      : claim.overpaid === 'sure'
        ? 'It is written down already that all of it is this claim’s.'
        : claim.isWrittenOff
          ? 'A part of it was written off: take that back in the timeline first.'
          : undefined,
  }),
  refund: (claim) => ({
    yes: 'Write down what you sent back, or what the payer took out of another payment.',
    no: !claim.overpaid ? NOT_TOO_MUCH : claim.overpaid === 'sure' ? undefined : TOO_MUCH,
  }),
  'write-off': (claim) => ({
    yes: 'Let what is open, or what the patient owes, go, with a reason.',
    no:
      claim.status === 'closed' || (isDecided(claim) && claim.open <= 0 && claim.patientBalance <= 0)
        ? 'Nothing is open on it.'
        : claim.open < 0
          ? whyTooMuch(claim)
          : isDecided(claim) || isRejected(claim)
            ? undefined
            : whyUndecided(claim),
  }),
  close: (claim) => ({
    yes: 'Take it off the lists, with a reason. It can always be found again.',
    no: claim.isClosed || claim.status === 'closed' || isSettled(claim) ? 'It is on no list.' : undefined,
  }),
  reopen: ({ isClosed }) => ({
    yes: 'Put it back on the lists.',
    no: isClosed ? undefined : 'It is not closed.',
  }),
};

const BY_REMEDY: Record<Remedy, readonly ClaimAction[]> = {
  correct: ['resend', 'replace'],
  attach: ['resend', 'replace', 'appeal'],
  'other-payer': ['bill-instead', 'bill-next', 'resend', 'replace'],
  appeal: ['appeal', 'replace'],
  'bill-patient': ['bill-patient', 'appeal'],
  'write-off': ['write-off'],
  ask: [],
  none: [],
};

/** The action that settles what happened, as far as the claim allows it; undefined where a person has to choose. */
export function firstAction(remedies: readonly Remedy[], claim: ClaimStanding): ClaimAction | undefined {
  const offered = new Set(actionsFor(claim).flatMap(({ action, isOffered }) => (isOffered ? action : [])));
  const ways = (remedy: Remedy): readonly ClaimAction[] =>
    remedy === 'bill-patient' && claim.isNextToBill ? ['bill-next', 'bill-instead'] : BY_REMEDY[remedy];
  const wanted = remedies.flatMap((remedy) => ways(remedy).find((action) => offered.has(action)) ?? []);
  // Different ways out: a person chooses.
  return new Set(wanted).size === 1 ? wanted[0] : undefined;
}
