/** An event of a claim in a biller's words, for the timeline. */
import { cents, formatMoney } from '../values/index.ts';
import type { AppealOutcome } from './appeal.ts';
import { sharesOf } from './buckets.ts';
import { isDenial, isPaidElsewhere } from './denial.ts';
import type {
  AwaitedAnswer,
  ClaimEvent,
  ClaimFact,
  ClaimPaymentFact,
  TheirNumbers,
  WriteOffReason,
} from './events.ts';
import type { FollowUp } from './follow-up.ts';
import type { NoFurtherReason } from './next-insurance.ts';
import { CLAIM_STATUS_CODE } from './payments.ts';
import type { Refund } from './refunds.ts';
import type { UnderpaymentReason } from './underpayment.ts';

export interface EventWords {
  /** What happened, in a few words. */
  readonly title: string;
  /** The rest worth knowing; empty when there is none. */
  readonly detail: string;
  readonly tone: 'neutral' | 'progress' | 'good' | 'warning' | 'bad';
}

/** `clearinghouse` is the name people know it by, such as `Office Ally`. */
export function describeEvent(event: ClaimEvent, clearinghouse: string): EventWords {
  const { fact } = event;
  switch (fact.type) {
    case 'captured':
      if (fact.follows) return words('Made from the claim before it', '', 'neutral');
      return words(fact.ehr === 'manual' ? 'Typed by hand' : 'Read from the chart', '', 'neutral');
    case 'checked':
      return words(
        'Checked',
        fact.warnings === 0 ? 'Nothing to fix.' : plural(fact.warnings, 'thing to know', 'things to know'),
        'neutral',
      );
    case 'queued':
      return words(`Queued for ${clearinghouse}`, '', 'progress');
    case 'cancelled':
      return words('Taken back before it was sent', '', 'neutral');
    case 'withheld':
      return words('Not sent', fact.message, 'bad');
    case 'sent':
      return event.source.kind === 'person'
        ? words(`Found at ${clearinghouse}`, `A person saw file ${fact.fileName} there.`, 'progress')
        : words(`Sent to ${clearinghouse}`, `File ${fact.fileName}`, 'progress');
    case 'delivery-unknown':
      if (fact.occupied)
        return words(
          'Another file has its name',
          `A file named ${fact.fileName} lies at ${clearinghouse} and is not this one. It was left as it is; have it removed there before this file is sent again.`,
          'warning',
        );
      if (fact.sentTo !== undefined)
        return words(
          'Not known whether it arrived',
          `File ${fact.fileName} was being sent to ${fact.sentTo}, and the account is another one since. It is not sent again by itself: somebody has to look for it there.`,
          'warning',
        );
      return words(
        'Not known whether it arrived',
        `File ${fact.fileName} was being sent when the connection broke. It is not sent again by itself; the answer to the file, or a person, decides.`,
        'warning',
      );
    case 'copy-refused':
      return words(
        `${clearinghouse} refused one copy of the file`,
        `File ${fact.fileName} was uploaded more than once. ${answer(fact)} What became of the other copy, its own answer or a person says.`,
        'warning',
      );
    case 'copy-taken':
      return words(
        `Found at ${clearinghouse}`,
        `A person saw that a copy of file ${fact.fileName} was taken.`,
        'progress',
      );
    case 'sending-again':
      return words(
        'Sent again by a person’s decision',
        fact.madeFor === undefined
          ? `File ${fact.fileName} was not at ${clearinghouse}; the same file goes once more.`
          : `File ${fact.fileName} was not at ${fact.madeFor}; the claim goes in a new file to ${clearinghouse}.`,
        'progress',
      );
    case 'file-accepted':
      return words(
        `${clearinghouse} accepted the file`,
        fact.withErrors ? 'Errors were noted in it.' : '',
        'progress',
      );
    case 'file-rejected':
      return words(`${clearinghouse} refused the file`, answer(fact), 'bad');
    case 'clearinghouse-received':
    case 'payer-received':
      return describeReceipt(fact, clearinghouse);
    case 'clearinghouse-accepted':
      return words(`${clearinghouse} accepted the claim`, theirNumbers(fact, clearinghouse), 'progress');
    case 'clearinghouse-pended':
      return words(`${clearinghouse} is holding the claim`, answerOn(fact, clearinghouse), 'warning');
    case 'clearinghouse-rejected':
      return words(`${clearinghouse} rejected the claim`, answerOn(fact, clearinghouse), 'bad');
    case 'payer-accepted':
      return words(
        fact.message ? 'The payer has the claim' : 'The payer accepted the claim',
        together(fact.message, theirNumbers(fact, clearinghouse)),
        'progress',
      );
    case 'payer-rejected':
      return words('The payer rejected the claim', answerOn(fact, clearinghouse), 'bad');
    case 'payment':
      return describePayment(fact.payment);
    case 'followed':
      return words(
        FOLLOWED[fact.how],
        [`Claim ${fact.patientControlNumber}`, fact.told && `Not there: ${fact.told}`]
          .filter(Boolean)
          .join(' · '),
        'progress',
      );
    case 'follow-up-cancelled':
      return words('That was taken back before it was sent', '', 'neutral');
    case 'silent':
      return words('No answer yet', SILENCE_WORDS[fact.awaited], 'warning');
    case 'written-off':
      return words(
        fact.amount < 0
          ? `Took back ${formatMoney(cents(-fact.amount))} of what was written off`
          : `Wrote off ${formatMoney(fact.amount)}`,
        [WRITE_OFF_WORDS[fact.reason], fact.note].filter(Boolean).join(': '),
        'neutral',
      );
    case 'patient-billed':
      return words(`Billed the patient for ${formatMoney(fact.amount)}`, '', 'progress');
    case 'patient-paid':
      return fact.amount < 0
        ? words(
            `Took back ${formatMoney(cents(-fact.amount))} of what the patient paid`,
            paidHow(fact),
            'neutral',
          )
        : words(`The patient paid ${formatMoney(fact.amount)}`, paidHow(fact), 'good');
    case 'overpaid':
      return words('A person looked: all that was paid is this claim’s', fact.note ?? '', 'neutral');
    case 'refunded':
      return words(refundWords(fact), `${fact.paidOn}, ${fact.reference}`, 'neutral');
    case 'correction-given-up':
      return words('It stays as the payer had decided', fact.told, 'neutral');
    case 'underpayment-accepted':
      return words(
        `Accepted what was allowed, ${formatMoney(fact.amount)} less than by contract`,
        [UNDERPAYMENT_WORDS[fact.reason], fact.note].filter(Boolean).join(': '),
        'neutral',
      );
    case 'no-further-insurance':
      return words(
        'No other insurance pays: what was left to the patient is the patient’s',
        [NO_FURTHER_WORDS[fact.reason], fact.note].filter(Boolean).join(': '),
        'neutral',
      );
    case 'further-insurance':
      return words('Another insurance may pay after all', '', 'progress');
    case 'appealed':
      return words('Appealed to the payer', `Sent ${fact.sentOn}`, 'progress');
    case 'appeal-answered': {
      const [title, tone] = ANSWERED[fact.outcome];
      return words(title, [`Said ${fact.answeredOn}`, fact.note].filter(Boolean).join(': '), tone);
    }
    case 'closed':
      return words('Closed by a person', fact.reason, 'neutral');
    case 'reopened':
      return words('Opened again by a person', '', 'neutral');
    case 'answer-taken-back':
      return words(
        'Taken back from this claim by a person',
        `“${fact.what}” was about another claim and waits under Unmatched again.`,
        'neutral',
      );
    case 'act-taken-back':
      return words('Taken back by a person', `“${fact.what}” counts no more.`, 'neutral');
    case 'unclear':
      return words('Needs a person', together(fact.message, theirNumbers(fact, clearinghouse)), 'warning');
  }
}

