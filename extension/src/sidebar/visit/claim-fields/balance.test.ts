import type { ClaimDraft } from '@claimside/shared/claim';
import { cents } from '@claimside/shared/values';
import { expect, it } from 'vitest';
import { coverageBalance, lineBalance } from './balance.ts';

type Adjustments = NonNullable<NonNullable<ClaimDraft['otherCoverages']>[number]['adjustments']>;

/** One line of $185.00, decided by one other payer. */
const draft = (atClaim: Adjustments, atLine: Adjustments, paid: number | undefined = 8000): ClaimDraft => ({
  otherCoverages: [
    {
      payer: { id: '62308' },
      adjustments: atClaim,
      ...(paid === undefined ? {} : { paidAmount: cents(paid) }),
    },
  ],
  serviceLines: [
    {
      chargeAmount: cents(18_500),
      adjudications: [{ payerId: '62308', paidAmount: cents(8000), adjustments: atLine }],
    },
  ],
});
const contract = (amount: number): Adjustments => [{ group: 'CO', reason: '45', amount: cents(amount) }];
const said = (of: ClaimDraft) => coverageBalance(of, 'otherCoverages.0');

it('a payer’s answer comes out even over the adjustments at the claim and at its lines', () => {
  expect(said(draft(contract(2500), contract(8000)))).toBe(
    'The claim’s charge $185.00 = paid $80.00 + adjusted $105.00.',
  );
});

it('says what is not explained yet, or what is too much', () => {
  expect(said(draft([], contract(8000)))).toBe(
    'The claim’s charge $185.00 = paid $80.00 + adjusted $80.00 + $25.00 not explained yet.',
  );
  expect(said(draft(contract(5000), contract(8000)))).toBe(
    'The claim’s charge $185.00 = paid $80.00 + adjusted $130.00: $25.00 too much.',
  );
});

it('says nothing before the payer has answered', () => {
  const undecided = { otherCoverages: [{ payer: { id: '62308' } }], serviceLines: [{}] };
  expect(said(undecided)).toBeUndefined();
  expect(lineBalance({ serviceLines: [{ adjudications: [{}] }] }, 'serviceLines.0.adjudications.0')).toBe(
    undefined,
  );
});

it('a line is compared with its own charge', () => {
  expect(lineBalance(draft([], contract(8000)), 'serviceLines.0.adjudications.0')).toBe(
    'The line’s charge $185.00 = paid $80.00 + adjusted $80.00 + $25.00 not explained yet.',
  );
});
