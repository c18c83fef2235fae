/** An obviously invented visit as a page reader reports it, with the practice that goes with it: for tests and demos. */
import type { Capture, Captured, PracticeContext } from '../capture/index.ts';
import { exampleClaim } from './claim.ts';

/** A captured value that reads as it stands. */
export function captured(value: string, place = 'Example page', confidence = 1): Captured {
  return { value, raw: value, placeId: `p-${value}`, place, confidence };
}

export const exampleCapture: Capture = {
  ehr: 'openemr',
  fields: {
    'patient.lastName': captured('Quintero'),
    'patient.firstName': captured('Marta'),
    'patient.birthDate': captured('1978-04-12'),
    'patient.sex': captured('F'),
    'patient.address.line1': captured('12 Invented Lane'),
    'patient.address.city': captured('Springfield'),
    'patient.address.state': captured('IL'),
    'patient.address.postalCode': captured('62704'),
    'coverage.payerName': captured('AETNA (POS)'),
    'coverage.memberId': captured('W123456789'),
    'coverage.relationship': captured('18'),
    'visit.serviceDate': captured('2026-11-16'),
    'visit.renderingProviderName': captured('* Halvorsen, Ingrid'),
    'visit.facilityName': captured('Main clinic'),
  },
  diagnoses: ['M54.50', 'I10', 'E11.9'].map((code) => ({ code: captured(code) })),
  lines: [
    {
      procedureCode: captured('99214'),
      modifiers: [captured('25')],
      units: captured('1'),
      unitPrice: captured('185.00'),
      diagnosisCodes: [captured('I10'), captured('E11.9')],
    },
    {
      procedureCode: captured('97110'),
      modifiers: [captured('GP')],
      units: captured('2'),
      unitPrice: captured('48.00'),
      diagnosisCodes: [captured('M54.50')],
    },
  ],
  notes: [],
  binding: { documentId: 'd1', patient: 'quintero|marta|1978-04-12', visit: '2026-11-16|', content: 'c1' },
};

export const examplePractice: PracticeContext = {
  name: 'Sample Clinic',
  billingProvider: exampleClaim.billingProvider,
  providers: [
    {
      lastName: 'Halvorsen',
      firstName: 'Ingrid',
      npi: '1245319599',
      taxonomy: '207Q00000X',
      ehrNames: ['Halvorsen, Ingrid'],
    },
  ],
  locations: [{ name: 'Main clinic', facilityNames: ['Sample Clinic Springfield'], placeOfService: '11' }],
  payers: [
    { payerId: '60054', name: 'Aetna', claimFilingIndicator: 'CI', aliases: ['Aetna (POS)', 'Aetna PPO'] },
    { payerId: '62308', name: 'Cigna', claimFilingIndicator: 'CI', aliases: [] },
  ],
  procedures: { '99214': { code: '99214', price: 18_500 } },
};
