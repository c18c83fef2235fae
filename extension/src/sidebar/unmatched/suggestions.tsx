/** The claims that an answer may be about, the likeliest first; the chosen one stands beside the answer. */
import type { ClaimSuggestion } from '@claimside/shared/api';
import { STATUS_INFO } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { useId } from 'preact/hooks';

export function Suggestions(props: {
  suggestions: readonly ClaimSuggestion[];
  at: number;
  onChoose(at: number): void;
  /** Enter on the chosen one. */
  onAccept(event: Event): void;
}) {
  const name = useId();
  return (
    <div
      class="suggestions"
      role="radiogroup"
      aria-label="Claims it may be about"
      onKeyDown={(event) => event.key === 'Enter' && props.onAccept(event)}
    >
      {props.suggestions.map((claim, place) => (
        <label key={claim.claimId} class="suggestion">
          <input
            type="radio"
            name={name}
            checked={place === props.at}
            onChange={() => props.onChoose(place)}
          />
          <span>
            <span class="number dim" aria-hidden="true">
              {place + 1}
            </span>{' '}
            <strong>{claim.patientName}</strong> {claim.serviceDate} ·{' '}
            <span class="number">{formatMoney(claim.totalCharge)}</span> · {STATUS_INFO[claim.status].label}
            <br />
            <span class="small dim">{claim.reasons.join(', ')}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