function refundWords({ how, amount, of }: Refund): string {
  const money = formatMoney(cents(Math.abs(amount)));
  const whole = of ? `, of check ${of.checkNumber}` : '';
  if (amount < 0) return `Took back ${money} of what went back to the payer${whole}`;
  return how === 'sent'
    ? `Sent ${money} back to the payer${whole}`
    : `The payer took ${money} back with another payment${whole}`;
}

/** What was not said in its usual time. */
export const SILENCE_WORDS: Readonly<Record<AwaitedAnswer, string>> = {
  'file-acknowledgement': 'Nothing was said of the file in the usual time.',
  'claim-acknowledgement': 'Nothing was said of the claim in the usual time.',
  'end-of-pend': 'The clearinghouse has held the claim for longer than it says it does.',
  'payer-acknowledgement': 'The payer has neither accepted nor rejected the claim in the usual time.',
  remittance: 'The payer has not decided in the usual time.',
  'next-payer-decision':
    'The payer sent the claim on, and the next insurance has not decided in the usual time.',
  'appeal-decision': 'The payer has not answered the appeal in the usual time.',
};

const ANSWERED: Readonly<Record<AppealOutcome, readonly [string, EventWords['tone']]>> = {
  granted: ['The payer granted the appeal', 'good'],
  refused: ['The payer refused the appeal', 'bad'],
  'not-received': ['The payer never received the appeal', 'warning'],
};

/** Why what was open was let go. */
export const WRITE_OFF_WORDS: Readonly<Record<WriteOffReason, string>> = {
  'filing-deadline-passed': 'The filing deadline has passed',
  'not-covered': 'Not covered, and not to be billed to the patient',
  'small-balance': 'A small balance',
  courtesy: 'A courtesy',
  contract: 'By contract',
  capitation: 'Paid by capitation',
  'bad-debt': 'It can’t be collected',
  other: 'Another reason',
};

