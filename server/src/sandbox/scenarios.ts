/** Which answer a claim gets: chosen by the start of the subscriber's member id, so that anyone can ask for any of them. */

/** How far the claim gets, and what is said of it there. */
export interface Scenario {
  readonly name: ScenarioName;
  /** Start of the member id (2010BA NM109), upper case; empty for what fits nothing else. */
  readonly memberIdPrefix: string;
  /** One line for people, as in the README. */
  readonly promise: string;
  readonly file: 'accepted' | 'rejected';
  /** `none`: the clearinghouse never speaks of the claim again. */
  readonly clearinghouse: 'accepted' | 'rejected' | 'pended' | 'none';
  /** `asks`: it has the claim, and wants papers before it decides. */
  readonly payer: 'accepted' | 'rejected' | 'asks' | 'none';
  readonly remittance: RemittanceOutcome;
  /** An unreadable file is put into `outbound` beside the good ones. */
  readonly garbage: boolean;
  /** Why it is rejected or pended, or what is asked for; absent where it is none of these. */
  readonly reason?: Reason;
}

/** Code and wording are the sandbox's own, in the manner of Office Ally's (`RC77`). */
export interface Reason {
  readonly code: string;
  readonly text: string;
  /** STC01-2 and STC01-3 in a 277CA. */
  readonly status: string;
  readonly entity?: string;
}

export type RemittanceOutcome =
  | 'paid'
  | 'copay'
  | 'partial'
  | 'denied'
  | 'denied-to-patient'
  | 'denied-not-first'
  | 'denied-duplicate'
  | 'capitated'
  /** Paid in part and sent on; a second payer pays most of what is left. */
  | 'crossed-over'
  /** Paid; the same ERA comes once more in another file. */
  | 'told-twice'
  /** Paid in two checks, each for a part of the lines. */
  | 'split'
  /** Paid, less what is kept for an earlier overpayment (PLB). */
  | 'held-back'
  /** Paid, with interest (PLB). */
  | 'with-interest'
  /** Paid; a second ERA reverses that and pays more. */
  | 'paid-then-corrected'
  /** Paid; a second ERA takes it back and carries the balance forward (PLB). */
  | 'paid-then-taken-back'
  /** Paid, with every number but ours. */
  | 'paid-under-foreign-number'
  | 'none';

export type ScenarioName =
  | 'paid'
  | 'file-rejected'
  | 'clearinghouse-rejected'
  | 'pended'
  | 'payer-rejected'
  | 'denied'
  | 'denied-to-patient'
  | 'denied-not-first'
  | 'denied-duplicate'
  | 'more-information'
  | 'capitated'
  | 'crossed-over'
  | 'told-twice'
  | 'split'
  | 'held-back'
  | 'with-interest'
  | 'partly-paid'
  | 'copay'
  | 'reversed-and-corrected'
  | 'taken-back'
  | 'silent'
  | 'trial'
  | 'garbage'
  | 'foreign-number'
  | 'replaced'
  | 'voided'
  | 'correction-without-number'
  | 'original-unknown';

const PAID: Scenario = {
  name: 'paid',
  memberIdPrefix: '',
  promise:
    '999, both 277CA, then an ERA that pays 80 % of each charge; the rest is a contractual write-off (CO 45)',
  file: 'accepted',
  clearinghouse: 'accepted',
  payer: 'accepted',
  remittance: 'paid',
  garbage: false,
};

/** Stops where its last word is said. */
const UNPAID = { payer: 'none', remittance: 'none' } as const;

