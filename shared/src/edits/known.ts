/** Makes what edits may know out of what the server holds: one way, so that sidebar and server never disagree. */
import type { ClaimEnrollment, ClearinghouseFacts, PracticePayer, Procedures } from '../api/index.ts';
import { nameKey } from '../capture/index.ts';
import type { ClaimDraft } from '../claim/index.ts';
import { type CodeFacts, codeSetsFrom } from '../codes/index.ts';
import { claimsWaitFor } from '../enrollment/wait.ts';
import type { IsoDate } from '../values/index.ts';
import type { EditContext, MissingEnrollment, PayerFacts } from './context.ts';

/** What is known beside the claim; whatever is absent could not be asked, and its edits are silent. */
export interface Known {
  readonly today: IsoDate;
  readonly codeFacts?: CodeFacts | undefined;
  /** The practice's own payers. */
  readonly payers?: readonly PracticePayer[] | undefined;
  /** Null for a practice without an account at a clearinghouse. */
  readonly clearinghouse?: ClearinghouseFacts | null | undefined;
  /** Of the practice's fee schedule, at least those of the draft's codes. */
  readonly procedures?: Procedures | undefined;
  readonly isBilledAlready?: boolean | undefined;
}

export function editContextOf(draft: ClaimDraft, known: Known): EditContext {
  const { today, codeFacts, payers = [], clearinghouse, procedures, isBilledAlready } = known;
  return {
    today,
    codeSets: codeFacts && codeSetsFrom(codeFacts),
    payer: payerFactsOf(draft, payerOf(payers, draft.coverage), clearinghouse),
    clearinghouse: clearinghouse ? { payerIdPattern: patternFor(clearinghouse, draft.coverage) } : undefined,
    procedures,
    isBilledAlready,
  };
}

/** Of the connection that the claim goes by: the payer's own route comes before that of its kind of insurance. */
function patternFor(
  { payerIdPattern, routed = [] }: ClearinghouseFacts,
  coverage: ClaimDraft['coverage'],
): RegExp | undefined {
  const { payerId = '', claimFilingIndicator = '' } = coverage ?? {};
  const other =
    routed.find(({ payerIds }) => payerIds.includes(payerId)) ??
    routed.find(({ claimFilingIndicators }) => claimFilingIndicators.includes(claimFilingIndicator));
  const pattern = other ? other.payerIdPattern : payerIdPattern;
  return pattern ? new RegExp(pattern) : undefined;
}

/** What the practice wrote down itself counts before what the clearinghouse's list says. */
function payerFactsOf(
  draft: ClaimDraft,
  payer: PracticePayer | undefined,
  clearinghouse: ClearinghouseFacts | null | undefined,
): PayerFacts | undefined {
  const ofList = clearinghouse?.listed?.find(
    ({ payerId, name }) => payerId === payer?.payerId && name === payer.name,
  );
  // What only people read stays out: no edit asks for it.
  const {
    needsEnrollment = false,
    payerId: _,
    name: __,
    isNonPar,
    takesAttachments,
    ...listed
  } = ofList ?? {};
  const isNeeded = payer?.isEnrollmentMissing || needsEnrollment;
  const enrollment = enrollmentOf(draft, isNeeded, clearinghouse?.enrollments);
  if (!payer) return enrollment && { enrollment };
  const { payerId, name, aliases, appealDays, appealAnswerDays, isEnrollmentMissing, ...own } = payer;
  return { ...listed, ...own, ...(enrollment && { enrollment }) };
}

/** Nothing on record for the claim's billing provider counts only where somebody says that one is needed. */
function enrollmentOf(
  { coverage, billingProvider }: ClaimDraft,
  isNeeded: boolean,
  enrollments: readonly ClaimEnrollment[] = [],
): MissingEnrollment | undefined {
  const { payerId } = coverage ?? {};
  const npi = billingProvider?.npi;
  const found = enrollments.find((each) => each.payerId === payerId && each.billingNpi === npi);
  if (!found) return isNeeded ? { waitsFor: 'needed', isBlocking: false } : undefined;
  const waitsFor = claimsWaitFor(found, coverage);
  return waitsFor && { waitsFor, isBlocking: found.blocksClaims ?? false, sentOn: found.sentOn };
}

/** The practice's payer with this id, told by its name among several with the same id; undefined where that tells nothing. */
export function payerOf(
  payers: readonly PracticePayer[],
  coverage: ClaimDraft['coverage'],
): PracticePayer | undefined {
  const { payerId, payerName } = coverage ?? {};
  if (!payerId) return undefined;
  const sameId = payers.filter((payer) => payer.payerId === payerId);
  const sameName = sameId.filter(({ name }) => nameKey(name) === nameKey(payerName ?? ''));
  const [payer, ...others] = sameName.length > 0 ? sameName : sameId;
  return others.length > 0 ? undefined : payer;
}

/** Names under which claims go to payers that get them on paper. */
export const paperPayerNames = (payers: readonly PracticePayer[]): ReadonlySet<string> =>
  new Set(payers.filter(({ isPaperOnly }) => isPaperOnly).flatMap(({ name, aliases }) => [name, ...aliases]));
