/** Who bills, who treated, where, who referred, ordered and supervised. */
import { z } from 'zod';
import { Address, PracticeAddress } from './address.ts';
import { flag, NpiField, text } from './fields.ts';
import { AnyPersonName, NotOrganization, OrganizationName, PersonName } from './person.ts';
import { lineSecondaryIds, secondaryIds } from './secondary-ids.ts';

/** Ten letters or digits ending in X; the code list itself is licensed and does not ship. */
const Taxonomy = z.string().regex(/^[A-Z0-9]{9}X$/);
const Phone = z.string().regex(/^\d{10}$/);

/** 2010AA. An organization has a name; a person bills under last and first name. */
export const BillingProvider = z
  .object({
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
    secondaryIds: secondaryIds(['0B', '1G'], 2).optional(),
  })
  .refine(
    (billing) =>
      billing.contactName === undefined ||
      (billing.contactPhone ?? billing.contactFax ?? billing.contactEmail) !== undefined,
    { path: ['contactPhone'], message: 'is missing, and so are fax and e-mail of the contact' },
  )
  .refine((billing) => billing.contactPhoneExtension === undefined || billing.contactPhone !== undefined, {
    path: ['contactPhoneExtension'],
    message: 'needs its telephone number',
  });
export type BillingProvider = z.infer<typeof BillingProvider>;

/** 2010AC, only for claims of one payer against another (BHT06 31). */
export const PayToPlan = z.object({
  name: text(60),
  idQualifier: z.enum(['PI', 'XV']),
  id: text(80, 2),
  address: Address,
  taxId: z.string().regex(/^\d{9}$/),
  secondaryIds: secondaryIds(['2U', 'FY', 'NF'], 1).optional(),
});
export type PayToPlan = z.infer<typeof PayToPlan>;

const Numbered = z.object({ npi: NpiField.optional() });
const RenderingIds = ['0B', '1G', 'G2', 'LU'] as const;
const PersonIds = ['0B', '1G', 'G2'] as const;

/** Who referred (2310A): a person. One without an NPI needs a secondary id, as does any provider. */
export const ReferringProvider = Numbered.extend(AnyPersonName.shape).extend({
  secondaryIds: secondaryIds(PersonIds, 3).optional(),
});
/** Who supervised (2310D): a person. */
export const SupervisingProvider = Numbered.extend(AnyPersonName.shape).extend({
  secondaryIds: secondaryIds(RenderingIds, 4).optional(),
});
/** Who treated (2310B): a person, or an organization with `organizationName` instead of the person's names. */
const Rendering = Numbered.extend({
  taxonomy: Taxonomy.optional(),
  secondaryIds: secondaryIds(RenderingIds, 4).optional(),
});
export const Provider = z.union([
  Rendering.extend(NotOrganization.shape),
  Rendering.extend(OrganizationName.shape),
]);
export type Provider = z.infer<typeof Provider>;

/** The same at a line (2420A, 2420D, 2420F), whose secondary ids may be those of another payer. */
const LineRendering = Rendering.extend({ secondaryIds: lineSecondaryIds(RenderingIds, 20).optional() });
export const LineRenderingProvider = z.union([
  LineRendering.extend(NotOrganization.shape),
  LineRendering.extend(OrganizationName.shape),
]);
export const LineSupervisingProvider = SupervisingProvider.extend({
  secondaryIds: lineSecondaryIds(RenderingIds, 20).optional(),
});
export const LineReferringProvider = ReferringProvider.extend({
  secondaryIds: lineSecondaryIds(PersonIds, 20).optional(),
});

/** 2420B: numbers only, no name. */
export const PurchasedServiceProvider = Numbered.extend({
  /** NM102. */
  isOrganization: flag.optional(),
  secondaryIds: lineSecondaryIds(PersonIds, 20).optional(),
});

/** PER of 2420E: one to three numbers, and an extension right behind its telephone. */
export const Contact = z
  .object({
    name: text(60).optional(),
    phone: Phone.optional(),
    extension: text(6).optional(),
    fax: Phone.optional(),
    email: text(256).optional(),
  })
  .refine(({ phone, fax, email }) => (phone ?? fax ?? email) !== undefined, {
    path: ['phone'],
    message: 'is missing, and so are fax and e-mail',
  })
  .refine(({ phone, extension }) => extension === undefined || phone !== undefined, {
    path: ['extension'],
    message: 'needs its telephone number',
  })
  .refine((contact) => [contact.phone, contact.extension, contact.fax, contact.email].includes(undefined), {
    path: ['email'],
    message: 'has no place beside telephone, extension and fax',
  });
export type Contact = z.infer<typeof Contact>;

/** 2420E: the one provider with an address. */
export const OrderingProvider = LineReferringProvider.extend({
  address: Address.optional(),
  contact: Contact.optional(),
});
export type OrderingProvider = z.infer<typeof OrderingProvider>;

const FacilityIds = ['0B', 'G2', 'LU'] as const;

/** 2420C: where this service was given, when that is not where the claim's were. */
export const LineServiceFacility = z.object({
  name: text(60),
  npi: NpiField.optional(),
  address: PracticeAddress,
  secondaryIds: lineSecondaryIds(FacilityIds, 3).optional(),
});

/** 2310C: where the service was given, when that is not the billing address. */
export const ServiceFacility = LineServiceFacility.extend({
  secondaryIds: secondaryIds(FacilityIds, 3).optional(),
  /** Property and casualty only. */
  contact: z.object({ name: text(60).optional(), phone: Phone, extension: text(6).optional() }).optional(),
});
export type ServiceFacility = z.infer<typeof ServiceFacility>;

/** 2310F, 2420H: where the ambulance brought the patient. */
export const AmbulanceDropOff = z.object({ name: text(60).optional(), address: Address });
export type AmbulanceDropOff = z.infer<typeof AmbulanceDropOff>;
