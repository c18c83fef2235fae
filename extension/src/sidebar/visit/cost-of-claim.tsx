/** What the claim will cost at the clearinghouse, told before it is sent, and whether it is a test; nothing where it costs nothing or nobody can say. */
import { ClaimToCost } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { useCostOfNextClaim } from '../../ui/server/index.ts';
import { useVisitTools } from './visit-context.tsx';

export function CostOfClaim() {
  const cost = useCostOfNextClaim(toCost(useVisitTools().form.draft));
  return (
    <div role="status">
      {cost?.isTest && (
        <p class="dim small">
          A test: it reaches no payer. Once the account is live the visit is billed anew.
        </p>
      )}
      {cost?.headline && (
        <details class="finding tone-warning cost-of-claim">
          <summary>
            {cost.headline}.{cost.isTest && ' As a test it is free.'}
          </summary>
          {cost.sentences.map((sentence) => (
            <p key={sentence} class="small">
              {sentence}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** Undefined until enough of the draft is there, and as it has to be. */
function toCost({ coverage, billingProvider, renderingProvider }: ClaimDraft): ClaimToCost | undefined {
  const { payerId, payerName = '', claimFilingIndicator = '' } = coverage ?? {};
  const npi = renderingProvider?.npi ?? billingProvider?.npi;
  const asked = { payerId, payerName, claimFilingIndicator, taxId: billingProvider?.taxId, npi };
  return ClaimToCost.safeParse(asked).data;
}
