/** Cases of families/member-ids.ts. */
import { medicareClaim, secondaryClaim, workCompClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const memberIdsCases: readonly EditCase[] = [
  editCase(
    'member-id-shape',
    'error',
    'coverage.memberId',
    { 'coverage.memberId': 'W12 345' },
    { 'coverage.memberId': 'W12345' },
  ),
  editCase(
    'member-id-shape',
    'error',
    'coverage.memberId',
    { 'coverage.memberId': '12#45' },
    { 'coverage.memberId': '12-45' },
    { claim: workCompClaim },
  ),
  ...['SELF', 'N/A', 'unknown', '000000000', 'XXXXX', 'See card'].map((memberId) =>
    editCase(
      'member-id-placeholder',
      'error',
      'coverage.memberId',
      { 'coverage.memberId': memberId },
      { 'coverage.memberId': 'UNKNO1' },
    ),
  ),
  editCase(
    'other-member-id-placeholder',
    'warning',
    'otherCoverages.0.subscriber.memberId',
    { 'otherCoverages.0.subscriber.memberId': 'PENDING' },
    { 'otherCoverages.0.subscriber.memberId': '00A1' },
    { claim: secondaryClaim },
  ),
  editCase(
    'medicare-number',
    'error',
    'coverage.memberId',
    { 'coverage.memberId': '123456789A' },
    { 'coverage.memberId': '9A00A00AA00' },
    { claim: medicareClaim },
  ),
  editCase(
    'medicare-number',
    'error',
    'coverage.memberId',
    { 'coverage.memberId': '1EG4TE5MKI3' },
    {},
    { claim: medicareClaim },
  ),
  editCase(
    'medicare-number',
    'error',
    'coverage.memberId',
    { 'coverage.memberId': '1EG4-TE5-MK73' },
    {},
    { claim: medicareClaim },
  ),
];
