/** Values of a claim in words: whatever field they stand in, so that nothing a claim carries is left unsaid. */
import {
  ADJUSTMENT_GROUP,
  ATTACHMENT_REPORT,
  ATTACHMENT_TRANSMISSION,
  CLAIM_FILING,
  CLAIM_FREQUENCY,
  CONTRACT_TYPE,
  type CodeSet,
  DELAY_REASON,
  DRUG_UNIT,
  INSURANCE_TYPE,
  PATIENT_CONDITION,
  PAYER_RANK,
  PLACE_OF_SERVICE,
  RELATED_CAUSE,
  RELATIONSHIP,
  SERVICE_UNIT,
  SPECIAL_PROGRAM,
  TRANSPORT_REASON,
} from '@claimside/shared/codes';
import { cents, formatMoney } from '@claimside/shared/values';
import { said } from '../../../../transactions/parts/said.ts';

/** A line of the page: what, then the words. */
export const row = (what: string, text: string) => `  ${what.padEnd(COLUMN)} ${text}`;
/** A line that belongs to the one above. */
export const below = (text: string) => row('', text);

const COLUMN = 12;

/** Meanings by the name of the field, and of the part it stands in where names alone do not tell. */
const CODES: Readonly<Record<string, Pick<CodeSet, 'codes'>>> = {
  placeOfService: PLACE_OF_SERVICE,
  frequency: CLAIM_FREQUENCY,
  rank: PAYER_RANK,
  relationshipToSubscriber: RELATIONSHIP,
  insuranceType: INSURANCE_TYPE,
  claimFilingIndicator: CLAIM_FILING,
  relatedCauses: RELATED_CAUSE,
  specialProgram: SPECIAL_PROGRAM,
  delayReason: DELAY_REASON,
  reportType: ATTACHMENT_REPORT,
  transmission: ATTACHMENT_TRANSMISSION,
  natureOfCondition: PATIENT_CONDITION,
  group: ADJUSTMENT_GROUP,
  unit: DRUG_UNIT,
  unitOfMeasure: SERVICE_UNIT,
  'ambulance.reason': TRANSPORT_REASON,
  'contract.type': CONTRACT_TYPE,
  assignmentOfBenefits: {
    codes: { A: 'Accepted', B: 'Accepted for laboratory services only', C: 'Not accepted' },
  },
  benefitsToProvider: { codes: { Y: 'Yes', N: 'No', W: 'Not applicable' } },
  releaseOfInformation: { codes: { Y: 'Signed', I: 'By informed consent' } },
  rentalFrequency: { codes: { 1: 'Weekly', 4: 'Monthly', 6: 'Daily' } },
  sex: { codes: { F: 'Female', M: 'Male', U: 'Unknown' } },
  taxIdKind: { codes: { EI: 'Employer id', SY: 'Social security number' } },
  qualifier: {
    codes: {
      '0B': 'State licence',
      '1G': 'UPIN',
      '2U': 'Payer id',
      EI: 'Employer id',
      FY: 'Claim office',
      G2: "Payer's own number",
      LU: 'Location',
      NF: 'NAIC number',
    },
  },
};

/** `office (11)`; a code that no list has, as it is; `?` for none. */
export function meaning(field: string, code: string | undefined): string {
  if (code === undefined) return '?';
  const words = said(said(CODES, field)?.codes ?? {}, code);
  return words === undefined ? code : `${lower(words)} (${code})`;
}

/** A sentence goes on; what is written in capitals stays so. */
const lower = (words: string) =>
  /^([A-Z][A-Z]|Medicare|Medicaid|Blue)/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** `priorAuthorizationNumber`: `prior authorization number`. */
export function label(field: string): string {
  const own = said(LABELS, field);
  if (own !== undefined) return own;
  return field
    .replace(/^is(?=[A-Z])/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => said(ACRONYMS, word.toLowerCase()) ?? word.toLowerCase())
    .join(' ');
}

/** Where the name of the field is not what a biller says. */
const LABELS: Readonly<Record<string, string>> = {
  claimFilingIndicator: 'kind of insurance',
  relatedCauses: 'related to',
  taxIdKind: 'kind of tax id',
  lineItemControlNumber: 'line number',
  isMedicareSection4081: 'Medicare section 4081',
};

const ACRONYMS: Readonly<Record<string, string>> = {
  npi: 'NPI',
  clia: 'CLIA',
  epsdt: 'EPSDT',
  hcpcs: 'HCPCS',
  xray: 'X-ray',
};

/** Amounts by their names: whole cents in the model. */
const IS_MONEY = /(Amount|Price|Liability|^amount)$/;

/** Any value, in words: parts with the names of their fields, lists with commas. `field` may be `ambulance.reason`. */
export function spoken(field: string, value: unknown): string {
  const name = field.split('.').at(-1) ?? '';
  if (Array.isArray(value))
    return value.map((each) => spoken(field, each)).join(isPlain(value[0]) ? ', ' : '; ');
  if (typeof value === 'object' && value !== null) return parts(name, value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return IS_MONEY.test(name) ? formatMoney(cents(value)) : String(value);
  if (typeof value !== 'string') return '?';
  return Object.hasOwn(CODES, field) ? meaning(field, value) : meaning(name, value);
}

/** Those fields of a part that are not told yet: `group number G1, tax id 123456789`. */
export function rest(part: string, value: object, ...told: readonly string[]): string[] {
  return Object.entries(value)
    .filter(([name, each]) => !told.includes(name) && isSaid(each))
    .map(([name, each]) => `${label(name)} ${spoken(`${part}.${name}`, each)}`);
}

/** Whether there is anything to say: an empty list says nothing. */
export const isSaid = (value: unknown) =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

function parts(part: string, value: object): string {
  return rest(part, value).join(', ');
}

const isPlain = (value: unknown) => typeof value !== 'object';
