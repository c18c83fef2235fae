/** The other payers of a claim, for what a line says of one of them. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { choice } from './make.ts';
import type { ChoiceField, Choices } from './spec.ts';

/** By their id. */
export function otherPayers({ otherCoverages = [] }: ClaimDraft): Choices {
  return Object.fromEntries(
    otherCoverages.flatMap(({ payer }) => (payer?.id ? [[payer.id, payer.name ?? payer.id]] : [])),
  );
}

/** Which other payer gave a number (REF04-2). */
export const givenBy = (): ChoiceField =>
  choice('payerId', 'Given by', otherPayers, { blank: 'This claim’s payer', before: ' by ' });
