/** Cases of families/insured.ts. */
import { dependentClaim, secondaryClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const insuredCases: readonly EditCase[] = [
  editCase('relationship', 'error', 'relationshipToSubscriber', { subscriber: { lastName: 'Quintero' } }, {}),
  editCase(
    'relationship',
    'error',
    'relationshipToSubscriber',
    { relationshipToSubscriber: '99' },
    { relationshipToSubscriber: 'G8' },
    { claim: dependentClaim },
  ),
  editCase(
    'insured-is-patient',
    'warning',
    'relationshipToSubscriber',
    { 'patient.firstName': 'marta', 'patient.birthDate': '1978-04-12', 'patient.sex': 'F' },
    { 'patient.firstName': 'Marta', 'patient.birthDate': '1978-04-13', 'patient.sex': 'F' },
    { claim: dependentClaim },
  ),
  editCase(
    'child-older-than-insured',
    'warning',
    'relationshipToSubscriber',
    { 'subscriber.birthDate': '2016-05-02' },
    { 'subscriber.birthDate': '1998-05-02' },
    { claim: dependentClaim },
  ),
  editCase(
    'patient-numbers',
    'error',
    'patient.propertyCasualtyMemberId',
    { 'patient.propertyCasualtyMemberId': 'P1', 'patient.socialSecurityNumber': '212345678' },
    { 'patient.socialSecurityNumber': '212345678' },
    { claim: dependentClaim },
  ),
  editCase(
    'other-relationship',
    'error',
    'otherCoverages.0.relationshipToSubscriber',
    { 'otherCoverages.0.relationshipToSubscriber': '99' },
    { 'otherCoverages.0.relationshipToSubscriber': '01' },
    { claim: secondaryClaim },
  ),
  editCase(
    'other-relationship',
    'error',
    'otherCoverages.0.claimFilingIndicator',
    { 'otherCoverages.0.claimFilingIndicator': 'QQ' },
    { 'otherCoverages.0.claimFilingIndicator': 'BL' },
    { claim: secondaryClaim },
  ),
];
