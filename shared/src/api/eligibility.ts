/** Whether a patient is covered, asked of the payer and answered at once; and a claim asked about the same way. */
import { z } from 'zod';
import type { DatedAs, OtherBenefit, ServiceBenefits } from '../benefits/index.ts';
import { IsoDateField, RelationshipSchema, textField } from '../claim/index.ts';
import { ShownClaim } from './claim-progress.ts';

const person = {
  lastName: textField(60),
  firstName: textField(35),
  middleName: textField(25).optional(),
  suffix: textField(10).optional(),
};
const ServiceType = z.string().regex(/^[A-Z0-9]{1,2}$/);

/** As the visit has it; the member ID may be missing, where the payer finds patients by name and birth date. */
export const CoverageToCheck = z.strictObject({
  patient: z.strictObject({ ...person, birthDate: IsoDateField }),
  relationshipToSubscriber: RelationshipSchema,
  /** Where it is not the patient. */
  subscriber: z
    .strictObject({
      lastName: person.lastName.optional(),
      firstName: person.firstName.optional(),
      birthDate: IsoDateField.optional(),
    })
    .optional(),
  coverage: z.strictObject({
    payerName: textField(60),
    payerId: textField(80, 2),
    memberId: textField(80, 2).optional(),
    /** By it the clearinghouse is chosen, as it is for claims. */
    claimFilingIndicator: z.string().max(2).optional(),
  }),
  serviceDate: IsoDateField,
  /** EQ01; the plan as a whole is 30. */
  serviceTypes: z.array(ServiceType).min(1).max(10),
});
export type CoverageToCheck = z.infer<typeof CoverageToCheck>;

/** SHA-256 in hex of `patientText`: in a body, as it is made of a name and a birth date. */
export const LatestCheckQuery = z.strictObject({ patientKey: z.string().regex(/^[0-9a-f]{64}$/) });

const Services = z
  .custom<readonly ServiceBenefits[]>((value) => Array.isArray(value))
  .meta({ type: 'array', description: 'ServiceBenefits: what is told of each kind of service' });
const Others = z
  .custom<readonly OtherBenefit[]>((value) => Array.isArray(value))
  .meta({ type: 'array', description: 'OtherBenefit: all else that the payer tells' });

const Dates = z
  .custom<readonly DatedAs[]>((value) => Array.isArray(value))
  .meta({ type: 'array', description: 'DatedAs: what begins or ends, and the day or days' });

/** What one plan tells of the patient. */
export const PlanTold = z.object({
  /** The kinds that were asked for, in that order. */
  services: Services,
  others: Others,
  /** Of the plan: DTP01 and the day or days. */
  dates: Dates,
});
export type PlanTold = z.infer<typeof PlanTold>;

export const EligibilityCheck = z.object({
  id: z.string(),
  askedAt: z.string(),
  answeredAt: z.string().nullable(),
  /** What was asked. */
  payerName: z.string(),
  payerId: z.string(),
  memberId: z.string().nullable(),
  serviceDate: z.string(),
  serviceTypes: z.array(z.string()),
  /** `refused`: by the payer, with reasons (AAA); `no-answer`: see `trouble`. */
  outcome: z.enum(['asking', 'answered', 'refused', 'no-answer']),
  /** Several where the payer answers for several plans. */
  plans: z.array(PlanTold),
  rejections: z.array(z.object({ reason: z.string(), followUp: z.string() })),
  trouble: z
    .object({ message: z.string(), fix: z.string(), again: z.enum(['later', 'corrected', 'never']) })
    .nullable(),
});
export type EligibilityCheck = z.infer<typeof EligibilityCheck>;

/** What came of asking the payer where a claim is. */
export const ClaimAsked = z.object({
  /** The claim as it stands then. */
  claim: ShownClaim,
  /** `told`: it is on the claim's timeline; else `message` says why not. */
  outcome: z.enum(['asking', 'told', 'no-answer']),
  /** One sentence or two. */
  message: z.string(),
});
export type ClaimAsked = z.infer<typeof ClaimAsked>;

const MOST_PATIENTS = 200;
export const CoverageList = z.object({ list: z.array(CoverageToCheck).min(1).max(MOST_PATIENTS) });
export type CoverageList = z.infer<typeof CoverageList>;

/** A list of patients on its way, in its order. */
export const CoverageBatch = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'clearinghouse-down']),
  /** Why it ended early; else empty. */
  message: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  entries: z.array(
    z.object({
      /** As in `LatestCheckQuery`. */
      patientKey: z.string(),
      /** Who is asked about, and of which coverage. */
      patient: CoverageToCheck.shape.patient,
      coverage: CoverageToCheck.shape.coverage.pick({ payerName: true, payerId: true, memberId: true }),
      state: z.enum(['waiting', 'asking', 'done', 'not-asked']),
      /** Why nobody was asked; else empty. */
      message: z.string(),
      check: EligibilityCheck.nullable(),
    }),
  ),
});
export type CoverageBatch = z.infer<typeof CoverageBatch>;
