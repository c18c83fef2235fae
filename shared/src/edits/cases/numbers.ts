/** Cases of families/numbers.ts. */
import { secondaryClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { long } from './pieces.ts';

export const numbersCases: readonly EditCase[] = [
  editCase(
    'identifier-characters',
    'error',
    'priorAuthorizationNumber',
    { priorAuthorizationNumber: 'A_12#3*4' },
    { priorAuthorizationNumber: 'A-12/3.4' },
  ),
  editCase(
    'identifier-characters',
    'error',
    'coverage.groupNumber',
    { 'coverage.groupNumber': '00#12' },
    { 'coverage.groupNumber': '00-12' },
  ),
  editCase(
    'identifier-characters',
    'error',
    'payerClaimControlNumber',
    { payerClaimControlNumber: '2026:11^7', frequency: '7' },
    { payerClaimControlNumber: '2026-11-7', frequency: '7' },
  ),
  editCase(
    'identifier-characters',
    'error',
    'serviceLines.1.lineItemControlNumber',
    { 'serviceLines.1.lineItemControlNumber': 'A_1' },
    { 'serviceLines.1.lineItemControlNumber': 'A_1' },
    { rightContext: { isFromFile: true } },
  ),
  editCase(
    'identifier-characters',
    'error',
    'otherCoverages.0.payer.payerClaimControlNumber',
    { 'otherCoverages.0.payer.payerClaimControlNumber': long(51) },
    { 'otherCoverages.0.payer.payerClaimControlNumber': long(50) },
    { claim: secondaryClaim },
  ),
  editCase(
    'number-placeholder',
    'warning',
    'priorAuthorizationNumber',
    { priorAuthorizationNumber: 'n/a' },
    { priorAuthorizationNumber: 'NA17' },
  ),
  editCase(
    'authorization-is-referral',
    'error',
    'referralNumber',
    { referralNumber: 'A17', priorAuthorizationNumber: 'A17' },
    { referralNumber: 'A17', priorAuthorizationNumber: 'A18' },
  ),
  editCase(
    'line-number-repeated',
    'error',
    'serviceLines.1.lineItemControlNumber',
    { 'serviceLines.0.lineItemControlNumber': 'L1', 'serviceLines.1.lineItemControlNumber': 'L1' },
    { 'serviceLines.0.lineItemControlNumber': 'L1', 'serviceLines.1.lineItemControlNumber': 'L2' },
  ),
];
