/** Cases of families/medicare.ts. */
import { medicareClaim, secondaryClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { secondary } from './pieces.ts';

export const medicareCases: readonly EditCase[] = [
  editCase(
    'insurance-type',
    'error',
    'coverage.insuranceType',
    { 'coverage.claimFilingIndicator': 'MB', 'coverage.memberId': '1EG4TE5MK73' },
    {
      'coverage.claimFilingIndicator': 'MB',
      'coverage.memberId': '1EG4TE5MK73',
      'coverage.insuranceType': '43',
    },
    secondary,
  ),
  editCase(
    'insurance-type',
    'error',
    'coverage.insuranceType',
    { 'coverage.insuranceType': '12' },
    {},
    { claim: medicareClaim },
  ),
  editCase(
    'insurance-type',
    'error',
    'coverage.insuranceType',
    { 'coverage.insuranceType': '12' },
    {},
    secondary,
  ),
  editCase(
    'insurance-type-age',
    'warning',
    'coverage.insuranceType',
    { 'coverage.insuranceType': '12' },
    { 'coverage.insuranceType': '12', 'patient.birthDate': '1961-11-16' },
    { claim: { ...secondaryClaim, coverage: { ...medicareClaim.coverage, rank: 'S' } } },
  ),
  editCase(
    'medicare-twice',
    'error',
    'otherCoverages.0.claimFilingIndicator',
    { 'coverage.claimFilingIndicator': 'MB', 'otherCoverages.0.claimFilingIndicator': 'MB' },
    { 'coverage.claimFilingIndicator': 'MB', 'otherCoverages.0.claimFilingIndicator': 'CI' },
    secondary,
  ),
  editCase(
    'medicare-frequency',
    'warning',
    'frequency',
    { frequency: '7', payerClaimControlNumber: 'P1' },
    { frequency: '1' },
    { claim: medicareClaim },
  ),
  editCase(
    'medicare-charge-limit',
    'warning',
    'serviceLines.0.chargeAmount',
    { 'serviceLines.0.chargeAmount': 10_000_000 },
    { 'serviceLines.0.chargeAmount': 9_999_999 },
    { claim: medicareClaim },
  ),
  editCase(
    'care-plan-oversight',
    'warning',
    'carePlanOversightNpi',
    { 'serviceLines.0.procedureCode': 'G0181' },
    { 'serviceLines.0.procedureCode': 'G0181', carePlanOversightNpi: '1003000126' },
    { claim: medicareClaim },
  ),
  editCase(
    'medicare-certificate',
    'error',
    'serviceLines.0.forms',
    { 'serviceLines.0.forms': [{ kind: 'UT', id: '484.03', answers: [{ question: '1A', text: '1' }] }] },
    { 'serviceLines.0.forms': [{ kind: 'AS', id: '7', answers: [{ question: '1A', text: '1' }] }] },
    { claim: medicareClaim },
  ),
];
