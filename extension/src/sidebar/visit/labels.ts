/** What the fields of a claim are called, in the words of the form. */
import { diagnosisLetter } from './field-kinds.ts';

const LABELS: Readonly<Record<string, string>> = {
  lastName: 'Last name',
  firstName: 'First name',
  middleName: 'Middle name',
  birthDate: 'Birth date',
  sex: 'Sex',
  phone: 'Phone',
  'address.line1': 'Street',
  'address.line2': 'Suite, unit',
  'address.city': 'City',
  'address.state': 'State',
  'address.postalCode': 'ZIP',
  'coverage.payerId': 'Payer',
  'coverage.payerName': 'Payer',
  'coverage.claimFilingIndicator': 'Payer',
  'coverage.memberId': 'Member ID',
  'coverage.groupNumber': 'Group number',
  relationshipToSubscriber: 'Patient is',
  renderingProvider: 'Rendering provider',
  placeOfService: 'Place of service',
  patientPaidAmount: 'Patient paid',
  priorAuthorizationNumber: 'Prior authorization',
  onsetDate: 'Onset of illness',
  referringProvider: 'Referring provider',
  'referringProvider.npi': 'Referring NPI',
  'referringProvider.lastName': 'Referring last name',
  'referringProvider.firstName': 'Referring first name',
  procedureCode: 'procedure code',
  modifiers: 'modifiers',
  diagnosisPointers: 'diagnosis letters',
  units: 'units',
  chargeAmount: 'charge',
  serviceDate: 'date',
  serviceDateEnd: 'last date',
};

/** `Street`, `Insured street`, `Line 2, units`, `Diagnosis B`; the path itself never shows. */
export function labelOf(path: string): string {
  const [head, second = '', ...rest] = path.split('.');
  if (head === 'patient') return LABELS[path.slice('patient.'.length)] ?? 'Patient';
  if (head === 'subscriber')
    return `Insured ${(LABELS[path.slice('subscriber.'.length)] ?? 'person').toLowerCase()}`;
  if (head === 'diagnoses' && second !== '') return `Diagnosis ${diagnosisLetter(Number(second) + 1)}`;
  if (head === 'serviceLines' && second !== '') {
    const field = LABELS[rest.join('.')];
    return `Line ${Number(second) + 1}${field ? `, ${field.toLowerCase()}` : ''}`;
  }
  return LABELS[path] ?? 'Claim';
}