const SCENARIOS: readonly Scenario[] = [
  {
    ...PAID,
    ...UNPAID,
    name: 'file-rejected',
    memberIdPrefix: 'FILEREJECT',
    promise:
      '999 rejects the transaction set (IK5 R) and names the claim; nothing else comes for any claim in it',
    file: 'rejected',
    clearinghouse: 'none',
  },
  {
    ...PAID,
    ...UNPAID,
    name: 'clearinghouse-rejected',
    memberIdPrefix: 'CHREJECT',
    promise:
      'rejected by the clearinghouse: error row in the File Summary, 277CA A3 with A7 for the member id',
    clearinghouse: 'rejected',
    reason: { code: 'SBX01', text: 'SUBSCRIBER ID NOT VALID FOR THIS PAYER', status: '164', entity: 'IL' },
  },
  {
    ...PAID,
    ...UNPAID,
    name: 'pended',
    memberIdPrefix: 'PEND',
    promise:
      'pended at the clearinghouse (patient not found, tried again for 21 days): 277CA P1; it stays so',
    clearinghouse: 'pended',
    reason: {
      code: 'SBX21',
      text: 'PATIENT NOT FOUND - RETRIED EVERY 7 DAYS, UP TO 3 TIMES',
      status: '33',
      entity: 'IL',
    },
  },
  {
    ...PAID,
    name: 'payer-rejected',
    memberIdPrefix: 'PAYREJECT',
    promise:
      "accepted by the clearinghouse, then rejected by the payer's front end: 277CA A7, EDI Status REJECTED",
    payer: 'rejected',
    remittance: 'none',
    reason: { code: 'SBX51', text: 'SUBSCRIBER NOT FOUND', status: '33', entity: 'IL' },
  },
  {
    ...PAID,
    name: 'denied',
    memberIdPrefix: 'DENY',
    promise: 'adjudicated and denied: ERA with claim status 4, nothing paid, CO 197 on every line',
    remittance: 'denied',
  },
  {
    ...PAID,
    name: 'denied-to-patient',
    memberIdPrefix: 'NOTCOVERED',
    promise: 'denied, and all of it left to the patient: claim status 4, PR 96 on every line',
    remittance: 'denied-to-patient',
  },
  {
    ...PAID,
    name: 'denied-not-first',
    memberIdPrefix: 'NOTFIRST',
    promise:
      'denied, as another insurance comes first: claim status 4, CO 22 on every line; billed to another payer instead, that one answers by its own member id',
    remittance: 'denied-not-first',
  },
  {
    ...PAID,
    name: 'denied-duplicate',
    memberIdPrefix: 'DUPLICATE',
    promise: 'denied as a duplicate: claim status 4, CO 18 on every line',
    remittance: 'denied-duplicate',
  },
  {
    ...PAID,
    name: 'more-information',
    memberIdPrefix: 'MOREINFO',
    promise: 'the payer has the claim and asks for notes: its 277CA says R4; nothing is decided',
    payer: 'asks',
    remittance: 'none',
    reason: { code: 'SBX61', text: 'SEND THE OFFICE NOTES OF THIS VISIT', status: '294' },
  },
  {
    ...PAID,
    name: 'capitated',
    memberIdPrefix: 'CAPITATED',
    promise: 'nothing is paid, as the monthly capitation covers it: claim status 1, CO 24 on every line',
    remittance: 'capitated',
  },
  {
    ...PAID,
    name: 'crossed-over',
    memberIdPrefix: 'CROSSOVER',
    promise:
      'paid as `PARTIAL…` and sent on (claim status 19); a second payer then pays 80 % of what was left to the patient (claim status 2, OA 23)',
    remittance: 'crossed-over',
  },
  {
    ...PAID,
    name: 'told-twice',
    memberIdPrefix: 'TWICE',
    promise: 'paid as usual; the same check comes once more in a second file, and is posted once',
    remittance: 'told-twice',
  },
  {
    ...PAID,
    name: 'split',
    memberIdPrefix: 'SPLIT',
    promise: 'paid as usual in two checks, the first line in one and the others in the other',
    remittance: 'split',
  },
  {
    ...PAID,
    name: 'held-back',
    memberIdPrefix: 'HELDBACK',
    promise: 'paid as usual, but $20.00 of the check are kept for an earlier overpayment (PLB WO)',
    remittance: 'held-back',
  },
  {
    ...PAID,
    name: 'with-interest',
    memberIdPrefix: 'INTEREST',
    promise: 'paid as usual, and $1.50 of interest beside it (PLB L6)',
    remittance: 'with-interest',
  },
  {
    ...PAID,
    name: 'partly-paid',
    memberIdPrefix: 'PARTIAL',
    promise:
      'paid in part: CO 45 of 20 %, a deductible of up to $50.00 (PR 1), coinsurance of 20 % of the rest (PR 2)',
    remittance: 'partial',
  },
  {
    ...PAID,
    name: 'copay',
    memberIdPrefix: 'COPAY',
    promise: 'paid but for CO 45 of 20 % and a copay of up to $25.00 (PR 3)',
    remittance: 'copay',
  },
  {
    ...PAID,
    name: 'reversed-and-corrected',
    memberIdPrefix: 'REVERSE',
    promise: 'paid; a second ERA reverses that (claim status 22) and pays 90 % of each charge instead',
    remittance: 'paid-then-corrected',
  },
  {
    ...PAID,
    name: 'taken-back',
    memberIdPrefix: 'TAKEBACK',
    promise:
      'paid; a second ERA reverses that and pays nothing; the negative balance is carried forward (PLB FB)',
    remittance: 'paid-then-taken-back',
  },
  {
    ...PAID,
    ...UNPAID,
    name: 'silent',
    memberIdPrefix: 'SILENT',
    promise: '999 accepts the file, then nothing is ever heard of the claim',
    clearinghouse: 'none',
  },
  {
    ...PAID,
    name: 'trial',
    memberIdPrefix: 'TRIAL',
    promise: '999 and both 277CA, but no ERA: the invented claims of a test file',
    remittance: 'none',
  },
  {
    ...PAID,
    name: 'garbage',
    memberIdPrefix: 'GARBAGE',
    promise: 'paid as usual, and an unreadable file lies in outbound among the reports',
    garbage: true,
  },
  {
    ...PAID,
    name: 'foreign-number',
    memberIdPrefix: 'FOREIGN',
    promise:
      'paid under an account number and a claim number that nobody here has, without the member id: a person matches it',
    remittance: 'paid-under-foreign-number',
  },
];

