/** A remittance in words: how a claim was decided on, why less was paid, what else changed the payment. */
import { CLAIM_STATUS_CODE, isDenial } from '../lifecycle/index.ts';
import { type Cents, cents } from '../values/index.ts';
import { type AdjustmentReason, adviseAdjustments } from './advise.ts';

/** CLP02. */
const DECISIONS: Readonly<Record<string, string>> = {
  '1': 'decided as first insurance',
  '2': 'decided as second insurance',
  '3': 'decided as third insurance',
  '4': 'denied',
  '19': 'decided as first insurance, and sent on to the next',
  '20': 'decided as second insurance, and sent on to the next',
  '21': 'decided as third insurance, and sent on to the next',
  '22': 'an earlier payment taken back',
  '23': 'not this payer’s, and sent on',
  '25': 'an estimate, no money yet',
};

/** Of a code that we have no words for: the code. */
export const decisionWords = (statusCode: string): string =>
  DECISIONS[statusCode.trim()] ?? `status ${statusCode}`;

/** What a payer did with a claim, as far as it changes what its adjustments mean. */
export type Decision = 'paid' | 'denied' | 'taken-back';

/** `adjustments`: those of the claim and of its lines. */
export function decisionOf(claim: Parameters<typeof isDenial>[0]): Decision {
  if (claim.claimStatusCode === CLAIM_STATUS_CODE.reversal) return 'taken-back';
  return isDenial(claim) ? 'denied' : 'paid';
}

export interface AdjustmentWords {
  /** `Copay`, `By contract`, `Not paid`. */
  readonly what: string;
  /** Why, and what to do, where that is not said by `what`. */
  readonly why: string;
  /** Below zero only in what was taken back. */
  readonly amount: Cents;
}

const BEYOND = 'Paid beyond the charge';
const SHARES: Readonly<Record<string, string>> = { '1': 'Deductible', '2': 'Coinsurance', '3': 'Copay' };

/** What one adjustment comes to for a biller. What is taken back has no reasons any more. */
export function adjustmentWords(adjustment: AdjustmentReason, decision: Decision): AdjustmentWords {
  const { amount } = adjustment;
  const { what, why } = wordsOf(adjustment, decision);
  if (decision === 'taken-back') return { what, why: '', amount };
  return amount < 0
    ? { what: RAISED[what] ?? `${what}, less`, why: '', amount: cents(-amount) }
    : { what, why, amount };
}

/** What raises a payment. */
const RAISED: Readonly<Record<string, string>> = { 'Not paid': 'Paid in addition', [BEYOND]: BEYOND };

function wordsOf(adjustment: AdjustmentReason, decision: Decision): Omit<AdjustmentWords, 'amount'> {
  const { group, reason } = adjustment;
  const [advice] = adviseAdjustments([adjustment], { isDenied: decision === 'denied' });
  const why = advice ? `${advice.what} ${advice.advice}` : '';
  if (group === 'PR') {
    const share = SHARES[reason];
    if (share) return { what: share, why: '' };
    return { what: 'Patient’s share', why: advice?.id === 'patient-share' ? '' : why };
  }
  if (group === 'CR') return { what: 'Correction', why: '' };
  if (group === 'OA' && reason === '23') return { what: 'By earlier payers', why: '' };
  if (group === 'OA' && reason === '94') return { what: BEYOND, why: '' };
  if (advice?.id === 'contract') return { what: 'By contract', why: '' };
  // Why it is denied, the reasons beside it say.
  if (advice?.id === 'contract-alone') return { what: 'Not paid', why: '' };
  return { what: 'Not paid', why };
}

/** PLB03-1, in our own words. */
const PROVIDER_ADJUSTMENTS: Readonly<Record<string, string>> = {
  '50': 'charge for filing late',
  '51': 'interest penalty',
  '72': 'refund that the practice sent',
  '90': 'allowance for early payment',
  AM: 'paid towards a loan',
  AP: 'benefits paid in advance',
  B2: 'rebate',
  BD: 'bad debt',
  BN: 'bonus',
  C5: 'temporary allowance',
  CR: 'interest on capitation',
  CS: 'adjustment',
  CT: 'capitation payment',
  E3: 'withheld',
  FB: 'balance carried to or from another payment',
  IP: 'incentive premium',
  IR: 'tax withheld',
  IS: 'interim settlement',
  J1: 'not reimbursed',
  L3: 'penalty',
  L6: 'interest',
  LE: 'levy',
  LS: 'lump sum',
  OB: 'set off against another provider',
  PI: 'periodic interim payment',
  PL: 'final payment',
  RA: 'change for earlier months',
  SL: 'student loan',
  TL: 'another party is liable',
  WO: 'taken back for an earlier overpayment',
  WU: 'taken back, for a reason not named',
};

/** Each code with its words, in the order of the words. */
export const PROVIDER_ADJUSTMENT_CHOICES: readonly (readonly [string, string])[] = Object.entries(
  PROVIDER_ADJUSTMENTS,
).sort(([, a], [, b]) => (a < b ? -1 : 1));

/** Where an amount of another sign is another thing. */
const BY_SIGN: Readonly<Record<string, { readonly lowers: string; readonly raises: string }>> = {
  FB: {
    lowers: 'balance brought from an earlier payment',
    raises: 'balance carried to a later payment',
  },
  WO: {
    lowers: 'taken back for an earlier overpayment',
    raises: 'taking back of an overpayment, put off for now',
  },
};

/** As the payer signs it, a positive amount lowers the payment. Of a code that we have no words for: undefined. */
export function providerAdjustmentWords(reason: string, amount: number): string | undefined {
  const code = reason.trim().toUpperCase();
  const bySign = amount === 0 ? undefined : BY_SIGN[code];
  return bySign ? bySign[amount > 0 ? 'lowers' : 'raises'] : PROVIDER_ADJUSTMENTS[code];
}
