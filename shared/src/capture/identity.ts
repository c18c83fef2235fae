/** Whose chart it is: the patient as far as a document tells, and whether two documents agree. */
import type { Captured, CaptureField } from './capture.ts';
import { UNREADABLE } from './doubt.ts';
import { personKey } from './names.ts';

export interface PatientIdentity {
  readonly name?: string;
  readonly birthDate?: string;
  readonly chartNumber?: string;
}

/** The fields that tell whose a document is. */
export const IDENTITY_FIELDS = [
  'patient.lastName',
  'patient.firstName',
  'patient.name',
  'patient.birthDate',
  'patient.chartNumber',
] as const satisfies readonly CaptureField[];

/** False where nothing is said of a patient. */
export const isSomebody = (identity: PatientIdentity): boolean => Object.keys(identity).length > 0;

export type Agreement = 'agree' | 'conflict' | 'unknown';

/** The identity in captured fields; empty where the document says nothing about a patient. */
export function identityOf(fields: Partial<Record<CaptureField, Captured>>): PatientIdentity {
  // A text that could not be read identifies nobody.
  const said = (field: (typeof IDENTITY_FIELDS)[number]): string | undefined => {
    const value = fields[field];
    return value && value.confidence > UNREADABLE ? value.value : undefined;
  };
  const first = said('patient.firstName');
  const last = said('patient.lastName');
  const whole = first && last ? `${last}, ${first}` : said('patient.name');
  const name = whole === undefined ? undefined : personKey(whole);
  const birthDate = said('patient.birthDate');
  const chartNumber = said('patient.chartNumber');
  return { ...(name && { name }), ...(birthDate && { birthDate }), ...(chartNumber && { chartNumber }) };
}

/** Two witnesses: any part that both name and that differs is a conflict; nothing in common is unknown. */
export function agreement(one: PatientIdentity, other: PatientIdentity): Agreement {
  const common = commonParts(one, other);
  return common === 'conflict' ? common : common > 0 ? 'agree' : 'unknown';
}

/** How many parts both name alike; a conflict where both name one and it differs. */
export function commonParts(one: PatientIdentity, other: PatientIdentity): number | 'conflict' {
  let common = 0;
  for (const part of ['name', 'birthDate', 'chartNumber'] as const) {
    if (one[part] === undefined || other[part] === undefined) continue;
    if (one[part].toLowerCase() !== other[part].toLowerCase()) return 'conflict';
    common += 1;
  }
  return common;
}

/** The identity joined into one text, to compare and never to show. */
export function identityKey(identity: PatientIdentity): string {
  const parts = [identity.name, identity.birthDate, identity.chartNumber];
  return parts.every((part) => part === undefined) ? '' : parts.map((part) => part ?? '').join('|');
}
