/** What there is to do about each enrollment, on whom it waits, and which nobody has begun. */
import type { Enrollment, EnrollmentKey } from '../api/enrollments.ts';
import type { PracticePayer, PracticeSettings } from '../api/practice.ts';
import { isMedicare } from '../edits/payer-kinds.ts';
import { addDays, type IsoDate } from '../values/index.ts';
import { claimsWaitFor, isVeteransAffairs } from './wait.ts';

/** How long payers take to answer (Office Ally, practices' reports). */
export const ANSWER_DAYS = { usual: 14, longest: 45 } as const;

export interface EnrollmentStep<One extends Enrollment = Enrollment> extends EnrollmentKey {
  /** As the practice calls the payer; its id where the practice has it no more. */
  readonly payerName: string;
  /** Absent where nothing is on record yet. */
  readonly enrollment?: One;
  readonly state: 'yours' | 'waiting' | 'done';
  /** What to do, or who is waited for. */
  readonly words: string;
  readonly since?: IsoDate;
  /** Since when it is due, or by when the answer is expected. */
  readonly by?: IsoDate;
}

export interface EnrollmentsKnown<One extends Enrollment> {
  readonly enrollments: readonly One[];
  readonly practice: Pick<PracticeSettings, 'payers' | 'billingProvider' | 'billingProfiles'>;
  /** For which the clearinghouse's list asks for an enrollment. */
  readonly listedPayerIds: readonly string[];
  /** For whose ERAs it asks for one. */
  readonly listedEraPayerIds: readonly string[];
  /** Of which it does not say whether it asks for one before the first claim. */
  readonly notSaidPayerIds: readonly string[];
  readonly today: IsoDate;
}

type Told = Pick<EnrollmentStep, 'state' | 'words' | 'since' | 'by'>;

/** What is to do first, then what waits, then what is done; of each, the earliest day first. */
export function enrollmentSteps<One extends Enrollment>(known: EnrollmentsKnown<One>): EnrollmentStep<One>[] {
  const { enrollments, practice, today } = known;
  const nameOf = (payerId: string) =>
    practice.payers.find((payer) => payer.payerId === payerId)?.name ?? payerId;
  const recorded = enrollments.map((enrollment): EnrollmentStep<One> => {
    const { kind, payerId, billingNpi } = enrollment;
    const payer = practice.payers.find((each) => each.payerId === payerId);
    const payerName = nameOf(payerId);
    return { kind, payerId, billingNpi, payerName, enrollment, ...told(enrollment, payer, today) };
  });
  const missing = missingOf(known).map(
    ([key, words]): EnrollmentStep<One> => ({
      ...key,
      payerName: nameOf(key.payerId),
      state: 'yours',
      words,
    }),
  );
  return [...recorded, ...missing].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      (a.by ?? '').localeCompare(b.by ?? '') ||
      a.payerName.localeCompare(b.payerName) ||
      a.kind.localeCompare(b.kind),
  );
}

const ORDER: readonly EnrollmentStep['state'][] = ['yours', 'waiting', 'done'];

/** The last day of the wait: what the payer said, or the longest that it takes. */
export function latestAnswer({ expectedBy, sentOn }: Enrollment): IsoDate | undefined {
  return expectedBy ?? (sentOn && addDays(sentOn, ANSWER_DAYS.longest));
}

function told(enrollment: Enrollment, payer: PracticePayer | undefined, today: IsoDate): Told {
  const { remindOn } = enrollment;
  const stands = standing(enrollment, payer, today);
  if (!remindOn || remindOn > today || stands.state === 'yours') return stands;
  return { ...stands, state: 'yours', words: `Look at it again, as noted. ${stands.words}`, by: remindOn };
}

function standing(enrollment: Enrollment, payer: PracticePayer | undefined, today: IsoDate): Told {
  const { state, kind, sentOn, answeredOn } = enrollment;
  const since = answeredOn && { since: answeredOn };
  switch (state) {
    case 'needed':
      return {
        state: 'yours',
        words: `Send the form. ${kind === 'eft' && payer ? eftHint(payer) : ''}`.trim(),
      };
    case 'sent': {
      const by = latestAnswer(enrollment);
      if (!by) return { state: 'yours', words: 'Enter the day on which it was sent.' };
      const days = { ...(sentOn && { since: sentOn }), by };
      if (by < today) return { state: 'yours', words: 'No answer yet: ask the payer.', ...days };
      return {
        state: 'waiting',
        words: `The payer has it; an answer usually takes ${ANSWER_DAYS.usual} to ${ANSWER_DAYS.longest} days.`,
        ...days,
      };
    }
    case 'refused':
      return { state: 'yours', words: 'Correct what the payer says, and send it again.', ...since };
    case 'approved':
      if (kind === 'edi' && claimsWaitFor(enrollment, payer) === 'not-told')
        return { state: 'yours', words: TELL, ...since };
      return { state: 'done', words: 'Approved.', ...since };
    case 'not-needed':
      return { state: 'done', words: 'Not needed.' };
  }
}

