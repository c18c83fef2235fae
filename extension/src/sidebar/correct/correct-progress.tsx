/** Corrects what was rejected before any payer decided, for who billed it and sees no money. */
import type { ClaimProgress } from '@claimside/shared/api';
import { useMemo } from 'preact/hooks';
import { ProgressNext } from '../claims/progress/progress-next.tsx';
import { pathsAsked } from '../claims/why.ts';
import { CorrectCard, type WayBack } from './correct-card.tsx';
import { formOfDraft, RESEND_WORDS } from './form-of-claim.ts';

export function CorrectProgress({ claim, ...back }: { claim: ClaimProgress } & WayBack) {
  const asked = useMemo(() => pathsAsked(claim.why?.reasons ?? [], claim.claim), [claim]);
  return (
    <CorrectCard
      {...back}
      claim={claim}
      how="resend"
      form={() => formOfDraft(claim.claim)}
      words={RESEND_WORDS}
      asksFirst={false}
      asked={asked}
      why={({ goTo }) => <ProgressNext claim={claim} onGo={goTo} />}
    />
  );
}