/** What becomes of a replacement (frequency 7) or void (8), whatever its member id says. */
export const CORRECTIONS = {
  replaced: {
    ...PAID,
    name: 'replaced',
    promise:
      'frequency 7 with the number of an adjudicated claim: the ERA reverses that one and pays this one',
  },
  voided: {
    ...PAID,
    name: 'voided',
    promise: 'frequency 8 with the number of an adjudicated claim: the ERA reverses that one',
  },
  withoutNumber: {
    ...PAID,
    ...UNPAID,
    name: 'correction-without-number',
    promise: 'frequency 7 or 8 without REF*F8: rejected by the clearinghouse',
    clearinghouse: 'rejected',
    reason: { code: 'SBX02', text: 'REPLACEMENT OR VOID WITHOUT PAYER CLAIM CONTROL NUMBER', status: '464' },
  },
  originalUnknown: {
    ...PAID,
    name: 'original-unknown',
    promise:
      'frequency 7 or 8 with a number that no adjudicated, uncorrected claim has: rejected by the payer',
    payer: 'rejected',
    remittance: 'none',
    reason: { code: 'SBX52', text: 'ORIGINAL CLAIM NOT FOUND', status: '464' },
  },
} as const satisfies Record<string, Scenario>;

/** The scenario of a member id; any that names none is simply paid. */
export function scenarioOf(memberId: string): Scenario {
  const id = memberId.trim().toUpperCase();
  return SCENARIOS.find((scenario) => id.startsWith(scenario.memberIdPrefix)) ?? PAID;
}

/** Every scenario that a member id can choose, the plain one first. */
export const ALL_SCENARIOS: readonly Scenario[] = [PAID, ...SCENARIOS];
