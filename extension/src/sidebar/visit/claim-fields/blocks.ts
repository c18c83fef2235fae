/** Groups of fields that stand in many places of a claim: names, addresses, contacts, providers and their numbers. */
import { COUNTRY, STATE } from '@claimside/shared/codes';
import { NUMBER_KINDS, SEXES } from './choices.ts';
import { choice, code, date, digits, flag, list, rare, state, text, under } from './make.ts';
import { givenBy } from './other-payers.ts';
import type { FieldSpec, ListField, PickField } from './spec.ts';

const { US: _, ...OTHER_COUNTRIES } = COUNTRY.codes;

/** A person's name; ` · Tester, Anna` in a line of values. */
export const nameFields = (): FieldSpec[] => [
  text('lastName', 'Last name', { width: 'half' }),
  text('firstName', 'First name', { width: 'half', before: ', ' }),
  text('middleName', 'Middle name', { width: 'half', before: ' ', isRare: true }),
  text('suffix', 'Suffix', { width: 'half', before: ' ', isRare: true }),
];

/** A place of the practice: always in the United States, nine-digit ZIP. */
export const usAddressFields = (place: string): FieldSpec[] =>
  under(place, [
    text('line1', 'Street'),
    text('line2', 'Suite, unit', { before: ', ' }),
    text('city', 'City', { width: 'half', before: ', ' }),
    choice('state', 'State', STATE.codes, { before: ', ' }),
    digits('postalCode', 'ZIP', { before: ' ' }),
  ]);

/** Any address. With another country than the United States, state and ZIP are what that country calls them. */
export const addressFields = (place: string): FieldSpec[] =>
  under(place, [
    text('line1', 'Street'),
    text('line2', 'Suite, unit', { before: ', ' }),
    text('city', 'City', { width: 'half', before: ', ' }),
    state('state', 'State', { before: ', ' }),
    digits('postalCode', 'ZIP', { before: ' ' }),
    choice('country', 'Country', OTHER_COUNTRIES, { blank: 'United States', before: ', ', isRare: true }),
    code('countrySubdivision', 'Region', { before: ', ', isRare: true, onlyWith: 'country' }),
  ]);

/** Who it is, for the patient and the insured person. */
export const personFields = (): FieldSpec[] => [
  ...nameFields(),
  date('birthDate', 'Birth date'),
  choice('sex', 'Sex', SEXES),
  ...addressFields('address'),
  digits('phone', 'Phone'),
];

/** What only payers of work comp and car accidents ask about a person. */
export const propertyCasualtyFields = (): FieldSpec[] => [
  code('propertyCasualtyClaimNumber', 'Claim number at the payer', { width: 'full' }),
  text('contactName', 'Contact', { width: 'half' }),
  digits('contactPhone', 'Contact phone'),
  digits('contactPhoneExtension', 'Extension', { isRare: true }),
  digits('socialSecurityNumber', 'Social Security number', { isRare: true }),
];

type NumberKind = keyof typeof NUMBER_KINDS;

/** Numbers other than the NPI. */
export function otherNumbers(
  path: string,
  kinds: readonly NumberKind[],
  most: number,
  more: Partial<ListField> = {},
): ListField {
  return list(path, 'Other numbers', { item: 'number', most, fields: numberFields(kinds), ...more });
}

const numberFields = (kinds: readonly NumberKind[]): FieldSpec[] => [
  choice('qualifier', 'Kind', Object.fromEntries(kinds.map((kind) => [kind, NUMBER_KINDS[kind]]))),
  text('value', 'Number', { width: 'half', before: ' ' }),
];

/** At a line a number may be that of another payer. */
const atLine = (kinds: readonly NumberKind[]) => ({ fields: [...numberFields(kinds), ...rare([givenBy()])] });

const telephoneFields = (): FieldSpec[] => [
  text('name', 'Contact', { width: 'half' }),
  digits('phone', 'Phone'),
  digits('extension', 'Extension'),
];

export const contactFields = (place: string): FieldSpec[] =>
  under(place, [...telephoneFields(), digits('fax', 'Fax'), text('email', 'E-mail')]);

/** Takes everything known of one of the practice's providers. */
export const practiceProvider = (place: string, label = 'From the practice'): PickField => ({
  kind: 'provider',
  path: place,
  label,
  fills: { provider: place },
});

type Role = 'rendering' | 'supervising' | 'referring' | 'ordering' | 'purchased';

/** What there is to say of a provider, by what it does: only a rendering one has a taxonomy and may be an organization. */
export function providerFields(place: string, role: Role, options: { isAtLine?: true } = {}): FieldSpec[] {
  const kinds: readonly NumberKind[] =
    role === 'rendering' || role === 'supervising' ? ['0B', '1G', 'G2', 'LU'] : ['0B', '1G', 'G2'];
  const most = options.isAtLine ? 20 : role === 'referring' ? 3 : 4;
  return under(place, [
    ...(role === 'purchased' ? [] : nameFields()),
    digits('npi', 'NPI'),
    ...(role === 'rendering' ? [code('taxonomy', 'Taxonomy code')] : []),
    ...rare([
      ...(role === 'rendering' ? [text('organizationName', 'Organization')] : []),
      ...(role === 'purchased' ? [flag('isOrganization', 'An organization')] : []),
      otherNumbers('secondaryIds', kinds, most, options.isAtLine ? atLine(kinds) : {}),
    ]),
  ]);
}

/** Where the service was given. */
export function facilityFields(place: string, options: { isAtLine?: true } = {}): FieldSpec[] {
  const kinds: readonly NumberKind[] = ['0B', 'G2', 'LU'];
  return [
    text(`${place}.name`, 'Name'),
    digits(`${place}.npi`, 'NPI', { width: 'full' }),
    ...usAddressFields(`${place}.address`),
    ...rare([
      otherNumbers(`${place}.secondaryIds`, kinds, 3, options.isAtLine ? atLine(kinds) : {}),
      ...(options.isAtLine ? [] : under(`${place}.contact`, telephoneFields())),
    ]),
  ];
}
