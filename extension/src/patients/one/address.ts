/** A home address as a form shows it: whole, or none. */
import type { KeptPatient } from '@claimside/shared/api';
import { CITY, STATE_CODE } from '../../options/form/kinds.ts';
import { type FieldSpec, given, type Texts } from '../../options/form/part.ts';
import { STREET, ZIP } from './kinds.ts';

type Address = KeptPatient['address'];

const PARTS = ['line1', 'city', 'state', 'postalCode'] as const;

/** Each asked for once one of them is typed. `prefix` tells two addresses of a form apart. */
export function addressFields(prefix: string, texts: Texts): FieldSpec[] {
  const isBegun = PARTS.some((part) => (texts[`${prefix}${part}`] ?? '').trim() !== '');
  const field = (name: string, label: string, kind: FieldSpec['kind'], isNeeded = true): FieldSpec => ({
    name: `${prefix}${name}`,
    label,
    kind,
    ...(!(isBegun && isNeeded) && { isOptional: true }),
  });
  return [
    { ...field('line1', 'Address', STREET), isFirst: true },
    field('line2', 'Apartment or floor', STREET, false),
    field('city', 'City', CITY),
    field('state', 'State', STATE_CODE),
    field('postalCode', 'ZIP', ZIP),
  ];
}

export const addressTexts = (prefix: string, address: Address): Texts =>
  Object.fromEntries([...PARTS, 'line2' as const].map((part) => [`${prefix}${part}`, address?.[part] ?? '']));

/** Of texts that are right; undefined where there is none. */
export function addressOf(prefix: string, texts: Texts): Address {
  const of = (part: string): string => texts[`${prefix}${part}`] ?? '';
  if (of('line1') === '') return undefined;
  return {
    line1: of('line1'),
    ...given('line2', of('line2')),
    city: of('city'),
    state: of('state'),
    postalCode: of('postalCode'),
  };
}
