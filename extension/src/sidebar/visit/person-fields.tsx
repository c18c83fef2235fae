/** The fields of a person, for the patient and for the insured person. */
import { STATES } from '@claimside/shared/codes';
import { date, digits } from './field-kinds.ts';
import type { FieldSpec } from './group.tsx';
import { ChoiceField, ValueField } from './value-field.tsx';

export const SEXES = { F: 'Female', M: 'Male', U: 'Unknown' } as const;

/** `who` is the person's path in the draft; `prefix` tells two persons' labels apart. */
export function personFields(who: 'patient' | 'subscriber', prefix = ''): FieldSpec[] {
  const label = (text: string) => (prefix === '' ? text : `${prefix} ${text.toLowerCase()}`);
  const field = (path: string, name: string, width: FieldSpec['width'], kind?: typeof date): FieldSpec => ({
    path: `${who}.${path}`,
    label: label(name),
    width: width ?? 'full',
    field: <ValueField path={`${who}.${path}`} label={label(name)} {...(kind ? { kind } : {})} />,
  });
  return [
    field('lastName', 'Last name', 'half'),
    field('firstName', 'First name', 'half'),
    field('birthDate', 'Birth date', 'half', date),
    {
      path: `${who}.sex`,
      label: label('Sex'),
      width: 'half',
      field: <ChoiceField path={`${who}.sex`} label={label('Sex')} choices={SEXES} />,
    },
    field('address.line1', 'Street', 'full'),
    field('address.line2', 'Suite, unit', 'full'),
    field('address.city', 'City', 'half'),
    {
      path: `${who}.address.state`,
      label: label('State'),
      width: 'half',
      field: <ChoiceField path={`${who}.address.state`} label={label('State')} choices={STATES} />,
    },
    field('address.postalCode', 'ZIP', 'half', digits),
    field('phone', 'Phone', 'half', digits),
  ];
}
