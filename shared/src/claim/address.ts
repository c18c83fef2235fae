/** A postal address (N3, N4), in the United States unless it names another country. */
import { z } from 'zod';
import { absent, text } from './fields.ts';

const Street = z.object({
  line1: text(55),
  line2: text(55).optional(),
  city: text(30, 2),
});

export const UsAddress = Street.extend({
  /** Two-letter state code; also a Canadian province where the address is foreign. */
  state: z.string().regex(/^[A-Z]{2}$/),
  /** 5 or 9 digits without a hyphen. */
  postalCode: z.string().regex(/^(\d{5}|\d{9})$/),
});

/** The practice's own places: nine digits, as 2010AA and 2310C want. */
export const PracticeAddress = UsAddress.extend({ postalCode: z.string().regex(/^\d{9}$/) });

const ForeignStreet = Street.extend({
  postalCode: text(15, 3).optional(),
  /** N404, ISO 3166 alpha-2, never US. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .refine((country) => country !== 'US', { message: 'is left out in the United States' }),
});

/** In the United States; elsewhere with N402 or N407, never both. */
export const Address = z.union([
  UsAddress.extend({ country: absent, countrySubdivision: absent }),
  ForeignStreet.extend({
    state: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    countrySubdivision: absent,
  }),
  ForeignStreet.extend({
    state: absent,
    /** N407, ISO 3166-2 without the country. */
    countrySubdivision: text(3),
  }),
]);
export type Address = z.infer<typeof Address>;
export type UsAddress = z.infer<typeof UsAddress>;
export type PracticeAddress = z.infer<typeof PracticeAddress>;

/** All ways people write a post office box. */
const PO_BOX = /\b(p\.?\s*o\.?\s*b(ox)?\b|post\s+office\s+box|pob\s*\d)/i;

export const isPostOfficeBox = (line: string): boolean => PO_BOX.test(line);

/** Any part may be missing. */
export interface AddressLike {
  readonly line1?: string | undefined;
  readonly line2?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
  readonly countrySubdivision?: string | undefined;
}

/** `1 EXAMPLE STREET, SPRINGFIELD, IL 62701-0001`. */
export function addressWords(address: AddressLike): string {
  const { line1, line2, city, state, postalCode = '', country, countrySubdivision } = address;
  const zip = /^\d{9}$/.test(postalCode) ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode;
  const region = [state ?? countrySubdivision, zip].filter(Boolean).join(' ');
  return [line1, line2, city, region, country].filter(Boolean).join(', ');
}
