/** Who bills, who treated, where, who referred, ordered and supervised. */
import { z } from 'zod';
import { Address, PracticeAddress } from './address.ts';
import { NpiField, text } from './fields.ts';
import { PersonName } from './person.ts';

/** Ten letters or digits ending in X; the code list itself is licensed and does not ship. */
const Taxonomy = z.string().regex(/^[A-Z0-9]{9}X$/);
const Phone = z.string().regex(/^\d{10}$/);

/** A number other than the NPI, with its REF01: 0B licence, 1G UPIN, G2 the payer's own number, LU location. */
export const SecondaryId = z.object({
  qualifier: z.enum(['0B', '1G', 'G2', 'LU', '2U', 'EI', 'FY', 'NF', 'SY', 'TJ']),
  value: text(50),
  /** REF04-2 of a line: the other payer that gave it. */
  payerId: text(80).optional(),
});
export type SecondaryId = z.infer<typeof SecondaryId>;
export const secondaryIds = (max: number) => z.array(SecondaryId).min(1).max(max).optional();

/** Ways to reach an office (PER). */
export const Contact = z.object({
  name: text(60).optional(),
  phone: Phone.optional(),
  extension: text(6).optional(),
  fax: Phone.optional(),
  email: text(256).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** 2010AA. An organization has a name; a person bills under last and first name. */
export const BillingProvider = z.object({
  npi: NpiField,
  taxonomy: Taxonomy.optional(),
  name: z.union([
    z.object({ kind: z.literal('organization'), organizationName: text(60) }),
    PersonName.extend({ kind: z.literal('person') }),
  ]),
  /** REF01 of 2010AA: EI employer id, SY social security number. */
  taxIdKind: z.enum(['EI', 'SY']),
  taxId: z.string().regex(/^\d{9}$/),
  /** A street, never a P.O. box; nine-digit ZIP. */
  address: PracticeAddress,
  /** PER: left out when it is the submitter's. */
  contactName: text(60).optional(),
  contactPhone: Phone.optional(),
  contactPhoneExtension: text(6).optional(),
  contactFax: Phone.optional(),
  contactEmail: text(256).optional(),
  /** CUR02 of 2000A, ISO 4217; left out for US dollars. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** REF*0B, REF*1G. */
  secondaryIds: secondaryIds(2),
});
export type BillingProvider = z.infer<typeof BillingProvider>;

/** 2010AC, only for claims of one payer against another (BHT06 31). */
export const PayToPlan = z.object({
  name: text(60),
  idQualifier: z.enum(['PI', 'XV']),
  id: text(80),
  address: Address,
  taxId: z.string().regex(/^\d{9}$/),
  secondaryIds: secondaryIds(1),
});
export type PayToPlan = z.infer<typeof PayToPlan>;

/**
 * A person, or an organization with `organizationName` instead of the person's names (2310, 2420). One without an NPI
 * (transport, homemaker) needs a secondary id.
 */
export const Provider = z.object({
  organizationName: text(60).optional(),
  lastName: text(60).optional(),
  firstName: text(35).optional(),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
  npi: NpiField.optional(),
  /** Rendering provider only. */
  taxonomy: Taxonomy.optional(),
  secondaryIds: secondaryIds(20),
});
export type Provider = z.infer<typeof Provider>;

/** 2420E: the one provider with an address. */
export const OrderingProvider = Provider.extend({ address: Address.optional(), contact: Contact.optional() });
export type OrderingProvider = z.infer<typeof OrderingProvider>;

/** 2310C, 2420C: where the service was given, when that is not the billing address. */
export const ServiceFacility = z.object({
  name: text(60),
  npi: NpiField.optional(),
  address: PracticeAddress,
  secondaryIds: secondaryIds(3),
  /** Property and casualty only. */
  contact: Contact.optional(),
});
export type ServiceFacility = z.infer<typeof ServiceFacility>;

/** 2310F, 2420H: where the ambulance brought the patient. */
export const AmbulanceDropOff = z.object({ name: text(60).optional(), address: Address });
export type AmbulanceDropOff = z.infer<typeof AmbulanceDropOff>;
