/** Cases of families/required.ts. */
import { secondaryClaim, workCompClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { street } from './pieces.ts';

export const requiredCases: readonly EditCase[] = [
  editCase('required', 'error', 'patient.birthDate', { 'patient.birthDate': '' }, {}),
  editCase('required', 'error', 'coverage.memberId', { 'coverage.memberId': undefined }, {}),
  editCase('required', 'error', 'coverage.memberId', { 'coverage.memberId': '  ' }, {}),
  editCase(
    'required',
    'error',
    'patient.address.state',
    { 'patient.address.state': undefined },
    { 'patient.address': { line1: '1 Invented Lane', city: 'Nowhere', country: 'FR' } },
  ),
  editCase(
    'required',
    'error',
    'subscriber.lastName',
    { relationshipToSubscriber: '19' },
    { relationshipToSubscriber: '19', subscriber: { lastName: 'Quintero', firstName: 'Rafael' } },
  ),
  editCase(
    'required',
    'error',
    'subscriber.lastName',
    { subscriber: {} },
    { subscriber: { organizationName: 'Imaginary Foundry' } },
    { claim: workCompClaim },
  ),
  editCase(
    'required',
    'error',
    'billingProvider.npi',
    { 'billingProvider.npi': undefined },
    {
      'billingProvider.npi': undefined,
      'coverage.billingProviderIds': [{ qualifier: 'G2', value: '900' }],
    },
  ),
  editCase(
    'required',
    'error',
    'billingProvider.name.organizationName',
    { 'billingProvider.name': { kind: 'organization', organizationName: ' ' } },
    { 'billingProvider.name': { kind: 'person', lastName: 'Halvorsen', firstName: 'Ingrid' } },
  ),
  editCase('required', 'error', 'frequency', { frequency: undefined }, {}),
  editCase('required', 'error', 'diagnoses', { diagnoses: [] }, {}),
  editCase('required', 'error', 'serviceLines', { serviceLines: [] }, {}),
  editCase(
    'required',
    'error',
    'serviceLines.1.diagnosisPointers',
    { 'serviceLines.1.diagnosisPointers': [] },
    {},
  ),
  editCase(
    'required',
    'error',
    'serviceLines.0.serviceFacility.name',
    { 'serviceLines.0.serviceFacility': { address: street } },
    { 'serviceLines.0.serviceFacility': { name: 'Imaginary Annex', address: street } },
  ),
  editCase(
    'required',
    'error',
    'payToPlan.id',
    { payToPlan: { name: 'Imaginary Plan', taxId: '123456789', idQualifier: 'PI', address: street } },
    {
      payToPlan: { name: 'Imaginary Plan', taxId: '123456789', idQualifier: 'PI', address: street, id: '77' },
    },
  ),
  editCase(
    'required',
    'error',
    'otherCoverages.0.subscriber.lastName',
    { 'otherCoverages.0.subscriber': { memberId: 'W123456789' } },
    { 'otherCoverages.0.subscriber': { memberId: 'W123456789', organizationName: 'Imaginary Foundry' } },
    { claim: secondaryClaim },
  ),
  editCase(
    'required',
    'error',
    'otherCoverages.0.payer.id',
    { 'otherCoverages.0.payer.id': undefined },
    {},
    { claim: secondaryClaim },
  ),
  editCase(
    'required',
    'error',
    'serviceLines.1.adjudications.0.adjudicationDate',
    { 'serviceLines.1.adjudications.0.adjudicationDate': undefined },
    {},
    { claim: secondaryClaim },
  ),
  editCase(
    'required',
    'error',
    'serviceLines.0.adjudications.0.adjustments.1.reason',
    { 'serviceLines.0.adjudications.0.adjustments.1.reason': undefined },
    {},
    { claim: secondaryClaim },
  ),
];
