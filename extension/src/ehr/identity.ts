/** Whose chart it is: the patient as far as a document tells, and whether two documents agree. */
import type { Captured, CaptureField } from '@claimside/shared/capture';
import { nameKey } from './normalise/people.ts';

export interface PatientIdentity {
  readonly name?: string;
  readonly birthDate?: string;
  readonly chartNumber?: string;
}

export type Agreement = 'agree' | 'conflict' | 'unknown';

/** The identity in captured fields; empty where the document says nothing about a patient. */
export function identityOf(fields: Partial<Record<CaptureField, Captured>>): PatientIdentity {
  const first = fields['patient.firstName']?.value;
  const last = fields['patient.lastName']?.value;
  const whole = first && last ? `${last}, ${first}` : fields['patient.name']?.value;
  const name = whole === undefined ? undefined : nameKey(whole);
  const birthDate = fields['patient.birthDate']?.value;
  const chartNumber = fields['patient.chartNumber']?.value;
  return { ...(name && { name }), ...(birthDate && { birthDate }), ...(chartNumber && { chartNumber }) };
}

/** Two witnesses: any part that both name and that differs is a conflict; nothing in common is unknown. */
export function agreement(one: PatientIdentity, other: PatientIdentity): Agreement {
  let common = 0;
  for (const part of ['name', 'birthDate', 'chartNumber'] as const) {
    if (one[part] === undefined || other[part] === undefined) continue;
    if (one[part].toLowerCase() !== other[part].toLowerCase()) return 'conflict';
    common += 1;
  }
  return common > 0 ? 'agree' : 'unknown';
}

/** The identity joined into one text, to compare and never to show. */
export function identityKey(identity: PatientIdentity): string {
  const parts = [identity.name, identity.birthDate, identity.chartNumber];
  return parts.every((part) => part === undefined) ? '' : parts.map((part) => part ?? '').join('|');
}
