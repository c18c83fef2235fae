/** The patient and the subscriber (2010BA, 2010CA). */
import { z } from 'zod';
import { Address } from './address.ts';
import { flag, IsoDateField, quantity, text } from './fields.ts';

export const PersonName = z.object({
  lastName: text(60),
  firstName: text(35),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
});
export type PersonName = z.infer<typeof PersonName>;

/** What only property and casualty payers (work comp, auto) ask of a person: REF*Y4, REF*1W or SY, PER. */
const PropertyAndCasualty = z.object({
  propertyCasualtyClaimNumber: text(50).optional(),
  /** REF*SY. Never captured from a page. */
  socialSecurityNumber: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  contactName: text(60).optional(),
  contactPhone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  contactPhoneExtension: text(6).optional(),
});

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
}).extend(PropertyAndCasualty.shape);
export type Patient = z.infer<typeof Patient>;

/** The insured person or, for work comp, the employer: then `organizationName` stands instead of the person's names. */
export const Subscriber = z
  .object({
    organizationName: text(60).optional(),
    lastName: text(60).optional(),
    firstName: text(35).optional(),
    middleName: text(25).optional(),
    suffix: text(10).optional(),
    birthDate: IsoDateField.optional(),
    sex: z.enum(['F', 'M', 'U']).optional(),
    address: Address.optional(),
    /** For the practice; not sent. */
    phone: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
  })
  .extend(PropertyAndCasualty.shape);
export type Subscriber = z.infer<typeof Subscriber>;
