/** The fields of a street address of the practice's own, and of one that letters go to. */
import type { PracticeAddress } from '@claimside/shared/claim';
import { CITY, POSTAL_STREET, POSTAL_ZIP, STATE_CODE, STREET, ZIP } from '../form/kinds.ts';
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

export const POSTAL_FIELDS: readonly FieldSpec[] = [
  { name: 'line1', label: 'Street or P.O. box', kind: POSTAL_STREET, isFirst: true },
  { name: 'line2', label: 'Suite or department', kind: POSTAL_STREET, isOptional: true },
  { name: 'city', label: 'City', kind: CITY },
  { name: 'state', label: 'State', kind: STATE_CODE },
  { name: 'postalCode', label: 'ZIP', kind: POSTAL_ZIP },
];

export function addressTexts(address: PracticeAddress | undefined): Texts {
  const { line1 = '', line2 = '', city = '', state = '', postalCode = '' } = address ?? {};
  return { line1, line2, city, state, postalCode: postalCode.replace(/^(\d{5})(\d{4})$/, '$1-$2') };
}

export function addressFrom(texts: Texts): PracticeAddress {
  const { line1 = '', line2, city = '', state = '', postalCode = '' } = texts;
  return { line1, ...given('line2', line2), city, state, postalCode };
}
