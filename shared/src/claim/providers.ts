/** Who bills, who treated, where, and who referred. */
import { z } from 'zod';
import { Address } from './address.ts';
import { NpiField, text } from './fields.ts';
import { PersonName } from './person.ts';

/** Ten letters or digits ending in X; the code list itself is licensed and does not ship. */
const Taxonomy = z.string().regex(/^[A-Z0-9]{9}X$/);

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
  address: Address.extend({ postalCode: z.string().regex(/^\d{9}$/) }),
  contactName: text(60),
  contactPhone: z.string().regex(/^\d{10}$/),
});
export type BillingProvider = z.infer<typeof BillingProvider>;

/** 2310A referring, 2310B rendering. */
export const Provider = PersonName.extend({ npi: NpiField, taxonomy: Taxonomy.optional() });
export type Provider = z.infer<typeof Provider>;

/** 2310C: where the service was given, when that is not the billing address. */
export const ServiceFacility = z.object({
  name: text(60),
  npi: NpiField.optional(),
  address: Address.extend({ postalCode: z.string().regex(/^\d{9}$/) }),
});
export type ServiceFacility = z.infer<typeof ServiceFacility>;
