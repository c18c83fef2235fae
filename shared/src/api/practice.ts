/** The practice's own data, which no EHR page shows. */
import { z } from 'zod';
import {
  AddressSchema,
  BillingProviderSchema,
  IsoDateField,
  ProviderSchema,
  ServiceFacilitySchema,
  textField,
  UsAddressSchema,
} from '../claim/index.ts';
import { isEmail } from '../values/index.ts';

const PhoneField = z.string().regex(/^\d{10}$/);

/** What edits warn by. Each is optional: nobody is warned by what is not known. */
const WhatIsKnown = {
  /** False once the clearinghouse's list for professional claims has not its id. */
  isListed: z.boolean().optional(),
  /** Days from the service to the last day on which it takes a first claim. */
  timelyFilingDays: z.number().int().min(1).max(3_660).optional(),
  /** Days from its decision to the last day on which it takes an appeal or a corrected claim. */
  appealDays: z.number().int().min(1).max(3_660).optional(),
  /** Days that it usually takes to answer an appeal; `APPEAL_ANSWER_DAYS` where it is not known. */
  appealAnswerDays: z.number().int().min(1).max(3_660).optional(),
  /** Whether it takes claims electronically when another payer was first. */
  takesSecondary: z.union([z.boolean(), z.literal('after-medicare')]).optional(),
  /** Whatever the list says, it wants an enrollment for claims; how that stands is kept with the enrollments. */
  isEnrollmentMissing: z.boolean().optional(),
  /** Claims to it leave on paper. */
  isPaperOnly: z.boolean().optional(),
  /** It takes claims of these accidents only. */
  accidentKind: z.enum(['work', 'auto', 'work-and-auto']).optional(),
  needsReferringProvider: z.boolean().optional(),
  needsBillingTaxonomy: z.boolean().optional(),
  needsPriorAuthorization: z.boolean().optional(),
  /** The modifier that it wants on every telehealth line. */
  telehealthModifier: z
    .string()
    .regex(/^[A-Z0-9]{2}$/)
    .optional(),
};

/** An insurer as the practice uses it, with the names EHR pages print for it. */
export const PracticePayer = z.object({
  payerId: z.string(),
  name: z.string(),
  claimFilingIndicator: z.string(),
  /** Texts seen in EHR pages, compared without case and punctuation. */
  aliases: z.array(z.string()),
  /** Where claims on paper and appeals go. */
  address: UsAddressSchema.optional(),
  /** For providers who ask about claims: ten digits. */
  phone: PhoneField.optional(),
  /** By which it is asked about coverage, where that is another one. */
  eligibilityId: textField(80, 2).optional(),
  /** By which it is asked about claims, where that is another one. */
  claimStatusId: textField(80, 2).optional(),
  ...WhatIsKnown,
});
export type PracticePayer = z.infer<typeof PracticePayer>;

/** What a page calls one of the practice's payers, as a person told it by choosing the payer for a visit. */
export const PayerNameChosen = z.strictObject({
  name: textField(80),
  payerId: z.string().max(80),
  payerName: z.string().max(60),
});
export type PayerNameChosen = z.infer<typeof PayerNameChosen>;

/** False where the name was known already, as this payer's or another's. */
export const PayerNameRemembered = z.object({ isNew: z.boolean() });

/** A place of service of the practice; `facilityNames` are what EHR pages call it. */
export const PracticeLocation = z.object({
  name: z.string(),
  facilityNames: z.array(z.string()),
  placeOfService: z.string().regex(/^\d{2}$/),
  /** Sent as 2310C; absent when it is the billing address. */
  serviceFacility: ServiceFacilitySchema.optional(),
  phone: PhoneField.optional(),
  /** Of its laboratory. */
  cliaNumber: z
    .string()
    .regex(/^\d{2}D\d{7}$/)
    .optional(),
  /** When it is open, in the practice's own words. */
  hours: textField(200).optional(),
});
export type PracticeLocation = z.infer<typeof PracticeLocation>;

/** A rendering provider; `ehrNames` are what EHR pages call them. */
export const PracticeProvider = ProviderSchema.and(
  z.object({
    ehrNames: z.array(z.string()),
    /** Behind the name on papers: `MD`. Claims have no place for it. */
    credentials: textField(20).optional(),
  }),
);
export type PracticeProvider = z.infer<typeof PracticeProvider>;

/**
 * Under whom some claims are billed in place of the usual billing provider: a group's NPI beside a person's own, one for a location, or
 * one that a payer knows. Each list that is not empty must hold what the claim has; with all empty it is only chosen by hand.
 */
export const BillingProfile = z.object({
  /** As people call it. */
  name: z.string().trim().min(1).max(60),
  billingProvider: BillingProviderSchema,
  payerIds: z.array(z.string()),
  /** Names of the practice's locations. */
  locations: z.array(z.string()),
  /** NPIs of the practice's rendering providers. */
  renderingNpis: z.array(z.string()),
});
export type BillingProfile = z.infer<typeof BillingProfile>;

/** Whether there is an account at the clearinghouse yet, and which software uses it now. */
export const ACCOUNT_USES = ['nothing', 'nobody', 'another-system'] as const;

/** What the letters by which an account at the clearinghouse is asked for have to say. */
const AccountRequest = z.object({
  uses: z.enum(ACCOUNT_USES),
  /** On the clearinghouse's website; that for SFTP belongs to the connection. */
  userName: textField(60).optional(),
  email: textField(100).refine(isEmail, 'is no e-mail address').optional(),
  /** The software that sends by it until `switchesOn`. */
  earlierSystem: textField(60).optional(),
  switchesOn: IsoDateField.optional(),
  askedOn: IsoDateField.optional(),
  /** Who may sign for the practice: named at sign-up, and signs the business associate agreement. */
  representative: textField(100).optional(),
  /** Of the steps to the account, those that were ticked. */
  stepsDone: z.array(z.string().max(40)).max(40).optional(),
});

export const PracticeSettings = z.object({
  name: z.string().min(1).max(60),
  address: AddressSchema.optional(),
  /** Under whom claims are billed, unless one of the profiles fits. */
  billingProvider: BillingProviderSchema,
  billingProfiles: z.array(BillingProfile).max(200).optional(),
  accountRequest: AccountRequest.optional(),
  /** What its visits are, as payers tell benefits (EQ01), where taxonomy codes do not tell: one of `VISIT_SERVICES`. */
  visitServiceType: z
    .string()
    .regex(/^[A-Z0-9]{1,2}$/)
    .optional(),
  providers: z.array(PracticeProvider),
  locations: z.array(PracticeLocation),
  payers: z.array(PracticePayer),
});
export type PracticeSettings = z.infer<typeof PracticeSettings>;
