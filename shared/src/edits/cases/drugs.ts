/** Cases of families/drugs.ts. */
import { drugClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const drugsCases: readonly EditCase[] = [
  editCase(
    'ndc',
    'error',
    'serviceLines.1.drug.code',
    { 'serviceLines.1.drug.code': '0009-3073-03' },
    {},
    { claim: drugClaim },
  ),
  editCase(
    'ndc',
    'error',
    'serviceLines.1.drug.code',
    { 'serviceLines.1.drug.code': '0009307303' },
    { 'serviceLines.1.drug.code': '0009307303', 'serviceLines.1.drug.qualifier': 'UP' },
    { claim: drugClaim },
  ),
  editCase(
    'drug-numbers',
    'error',
    'serviceLines.1.drug.prescriptionNumber',
    { 'serviceLines.1.drug.prescriptionNumber': '4711', 'serviceLines.1.drug.linkSequenceNumber': '1' },
    { 'serviceLines.1.drug.linkSequenceNumber': '1' },
    { claim: drugClaim },
  ),
  editCase(
    'drug-quantity',
    'error',
    'serviceLines.1.drug.quantity',
    { 'serviceLines.1.drug.quantity': 0 },
    { 'serviceLines.1.drug.quantity': 0.5 },
    { claim: drugClaim },
  ),
  editCase(
    'ndc-needed',
    'warning',
    'serviceLines.1.drug.code',
    { 'serviceLines.1.drug': undefined },
    { 'serviceLines.1.drug': undefined, 'coverage.claimFilingIndicator': 'CI' },
    { claim: drugClaim },
  ),
];