/** Why what was allowed less than the contract says is let stand. */
export const UNDERPAYMENT_WORDS: Readonly<Record<UnderpaymentReason, string>> = {
  'contract-old': 'The contract in the fee schedule is out of date',
  'payment-rule': 'By a rule of the payer, such as for several procedures on one day',
  asked: 'The payer was asked, and stays by it',
  'too-little': 'Too little to ask for',
  other: 'Another reason',
};

/** Why no other insurance pays. */
export const NO_FURTHER_WORDS: Readonly<Record<NoFurtherReason, string>> = {
  'not-insured': 'The patient is not insured there, or was not on that day',
  refused: 'It refused for good',
  'no-answer': 'It does not answer',
  'no-other': 'There is no other insurance',
  other: 'Another reason',
};

const FOLLOWED: Readonly<Record<FollowUp, string>> = {
  resend: 'Corrected and sent again as a new claim',
  replacement: 'Replaced by a corrected claim',
  void: 'The payer was asked to cancel it',
  'next-payer': 'Billed to the next insurance',
  instead: 'Another insurance was billed instead',
};

const paidHow = ({
  amount,
  paidOn,
  method,
  because,
}: Extract<ClaimFact, { type: 'patient-paid' }>): string => {
  const how = `${paidOn}, ${method ?? 'at the visit'}`;
  if (!because) return how;
  if (because.kind === 'claim-says') return `${how}: the claim says ${formatMoney(because.amount)} now`;
  return `${how}, ${amount < 0 ? 'counted at the claim billed after it' : 'of the claim billed before it'}`;
};

/** It may still be rejected. */
function describeReceipt(
  fact: Extract<ClaimFact, { type: 'clearinghouse-received' | 'payer-received' }>,
  clearinghouse: string,
): EventWords {
  const name = fact.type === 'payer-received' ? 'The payer' : clearinghouse;
  return words(
    fact.isForwarded
      ? `${name} sent the claim on; not accepted yet`
      : `${name} received the claim; not accepted yet`,
    theirNumbers(fact, clearinghouse),
    'progress',
  );
}

/** As people name them on the telephone. */
const theirNumbers = (
  { clearinghouseClaimId, payerClaimControlNumber }: TheirNumbers,
  clearinghouse: string,
): string =>
  together(
    clearinghouseClaimId && `${clearinghouse} claim ${clearinghouseClaimId}`,
    payerClaimControlNumber && `Payer claim ${payerClaimControlNumber}`,
  );

const together = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');

function describePayment(payment: ClaimPaymentFact): EventWords {
  const { payerName, claimStatusCode, paid } = payment;
  const check = `Check ${payment.checkNumber}, ${payment.paymentDate}`;
  switch (claimStatusCode) {
    case CLAIM_STATUS_CODE.reversal:
      return words(`${payerName} took back ${formatMoney(cents(-paid))}`, check, 'warning');
    case CLAIM_STATUS_CODE.forwarded:
      return words(`${payerName} sent the claim on to another payer`, check, 'progress');
    case CLAIM_STATUS_CODE.estimate:
      return words(
        `${payerName} expects to pay ${formatMoney(paid)}`,
        'An estimate: no money yet.',
        'neutral',
      );
  }
  const shares = sharesOf(payment);
  const parts = [
    [shares.contractual, 'contract'],
    [shares.patientResponsibility, 'patient'],
    [shares.otherAdjustments, 'other'],
    [shares.refused, 'refused'],
  ] as const;
  const sums = parts.flatMap(([amount, word]) => (amount === 0 ? [] : `${word} ${formatMoney(amount)}`));
  const reasons = [...new Set(payment.adjustments.map(({ group, reason }) => `${group}-${reason}`))].join(
    ', ',
  );
  const isDenied = isDenial(payment);
  const refusal = isPaidElsewhere(payment)
    ? `${payerName} paid nothing: by capitation, or another plan pays`
    : `${payerName} denied the claim`;
  return words(
    isDenied ? refusal : `${payerName} paid ${formatMoney(paid)}`,
    [check, ...sums, ...(shares.refused === 0 && !isDenied ? [] : [reasons])].filter(Boolean).join(' · '),
    isDenied ? 'bad' : shares.refused === 0 ? 'good' : 'warning',
  );
}

const answerOn = (fact: TheirNumbers & Parameters<typeof answer>[0], clearinghouse: string): string =>
  together(answer(fact), theirNumbers(fact, clearinghouse));

function answer(fact: Extract<ClaimFact, { codes: readonly string[] }>): string {
  return [fact.message, fact.codes.length > 0 ? `(${fact.codes.join(', ')})` : ''].filter(Boolean).join(' ');
}

function words(title: string, detail: string, tone: EventWords['tone']): EventWords {
  return { title, detail, tone };
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}.`;
}
