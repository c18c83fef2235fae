/** Cases of families/duplicates.ts. */
import { exampleClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { line } from './pieces.ts';

export const duplicatesCases: readonly EditCase[] = [
  editCase(
    'line-repeated',
    'warning',
    'serviceLines.1.procedureCode',
    { 'serviceLines.1': exampleClaim.serviceLines[0] },
    { 'serviceLines.1': { ...exampleClaim.serviceLines[0], modifiers: ['25', '24'] } },
  ),
  editCase(
    'line-repeated',
    'warning',
    'serviceLines.1.procedureCode',
    {
      'serviceLines.0': line({ modifiers: ['GP', '59'] }),
      'serviceLines.1': line({ modifiers: ['59', 'GP'] }),
    },
    { 'serviceLines.0': line({ modifiers: ['76'] }), 'serviceLines.1': line({ modifiers: ['76'] }) },
  ),
  editCase(
    'visit-billed-twice',
    'warning',
    'serviceLines',
    {},
    { frequency: '7', payerClaimControlNumber: 'P1' },
    { claim: exampleClaim, context: { isBilledAlready: true } },
  ),
];
