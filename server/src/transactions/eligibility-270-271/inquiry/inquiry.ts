/** One question about one patient, complete enough to be asked: made into a 270, and found again in one. */
import { IsoDateField, NpiField, textField } from '@claimside/shared/claim';
import type { IsoDate } from '@claimside/shared/values';
import { z } from 'zod';
import { day, openCode, personName, text } from '../../parts/answers/fields.ts';
import { present } from '../../parts/present.ts';
import { DEPENDENT_RELATIONSHIPS, PATIENT_REFERENCES } from '../parts/codes.ts';
import { birth, codeOf } from '../parts/fields.ts';
import type { EligibilityRequest } from './model.ts';
import type { PatientInRequest } from './read.ts';

const { prefix: _, ...names } = personName;

const references = z
  .array(z.strictObject({ qualifier: z.enum(PATIENT_REFERENCES), value: textField(50) }))
  .min(1)
  .max(9)
  .optional();

export const EligibilityInquirySchema = z
  .strictObject({
    /** TRN02 and BHT03: ours alone, never used again. The answer repeats it. */
    traceNumber: textField(50),
    /** TRN03: `1` and our tax ID, or `9` and an id of ours of nine characters. */
    traceOriginator: textField(10, 10),
    /** `id`: the payer ID for eligibility at the clearinghouse. */
    payer: z.strictObject({ organizationName: textField(60), id: textField(80, 2) }),
    /** Who asks: an organization or a person. */
    provider: z
      .strictObject({ ...names, organizationName: text(60), npi: NpiField })
      .refine(
        ({ organizationName, lastName }) => (organizationName === undefined) !== (lastName === undefined),
        "must have either an organization's name or a person's",
      ),
    subscriber: z.strictObject({ ...names, memberId: text(80, 2), ...birth, references }),
    /** The patient, where it is not the subscriber. */
    dependent: z
      .strictObject({
        ...names,
        firstName: textField(35),
        ...birth,
        birthDate: IsoDateField,
        relationship: codeOf(DEPENDENT_RELATIONSHIPS),
        references,
      })
      .optional(),
    /** DTP*291. */
    serviceDate: IsoDateField,
    serviceDateEnd: day,
    /** EQ01; 30 is the plan as a whole. */
    serviceTypes: z.array(openCode(1, 2).unwrap()).min(1).max(99),
  })
  .refine(({ subscriber, dependent }) => {
    const { lastName, firstName, birthDate } = dependent ?? subscriber;
    return (
      subscriber.memberId !== undefined ||
      (lastName !== undefined && firstName !== undefined && birthDate !== undefined)
    );
  }, 'must have a member ID, or last name, first name and birth date, for the payer to find the patient by');

export type EligibilityInquiry = z.infer<typeof EligibilityInquirySchema>;

/** The set that asks it. `made`: when, for BHT04 and BHT05. */
export function requestOf(
  inquiry: EligibilityInquiry,
  made: { readonly date: IsoDate; readonly time: string },
): EligibilityRequest {
  const { traceNumber, traceOriginator: originator, payer, subscriber, dependent } = inquiry;
  const { serviceDate, serviceDateEnd, serviceTypes } = inquiry;
  const { npi: id, ...provider } = inquiry.provider;
  const asked = {
    traces: [{ number: traceNumber, originator }],
    serviceDate,
    serviceDateEnd,
    questions: [{ serviceTypes }],
  };
  const level = dependent
    ? { traces: [], questions: [], ...subscriber, dependents: [{ ...patientOf(dependent), ...asked }] }
    : { ...subscriber, ...asked, dependents: [] };
  const receivers = [{ party: { entity: '1P', ...provider, id }, subscribers: [level] }];
  const sources = [{ party: { entity: 'PR', ...payer }, receivers }];
  return present({ referenceId: traceNumber, ...made, sources });
}

function patientOf({ relationship, ...person }: NonNullable<EligibilityInquiry['dependent']>) {
  return { ...person, membership: relationship === undefined ? undefined : { relationship } };
}

/** What is asked about a patient in a file, where it is all that an inquiry of ours says, and nothing besides. */
export function inquiryOf(found: PatientInRequest): EligibilityInquiry | undefined {
  const { source, receiver } = found;
  const { dependents: _, ...subscriber } = found.subscriber;
  const { traces, questions, serviceDate, serviceDateEnd, membership, ...patient } =
    found.dependent ?? subscriber;
  const [trace, ...otherTraces] = traces;
  const [question, ...otherQuestions] = questions;
  const { serviceTypes, ...otherwiseAsked } = question ?? {};
  const { entity: asks, id: npi, ...provider } = receiver.party ?? {};
  const { entity: isAsked, ...payer } = source.party ?? {};
  if (asks !== '1P' || isAsked !== 'PR' || otherTraces.length + otherQuestions.length > 0) return undefined;
  const { traces: __, questions: ___, ...insured } = subscriber;
  return EligibilityInquirySchema.safeParse({
    ...otherwiseAsked,
    traceNumber: trace?.number,
    traceOriginator: trace?.originator,
    payer,
    provider: { ...provider, npi },
    subscriber: found.dependent ? insured : patient,
    dependent: found.dependent && { ...patient, ...membership },
    serviceDate,
    serviceDateEnd,
    serviceTypes,
  }).data;
}
