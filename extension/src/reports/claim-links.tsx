/** From figures to the claims behind them, as they stand now, of the same payer and provider. */
import type { ClaimsWanted } from '../sidebar/claims/lists/filter-choice.ts';
import { addressOfClaims } from '../worklists/address.ts';
import type { Asked } from './asked.ts';

/** As the report is narrowed. */
export const narrowedTo = ({ payer, provider }: Asked): Pick<ClaimsWanted, 'payer' | 'provider'> => ({
  payer,
  provider,
});

export function ClaimLinks(props: {
  asked: Asked;
  /** The words of each, and which claims. */
  links: readonly (readonly [string, ClaimsWanted])[];
}) {
  return (
    <p class="report-links small">
      Claims now:
      {props.links.map(([words, wanted]) => (
        <a key={words} href={addressOfClaims({ ...narrowedTo(props.asked), ...wanted })}>
          {words}
        </a>
      ))}
    </p>
  );
}
