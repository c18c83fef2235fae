/** Payer and payee of a remittance (1000A, 1000B). */
import { textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { references, text } from './fields.ts';

/** N3 and N4, as sent. */
const Address = z
  .object({
    line1: text(55),
    line2: text(55),
    city: text(30, 2),
    state: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    postalCode: text(15, 3),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    countrySubdivision: text(3),
  })
  .optional();

/** PER. */
export const Contact = z.object({
  name: text(60),
  phone: text(256),
  extension: text(256),
  fax: text(256),
  email: text(256),
});

const TechnicalContact = Contact.extend({ url: text(256) });

export const Payer = z.object({
  name: textField(60),
  /** N104, a national plan id. */
  id: text(80, 2),
  address: Address,
  /** REF: 2U payer id, EO submitter id, HI health industry number, NF NAIC. */
  additionalIds: references(['2U', 'EO', 'HI', 'NF'], 4),
  /** PER*CX. */
  businessContact: Contact.optional(),
  /** PER*BL. */
  technicalContacts: z.array(TechnicalContact).min(1).max(9).optional(),
  /** PER*IC. */
  webSite: text(256),
});

export const Payee = z.object({
  name: textField(60),
  /** N104 under XX. */
  npi: text(80, 2),
  /** N104 under FI, or REF*TJ where N104 is another number. */
  taxId: text(50, 2),
  /** N104 under XV. */
  planId: text(80, 2),
  address: Address,
  /** REF: 0B licence, D3 pharmacy number, PQ payee id. */
  additionalIds: references(['0B', 'D3', 'PQ'], 9),
  /** RDM: how the remittance is sent: BM by mail, EM e-mail, FT file transfer, OL on line. */
  delivery: z
    .object({ method: z.enum(['BM', 'EM', 'FT', 'OL']), name: text(60), address: text(256) })
    .optional(),
});
