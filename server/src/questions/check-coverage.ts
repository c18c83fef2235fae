/** From a visit's patient and coverage to a 270 of the practice. */
import type { CoverageToCheck, PracticeSettings } from '@claimside/shared/api';
import { billedAs, findPayer } from '@claimside/shared/capture';
import { err, type Result } from '@claimside/shared/values';
import { eligibilityQuestion } from '../real-time/index.ts';
import { getPractice } from '../store/practices.ts';
import { patientKeyOf } from '../store/same-keys.ts';
import {
  type EligibilityInquiry,
  EligibilityInquirySchema,
} from '../transactions/eligibility-270-271/index.ts';
import { wayTo } from './access.ts';
import type { Asker, AskTools, Questions } from './ask.ts';
import type { QuestionRefusal } from './refusal.ts';

/** Resolves to the question's id once it is kept; the answer comes by itself. */
export async function checkCoverage(
  { store, runtime, key }: Pick<AskTools, 'store' | 'runtime' | 'key'>,
  questions: Questions,
  asker: Asker,
  asked: CoverageToCheck,
): Promise<Result<string, QuestionRefusal>> {
  const scope = { db: store.db, practiceId: asker.practiceId };
  const { settings } = await getPractice(scope);
  if (!settings)
    return err({
      code: 'practice-not-set-up',
      why: 'The practice is not set up yet: an admin does it first.',
    });
  const { payerId, memberId = '', claimFilingIndicator = '' } = asked.coverage;
  const way = await wayTo(scope, key, { payerId, claimFilingIndicator }, runtime.now());
  if (!way.ok) return way;
  const eligibilityId = findPayer(settings.payers, asked.coverage.payerName, payerId)?.eligibilityId;
  const askedAs = eligibilityId ?? payerId;
  // As the claim will be billed, as far as the payer decides that.
  const { billingProvider } = billedAs(settings, { coverage: { payerId } });
  if (!inquiryFrom(asked, askedAs, billingProvider, 'T').success)
    return err({
      code: 'question-incomplete',
      why: 'The payer needs a member ID, or the subscriber’s name and birth date; and of a patient who is not the subscriber, the name and birth date.',
    });
  const { serviceTypes, relationshipToSubscriber } = asked;
  return questions.ask(asker, {
    kind: '270',
    subject: patientKeyOf(asked),
    payerId: askedAs === payerId ? undefined : payerId,
    target: JSON.stringify([askedAs, memberId.toUpperCase(), relationshipToSubscriber, serviceTypes]),
    way: way.value,
    write: (id, numbers) => {
      const inquiry = inquiryFrom(asked, askedAs, billingProvider, id.toUpperCase());
      if (!inquiry.success) throw new Error('an inquiry that was whole is not');
      return eligibilityQuestion(way.value.service, inquiry.data, numbers, runtime.now());
    },
  });
}

const SELF = '18';
/** Relationships of claims that a 270 has no code for are told as another one. */
const OTHER = 'G8';
const OF_270 = new Set(['01', '19', '20', '21', '34', '39', '40', '53', 'G8']);

function inquiryFrom(
  asked: CoverageToCheck,
  payerId: string,
  { npi, name, taxId }: PracticeSettings['billingProvider'],
  traceNumber: string,
) {
  const { patient, subscriber = {}, relationshipToSubscriber: relationship, coverage } = asked;
  const { kind: _, ...provider } = name;
  const { serviceDate, serviceTypes } = asked;
  const { lastName, firstName, middleName, suffix, birthDate } = patient;
  const person = {
    lastName,
    firstName,
    ...(middleName && { middleName }),
    ...(suffix && { suffix }),
    birthDate,
  };
  const member = coverage.memberId === undefined ? {} : { memberId: coverage.memberId };
  const inquiry = {
    traceNumber,
    traceOriginator: `1${taxId}`,
    payer: { organizationName: coverage.payerName, id: payerId },
    provider: { ...provider, npi },
    ...(relationship === SELF
      ? { subscriber: { ...person, ...member } }
      : {
          subscriber: { ...subscriber, ...member },
          dependent: { ...person, relationship: OF_270.has(relationship) ? relationship : OTHER },
        }),
    serviceDate,
    serviceTypes: [...serviceTypes],
  };
  return EligibilityInquirySchema.safeParse(
    inquiry satisfies Record<keyof Pick<EligibilityInquiry, 'traceNumber'>, unknown>,
  );
}