const TELL = 'Tell Office Ally before the first claim (360-975-7000, option 1), and enter the day.';

const eftHint = (payer: PracticePayer): string =>
  isVeteransAffairs(payer)
    ? 'The VA pays those whom its Financial Services Center has on file: VA Form 10091, the vendor file form.'
    : '';

/** Under which the practice bills this payer. */
export function npisFor(
  payerId: string,
  { billingProvider, billingProfiles = [] }: EnrollmentsKnown<Enrollment>['practice'],
): readonly string[] {
  const own = billingProfiles
    .filter(({ payerIds }) => payerIds.includes(payerId))
    .map((profile) => profile.billingProvider.npi);
  return own.length > 0 ? [...new Set(own)] : [billingProvider.npi];
}

/** Payers of which neither the list, nor their kind, nor the practice says whether they ask for an enrollment before claims. */
export function payersNotKnown({
  enrollments,
  practice,
  notSaidPayerIds,
}: Pick<EnrollmentsKnown<Enrollment>, 'enrollments' | 'practice' | 'notSaidPayerIds'>): PracticePayer[] {
  return practice.payers.filter(
    (payer) =>
      notSaidPayerIds.includes(payer.payerId) &&
      !payer.isEnrollmentMissing &&
      !isMedicare(payer) &&
      !enrollments.some(({ kind, payerId }) => kind === 'edi' && payerId === payer.payerId),
  );
}

/** Nothing on record: what claims need, the remittances of whom claims go to, and the money of the VA. */
function missingOf({
  enrollments,
  practice,
  listedPayerIds,
  listedEraPayerIds,
}: EnrollmentsKnown<Enrollment>): readonly (readonly [EnrollmentKey, string])[] {
  const has = (key: EnrollmentKey) =>
    enrollments.some(
      ({ kind, payerId, billingNpi }) =>
        kind === key.kind && payerId === key.payerId && billingNpi === key.billingNpi,
    );
  const ofPayers = practice.payers.flatMap((payer) =>
    npisFor(payer.payerId, practice).flatMap((billingNpi): (readonly [EnrollmentKey, string])[] => {
      const { payerId } = payer;
      // Medicare asks everybody, whatever a list says.
      const needsEdi = payer.isEnrollmentMissing || isMedicare(payer) || listedPayerIds.includes(payerId);
      return [
        ...(needsEdi ? ([[{ kind: 'edi', payerId, billingNpi }, BEGIN]] as const) : []),
        ...(listedEraPayerIds.includes(payerId)
          ? ([[{ kind: 'era', payerId, billingNpi }, LISTED_ERA]] as const)
          : []),
        ...(isVeteransAffairs(payer)
          ? ([[{ kind: 'eft', payerId, billingNpi }, `Enter how it stands. ${eftHint(payer)}`]] as const)
          : []),
      ];
    }),
  );
  const ofRemittances = enrollments
    .filter(({ kind, state }) => kind === 'edi' && state === 'approved')
    .map(({ payerId, billingNpi }) => [{ kind: 'era', payerId, billingNpi }, NO_ERA] as const);
  return uniqueBy([...ofPayers, ...ofRemittances]).filter(([key]) => !has(key));
}

const BEGIN = 'It is needed before the first claim: send the form, or enter how it stands.';
const LISTED_ERA =
  'Its ERAs come by Office Ally once you are enrolled for them; until then payments are typed from paper. Claims need not wait: send the form, or enter how it stands.';
const NO_ERA =
  'Claims go there, and nothing is on record for ERAs: without them, payments are typed from paper. Enter how it stands.';

/** Payers of one id are enrolled once. */
const uniqueBy = (missing: readonly (readonly [EnrollmentKey, string])[]) => [
  ...new Map(missing.map((one) => [Object.values(one[0]).join(' '), one])).values(),
];
