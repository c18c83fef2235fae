/** The fields of a street address of the practice's own. */
import type { PracticeAddress } from '@claimside/shared/claim';
import { CITY, STATE_CODE, STREET, ZIP } from '../form/kinds.ts';
import { type FieldSpec, given, type Texts } from '../form/part.ts';

export const ADDRESS_FIELDS: readonly FieldSpec[] = [
  {
    name: 'line1',
    label: 'Street',
    kind: STREET,
    hint: 'No P.O. box: claims need a street.',
    isFirst: true,
  },
  { name: 'line2', label: 'Suite or floor', kind: STREET, isOptional: true },
  { name: 'city', label: 'City', kind: CITY },
  { name: 'state', label: 'State', kind: STATE_CODE },
  { name: 'postalCode', label: 'ZIP, nine digits', kind: ZIP },
];

export function addressTexts(address: PracticeAddress | undefined): Texts {
  const { line1 = '', line2 = '', city = '', state = '', postalCode = '' } = address ?? {};
  return { line1, line2, city, state, postalCode: postalCode.replace(/^(\d{5})(\d{4})$/, '$1-$2') };
}

export function addressFrom(texts: Texts): PracticeAddress {
  const { line1 = '', line2, city = '', state = '', postalCode = '' } = texts;
  return { line1, ...given('line2', line2), city, state, postalCode };
}
