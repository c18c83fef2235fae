/** The claims of a payment: what they come to in all, and page by page, searched or by what became of them. */
import type { ClaimPaid, RemittanceDetail } from '@claimside/shared/api';
import { cents, formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Failed, Loading, More, Notice } from '../../ui/parts/index.ts';
import { useClaimsPaid } from '../../ui/server/index.ts';
import { SearchField, useDelayed } from '../listing/search-field.tsx';
import { CLAIM_STATES, ClaimPaidCard } from './claim-paid.tsx';
import { claimsText } from './remittance-rows.tsx';

type State = ClaimPaid['state'];
/** What waits for a person first. */
const STATES: readonly State[] = ['waiting', 'not-posted', 'put-aside', 'posted'];
/** From so many on, the one that is looked for is searched. */
const MANY = 10;

export function ClaimsOfRemittance(props: { remittance: RemittanceDetail; onClaim(claimId: string): void }) {
  const { id, claims, sums } = props.remittance;
  const [search, setSearch] = useState('');
  const [state, setState] = useState<State>();
  const typed = useDelayed(search.trim());
  const pages = useClaimsPaid(id, { ...(typed && { search: typed }), ...(state && { state }) });
  const shown = pages.data?.pages.flatMap((page) => page.claims);
  const found = pages.data?.pages[0]?.found;
  const states = STATES.filter((each) => (sums.states[each] ?? 0) > 0);
  return (
    <section class="claims-paid" aria-label="Claims in it">
      <h2>{claimsText(claims)}</h2>
      {claims > 1 && (
        <p class="small">
          Charged <span class="number">{formatMoney(cents(sums.charged))}</span> · paid{' '}
          <span class="number">{formatMoney(cents(sums.paid))}</span> · patients{' '}
          <span class="number">{formatMoney(cents(sums.patientResponsibility))}</span>
        </p>
      )}
      {states.length > 1 && (
        <fieldset class="list-choice" aria-label="Which claims">
          {[undefined, ...states].map((each) => (
            <button
              key={each ?? 'all'}
              type="button"
              class="choice"
              aria-pressed={each === state}
              onClick={() => setState(each)}
            >
              {each === undefined ? 'All' : CLAIM_STATES[each][1]}{' '}
              <span class="count">
                {(each === undefined ? claims : (sums.states[each] ?? 0)).toLocaleString('en-US')}
              </span>
            </button>
          ))}
        </fieldset>
      )}
      {claims > MANY && (
        <SearchField
          label="Search the claims of this payment by name, number or amount"
          placeholder="Name, claim number, amount"
          value={search}
          onType={setSearch}
        />
      )}
      {typed !== '' && found !== undefined && found > 0 && (
        <p class="small dim">
          {claimsText(found)} {found === 1 ? 'fits' : 'fit'}.
        </p>
      )}
      {shown?.length === 0 && claims > 0 && <Notice title="No claim of this payment fits." />}
      {shown && (
        <ul class="claim-rows">
          {shown.map((claim, index) => (
            <ClaimPaidCard key={index} claim={claim} onClaim={props.onClaim} />
          ))}
        </ul>
      )}
      {!shown &&
        (pages.error ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="its claims" />
        ))}
      <More pages={pages} what="claims" />
    </section>
  );
}
