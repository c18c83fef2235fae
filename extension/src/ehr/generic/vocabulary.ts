/** What labels mean on a page that no recipe knows: words of US practices, whole labels only. */
import type { CaptureField } from '@claimside/shared/capture';
import type { LineTable } from '../ehr.ts';

/** Whose section a label stands in, by its heading. */
export type Section = 'patient' | 'subscriber' | 'provider' | 'referring' | 'other';

interface Meaning {
  readonly label: RegExp;
  readonly field: CaptureField;
  /** Only in these sections; in any but `other` when left out. */
  readonly in?: readonly Section[];
}

/** The first that matches counts. Tested against the label in lower case without marks. */
export const MEANINGS: readonly Meaning[] = [
  { label: /^(patient )?(last|family) name$/, field: 'patient.lastName', in: ['patient'] },
  { label: /^(patient )?(first|given) name$/, field: 'patient.firstName', in: ['patient'] },
  { label: /^(patient )?middle (name|initial)$|^mi$/, field: 'patient.middleName', in: ['patient'] },
  { label: /^patient( name)?$/, field: 'patient.name', in: ['patient'] },
  { label: /^(full )?name$/, field: 'patient.name', in: ['patient'] },
  { label: /^(patient )?(date of birth|birth ?date|dob)$/, field: 'patient.birthDate', in: ['patient'] },
  { label: /^(patient )?(sex|gender|administrative sex)$/, field: 'patient.sex', in: ['patient'] },
  { label: /^(street( address)?|address( line)?( 1)?)$/, field: 'patient.address.line1', in: ['patient'] },
  { label: /^(address( line)? 2|apt|apartment|unit)$/, field: 'patient.address.line2', in: ['patient'] },
  { label: /^city$/, field: 'patient.address.city', in: ['patient'] },
  { label: /^state$/, field: 'patient.address.state', in: ['patient'] },
  { label: /^(zip|zip code|postal code)$/, field: 'patient.address.postalCode', in: ['patient'] },
  { label: /^((home|cell|mobile) )?phone( number)?$/, field: 'patient.phone', in: ['patient'] },
  {
    label: /^(chart|mrn|medical record|account)( no| number| #)?$/,
    field: 'patient.chartNumber',
    in: ['patient'],
  },
  {
    label: /^(payer|payor|insurance|insurance (company|carrier|name)|carrier)( name)?$/,
    field: 'coverage.payerName',
  },
  { label: /^(payer|payor) id$/, field: 'coverage.payerId' },
  { label: /^(member|subscriber|insurance|insured|policy) (id|number|no|#)$/, field: 'coverage.memberId' },
  { label: /^group( id| number| no| #)?$/, field: 'coverage.groupNumber' },
  {
    label: /^(patient )?relationship( to (subscriber|insured|policy ?holder))?$/,
    field: 'coverage.relationship',
  },
  { label: /^(subscriber |insured )?(last|family) name$/, field: 'subscriber.lastName', in: ['subscriber'] },
  { label: /^(subscriber |insured )?(first|given) name$/, field: 'subscriber.firstName', in: ['subscriber'] },
  {
    label: /^(subscriber |insured )?(date of birth|birth ?date|dob)$/,
    field: 'subscriber.birthDate',
    in: ['subscriber'],
  },
  { label: /^(subscriber |insured )?(sex|gender)$/, field: 'subscriber.sex', in: ['subscriber'] },
  {
    label: /^(street( address)?|address( line)?( 1)?)$/,
    field: 'subscriber.address.line1',
    in: ['subscriber'],
  },
  { label: /^city$/, field: 'subscriber.address.city', in: ['subscriber'] },
  { label: /^state$/, field: 'subscriber.address.state', in: ['subscriber'] },
  { label: /^(zip|zip code|postal code)$/, field: 'subscriber.address.postalCode', in: ['subscriber'] },
  { label: /^(date of service|service date|dos|visit date|encounter date)$/, field: 'visit.serviceDate' },
  {
    label: /^(onset( date)?|date of onset|onset of (current )?(illness|symptoms))$/,
    field: 'visit.onsetDate',
  },
  { label: /^referring( provider| physician)?( name)?$/, field: 'visit.referringProviderName' },
  { label: /^referring( provider| physician)? npi$/, field: 'visit.referringProviderNpi' },
  { label: /^npi$/, field: 'visit.referringProviderNpi', in: ['referring'] },
  {
    label: /^((rendering|treating|performing) )?(provider|physician|clinician)( name)?$/,
    field: 'visit.renderingProviderName',
  },
  {
    label: /^(((rendering|treating|performing) )?(provider|physician) )?npi$/,
    field: 'visit.renderingProviderNpi',
  },
  { label: /^((service )?facility|location)( name)?$/, field: 'visit.facilityName' },
  { label: /^(place of service|pos)$/, field: 'visit.placeOfService' },
  { label: /^(prior )?auth(orization)?( number| no| #)?$/, field: 'visit.priorAuthorizationNumber' },
  {
    label: /^(copay( taken| paid)?|(patient )?amount paid|paid by patient)$/,
    field: 'visit.patientPaidAmount',
  },
];

/** The section a heading opens. */
export function sectionOf(heading: string): Section {
  if (/emergency|guarantor|employer|next of kin|attorney|pharmacy|secondary|tertiary/i.test(heading))
    return 'other';
  if (/subscriber|insured|policy ?holder/i.test(heading)) return 'subscriber';
  if (/referr/i.test(heading)) return 'referring';
  if (/provider|physician|clinician/i.test(heading)) return 'provider';
  return 'patient';
}

/** Columns of a line table by what their headers say. */
export const LINE_TABLE: LineTable = {
  columns: {
    serviceDate: /^(date|dos|date of service|service date)$/i,
    placeOfService: /^(pos|place of service)$/i,
    code: /^(code|cpt|cpt code|cpt\/hcpcs|hcpcs|procedure|procedure code|service code|service)$/i,
    description: /^(description|service description|procedure description)$/i,
    modifiers: /^(mod|mods|modifier|modifiers)$/i,
    pointers: /^(dx|dx ptr|dx pointers?|diagnosis|diagnoses|diagnosis pointers?|pointers?|justify)$/i,
    units: /^(units?|qty|quantity)$/i,
    unitPrice: /^(price|unit price|price per unit|fee per unit)$/i,
    chargeAmount: /^(charge|charges|amount|line total|total|total charge)$/i,
  },
  confidence: 0.95,
  required: ['code', 'units'],
  pointers: { as: 'positions' },
};

/** Headings over a list of diagnoses of this visit; a problem list is not one. */
export const DIAGNOSIS_HEADING = /\b(diagnos[ie]s|assessment|icd(-?10)?)\b/i;
export const NOT_OF_THIS_VISIT = /problem|history|past|family|rule out/i;
export const DIAGNOSIS_LABEL = /^(diagnosis|dx|icd(-?10)?)( code)?( ?(\d{1,2}|[a-l]))?$/;
