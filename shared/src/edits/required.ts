/** What every professional claim must say. */
import { type ClaimDraft, valueAt } from '../claim/index.ts';
import type { Edit, Hit } from './registry.ts';

/** Field path, its name, and where it usually comes from. */
const REQUIRED: readonly (readonly [string, string, string])[] = [
  ['patient.lastName', "The patient's last name", 'Open the patient in the chart or type it.'],
  ['patient.firstName', "The patient's first name", 'Open the patient in the chart or type it.'],
  ['patient.birthDate', "The patient's birth date", 'Open the demographics in the chart or type it.'],
  ['patient.sex', "The patient's sex", 'Choose F, M or U.'],
  ['patient.address.line1', "The patient's street", 'Open the demographics in the chart or type it.'],
  ['patient.address.city', "The patient's city", 'Open the demographics in the chart or type it.'],
  ['patient.address.state', "The patient's state", 'Open the demographics in the chart or choose it.'],
  ['patient.address.postalCode', "The patient's ZIP code", 'Open the demographics in the chart or type it.'],
  [
    'relationshipToSubscriber',
    'What the patient is to the insured person',
    'Choose self, spouse, child or other.',
  ],
  [
    'coverage.memberId',
    'The member ID',
    "Open the insurance in the chart or type it from the patient's card.",
  ],
  ['billingProvider.npi', "The practice's billing NPI", 'An admin completes the practice settings.'],
  ['billingProvider.taxId', "The practice's tax ID", 'An admin completes the practice settings.'],
  [
    'billingProvider.address.postalCode',
    "The practice's ZIP code",
    'An admin completes the practice settings.',
  ],
  ['placeOfService', 'The place of service', 'Choose where the patient was seen.'],
];

const SUBSCRIBER: readonly (readonly [string, string, string])[] = [
  ['subscriber.lastName', "The insured person's last name", 'Open the insurance in the chart or type it.'],
  ['subscriber.firstName', "The insured person's first name", 'Open the insurance in the chart or type it.'],
  ['subscriber.birthDate', "The insured person's birth date", 'Open the insurance in the chart or type it.'],
  ['subscriber.sex', "The insured person's sex", 'Choose F, M or U.'],
  ['subscriber.address.line1', "The insured person's street", 'Open the insurance in the chart or type it.'],
  ['subscriber.address.city', "The insured person's city", 'Open the insurance in the chart or type it.'],
  ['subscriber.address.state', "The insured person's state", 'Open the insurance in the chart or choose it.'],
  [
    'subscriber.address.postalCode',
    "The insured person's ZIP code",
    'Open the insurance in the chart or type it.',
  ],
];

export const requiredEdits: readonly Edit[] = [
  {
    id: 'required',
    severity: 'error',
    *check(draft) {
      yield* missing(draft, REQUIRED);
      if (draft.relationshipToSubscriber && draft.relationshipToSubscriber !== '18')
        yield* missing(draft, SUBSCRIBER);
      if (!draft.diagnoses?.length) yield hit('diagnoses', 'A diagnosis', 'Add the diagnosis of the visit.');
      if (!draft.serviceLines?.length) yield hit('serviceLines', 'A service line', 'Add what was done.');
      for (const [index, line] of (draft.serviceLines ?? []).entries()) {
        const at = `serviceLines.${index}`;
        if (!line.procedureCode)
          yield hit(`${at}.procedureCode`, 'The procedure code', 'Type the CPT or HCPCS code.');
        if (line.chargeAmount === undefined)
          yield hit(`${at}.chargeAmount`, 'The charge', "Type the line's charge.");
        if (line.units === undefined) yield hit(`${at}.units`, 'The number of units', 'Type how many.');
        if (!line.serviceDate)
          yield hit(`${at}.serviceDate`, 'The date of service', 'Open the visit or type the date.');
        if (!line.diagnosisPointers?.length)
          yield hit(
            `${at}.diagnosisPointers`,
            'The diagnosis this line is for',
            'Choose one to four of the diagnoses.',
          );
      }
    },
  },
];

function* missing(draft: ClaimDraft, fields: typeof REQUIRED): Generator<Hit> {
  for (const [path, name, fix] of fields) {
    const value = valueAt(draft, path);
    if (value === undefined || value === '') yield hit(path, name, fix);
  }
}

const hit = (path: string, name: string, fix: string): Hit => ({ path, message: `${name} is missing.`, fix });
