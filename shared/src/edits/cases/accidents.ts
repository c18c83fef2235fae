/** Cases of families/accidents.ts. */
import { workCompClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const accidentsCases: readonly EditCase[] = [
  editCase(
    'accident-date-needed',
    'error',
    'accidentDate',
    { relatedCauses: ['AA'], autoAccidentState: 'IL' },
    { relatedCauses: ['AA'], autoAccidentState: 'IL', accidentDate: '2026-11-10' },
  ),
  editCase(
    'accident-date-needed',
    'error',
    'accidentDate',
    { relatedCauses: ['OA'] },
    { relatedCauses: ['EM'] },
  ),
  editCase(
    'accident-state',
    'error',
    'autoAccidentState',
    { relatedCauses: ['AA'], accidentDate: '2026-11-10' },
    { relatedCauses: ['AA'], accidentDate: '2026-11-10', autoAccidentCountry: 'CA' },
  ),
  editCase(
    'accident-state',
    'error',
    'autoAccidentState',
    { relatedCauses: ['AA'], accidentDate: '2026-11-10', autoAccidentState: 'QQ' },
    { relatedCauses: ['AA'], accidentDate: '2026-11-10', autoAccidentState: 'IL' },
  ),
  editCase(
    'accident-cause',
    'warning',
    'relatedCauses',
    { accidentDate: '2026-11-10' },
    { accidentDate: '2026-11-10', relatedCauses: ['EM'] },
  ),
  editCase(
    'work-comp',
    'warning',
    'relatedCauses',
    { relatedCauses: undefined, accidentDate: undefined },
    {},
    { claim: workCompClaim },
  ),
  editCase(
    'work-comp',
    'warning',
    'accidentDate',
    { accidentDate: undefined },
    { accidentDate: undefined, onsetDate: '2026-10-01' },
    { claim: workCompClaim },
  ),
  editCase(
    'auto-insurer',
    'warning',
    'relatedCauses',
    { 'coverage.claimFilingIndicator': 'AM' },
    { 'coverage.claimFilingIndicator': 'AM', relatedCauses: ['AA'] },
  ),
  editCase(
    'property-claim-number',
    'warning',
    'patient.propertyCasualtyClaimNumber',
    { 'patient.propertyCasualtyClaimNumber': undefined },
    { 'patient.propertyCasualtyClaimNumber': undefined, 'subscriber.propertyCasualtyClaimNumber': '77' },
    { claim: workCompClaim },
  ),
  editCase(
    'accident-payer-kind',
    'warning',
    'coverage.payerId',
    {},
    { relatedCauses: ['EM'] },
    { context: { payer: { accidentKind: 'work' } } },
  ),
];
