/** Claims as the clearinghouse counts them: whose each is, whether its payer takes part, and whether it goes on paper. */
import type { PracticeSettings } from '@claimside/shared/api';
import { type Claim, renderingNpi } from '@claimside/shared/claim';
import { payerOf } from '@claimside/shared/edits';
import type { CountedClaim } from '@claimside/shared/fees';
import { dateIn, type IsoDate, startOfDay, type UtcInstant } from '@claimside/shared/values';
import { participationOf } from '../payer-list/index.ts';
import type { Scope } from '../store/store.ts';

export interface CountableClaim {
  readonly sentAt: UtcInstant;
  readonly taxId: string;
  readonly npi: string;
  readonly coverage: Pick<Claim['coverage'], 'payerId' | 'payerName'>;
}

/** Of a stored claim. */
export const countableOf = (
  claim: Pick<Claim, 'billingProvider' | 'renderingProvider' | 'coverage'>,
  sentAt: UtcInstant,
): CountableClaim => ({
  sentAt,
  taxId: claim.billingProvider.taxId,
  npi: renderingNpi(claim),
  coverage: claim.coverage,
});

/** In the same order. Of no payer anything is known where no payer list was imported. */
export async function countedClaims(
  scope: Scope,
  practice: PracticeSettings | null,
  claims: readonly CountableClaim[],
  timeZone: string,
): Promise<{ readonly isListKnown: boolean; readonly claims: readonly CountedClaim[] }> {
  const participations = await participationOf(
    scope,
    claims.map(({ coverage }) => ({ payerId: coverage.payerId, name: coverage.payerName })),
  );
  return {
    isListKnown: participations !== undefined,
    claims: claims.map(({ sentAt, taxId, npi, coverage }, index) => ({
      sentOn: dateIn(timeZone, sentAt),
      taxId,
      npi,
      participation: participations?.[index] ?? 'not-known',
      isPaper: payerOf(practice?.payers ?? [], coverage)?.isPaperOnly === true,
    })),
  };
}

/** From the first of the month (`2026-11`) until the first of the next, as they begin where the practice is. */
export function instantsOf(
  month: string,
  timeZone: string,
): { readonly from: UtcInstant; readonly until: UtcInstant } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const begin = (of: string) => startOfDay(timeZone, `${of}-01` as IsoDate);
  return { from: begin(month), until: begin(next) };
}
