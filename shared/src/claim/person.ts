/** The patient and the subscriber (2010BA, 2010CA), and the names by which a claim knows people and organizations. */
import { z } from 'zod';
import { Address } from './address.ts';
import { absent, flag, IsoDateField, quantity, text } from './fields.ts';

const OtherNames = z.object({
  firstName: text(35).optional(),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
});

/** A person known by first and last name. */
export const PersonName = OtherNames.extend({ lastName: text(60), firstName: text(35) });
export type PersonName = z.infer<typeof PersonName>;

/** A person of whom the last name may be all that is known. */
export const AnyPersonName = OtherNames.extend({ lastName: text(60) });

/** NM102 1, where an organization may stand instead. */
export const NotOrganization = AnyPersonName.extend({ organizationName: absent });

/** NM102 2: one name and no others. */
export const OrganizationName = z.object({
  organizationName: text(60),
  lastName: absent,
  firstName: absent,
  middleName: absent,
  suffix: absent,
});

const SocialSecurityNumber = z.string().regex(/^\d{9}$/);

/** What only property and casualty payers (work comp, auto) ask of a person: REF*Y4, REF*1W or SY, PER. */
const PropertyAndCasualty = z.object({
  propertyCasualtyClaimNumber: text(50).optional(),
  /** REF*SY. Never captured from a page. */
  socialSecurityNumber: SocialSecurityNumber.optional(),
  contactName: text(60).optional(),
  contactPhone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  contactPhoneExtension: text(6).optional(),
});

interface PersonWithContact {
  readonly contactName?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly contactPhoneExtension?: string | undefined;
}

/** PER03 and PER04 are required, and an extension stands behind its telephone. */
const hasPhoneForContact = (person: PersonWithContact) =>
  person.contactPhone !== undefined || (person.contactName ?? person.contactPhoneExtension) === undefined;
const NEEDS_PHONE = { path: ['contactPhone'], message: 'is missing, and a contact is named' };

export const Patient = PersonName.extend({
  birthDate: IsoDateField,
  /** DMG03. */
  sex: z.enum(['F', 'M', 'U']),
  address: Address,
  /** For the practice; not sent. */
  phone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  /** PAT06. */
  dateOfDeath: IsoDateField.optional(),
  /** PAT08, pounds. */
  weightPounds: quantity(9_999).optional(),
  /** PAT09. */
  isPregnant: flag.optional(),
  /** REF*1W of 2010CA: the patient's own member id, property and casualty. */
  propertyCasualtyMemberId: text(50).optional(),
})
  .extend(PropertyAndCasualty.shape)
  .refine(hasPhoneForContact, NEEDS_PHONE);
export type Patient = z.infer<typeof Patient>;

const Insured = PropertyAndCasualty.extend({
  birthDate: IsoDateField.optional(),
  sex: z.enum(['F', 'M', 'U']).optional(),
  address: Address.optional(),
  /** For the practice; not sent. */
  phone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
});

/** DMG needs both. */
const hasBirthDateWithSex = ({ birthDate, sex }: { birthDate?: unknown; sex?: unknown }) =>
  (birthDate === undefined) === (sex === undefined);
const BIRTH_DATE_WITH_SEX = { path: ['birthDate'], message: 'and sex go together: give both or none' };

/** The insured person or, for work comp, the employer: then `organizationName` stands instead of the person's names. */
export const Subscriber = z.union([
  Insured.extend(NotOrganization.shape)
    .refine(hasPhoneForContact, NEEDS_PHONE)
    .refine(hasBirthDateWithSex, BIRTH_DATE_WITH_SEX),
  Insured.extend(OrganizationName.shape)
    .refine(hasPhoneForContact, NEEDS_PHONE)
    .refine(hasBirthDateWithSex, BIRTH_DATE_WITH_SEX),
]);
export type Subscriber = z.infer<typeof Subscriber>;

const Member = z.object({
  memberId: text(80, 2),
  memberIdQualifier: z.literal('II').optional(),
  address: Address.optional(),
  socialSecurityNumber: SocialSecurityNumber.optional(),
});

/** 2330A: who another insurance insures. */
export const OtherSubscriber = z.union([
  Member.extend(NotOrganization.shape),
  Member.extend(OrganizationName.shape),
]);
