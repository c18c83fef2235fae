/** A claim for who treats: how far it is, why it came back, what of it is theirs to do; and none of its money. */
import type { ClaimProgress } from '@claimside/shared/api';
import { REJECTED_STATUSES } from '@claimside/shared/lifecycle';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/parts/index.ts';
import { CorrectProgress } from '../../correct/correct-progress.tsx';
import { AskPayer } from '../ask-payer.tsx';
import { ClaimStatusLine } from '../claim-status-line.tsx';
import { Numbers } from '../numbers.tsx';
import { ReceiptButton, SuperbillButton } from '../paper-buttons.tsx';
import { StepItem } from '../step-item.tsx';
import { Submissions, WentOn } from '../submissions.tsx';
import { Undo } from '../undo.tsx';
import { ProgressNext } from './progress-next.tsx';

/** `actions`: of where it stands, beside its own. */
export function ProgressView(props: {
  claim: ClaimProgress;
  actions: ComponentChildren;
  onOpen(claimId: string): void;
}) {
  const { claim } = props;
  const [isCorrecting, setCorrecting] = useState(false);
  if (isCorrecting)
    return <CorrectProgress claim={claim} onBack={() => setCorrecting(false)} onSent={props.onOpen} />;
  return <ProgressCard {...props} onCorrect={() => setCorrecting(true)} />;
}

function ProgressCard(props: Parameters<typeof ProgressView>[0] & { onCorrect(): void }) {
  const { claim } = props;
  const isForBillers = REJECTED_STATUSES.includes(claim.status) && !claim.canCorrect;
  return (
    <article class="claim" aria-label="Claim">
      <header class="claim-head">
        <ClaimStatusLine claim={claim} />
        <p>
          <strong>{claim.patientName}</strong> · {claim.serviceDate} · {claim.payerName}
        </p>
        <p class="dim small">{billedWords(claim)}</p>
        {claim.followedBy === null ? (
          <ProgressNext claim={claim} />
        ) : (
          <WentOn claim={claim} onOpen={props.onOpen} />
        )}
        <div class="actions">
          <AskPayer claim={claim} />
          {claim.canTakeBack && <Undo claimId={claim.id} />}
          {claim.canCorrect && <Button onClick={props.onCorrect}>Correct and send again</Button>}
          {!isForBillers && props.actions}
        </div>
      </header>
      <Papers claim={claim} />
      <Submissions claim={claim} onOpen={props.onOpen} />
      <section aria-label="Timeline">
        <h2>Timeline</h2>
        <ol class="timeline">
          {claim.steps.map((step) => (
            <StepItem key={step.key} step={step} />
          ))}
        </ol>
      </section>
      <Numbers claim={claim} />
      <p class="dim small">What was charged and paid is for billers and admins.</p>
    </article>
  );
}

/** `99214 25, 97110 · M54.50, I10`. */
function billedWords({ claim: { serviceLines, diagnoses } }: ClaimProgress): string {
  const services = serviceLines.map(({ procedureCode, modifiers }) =>
    [procedureCode, ...modifiers].join(' '),
  );
  return `${services.join(', ')} · ${diagnoses.map(({ code }) => code).join(', ')}`;
}

/** For what the patient paid at the visit, and of what was done there, until something is posted. */
function Papers({ claim: { id: claimId, takenAtVisit, hasSuperbill } }: { claim: ClaimProgress }) {
  if (takenAtVisit.length === 0 && !hasSuperbill) return null;
  return (
    <section class="papers" aria-label="Papers">
      <h2>Papers</h2>
      <div class="actions">
        {takenAtVisit.map(({ eventId, amount, paidOn }) => (
          <ReceiptButton key={eventId} claimId={claimId} payment={eventId} amount={amount} paidOn={paidOn} />
        ))}
        {hasSuperbill && <SuperbillButton claimId={claimId} />}
      </div>
    </section>
  );
}
