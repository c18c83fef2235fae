/** One claim: where it stands, its money, its timeline, the numbers people read out on the phone; for a clinician without money. */
import { type ClaimAction, nothingLeft } from '@claimside/shared/advice';
import { type ClaimDetail, isWhole } from '@claimside/shared/api';
import { formatMoney } from '@claimside/shared/values';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Failed, Loading, MoneyBar } from '../../ui/parts/index.ts';
import { useClaim } from '../../ui/server/index.ts';
import { CorrectWhole } from '../correct/correct-whole.tsx';
import { VoidClaim } from '../correct/void-claim.tsx';
import {
  AcceptAllowed,
  AnswerAppeal,
  Appeal,
  BillPatient,
  CloseClaim,
  FurtherInsurance,
  GiveBack,
  KeepDecision,
  NoFurtherInsurance,
  Overpaid,
  ReopenClaim,
  TakePayment,
  WriteOff,
} from './acts/index.ts';
import { AskPayer } from './ask-payer.tsx';
import { ClaimActions } from './claim-actions.tsx';
import { ClaimStatusLine } from './claim-status-line.tsx';
import { DecideDelivery } from './decide-delivery.tsx';
import { Numbers } from './numbers.tsx';
import { Papers } from './papers.tsx';
import { ProgressView } from './progress/progress-view.tsx';
import { Submissions, WentOn } from './submissions.tsx';
import { Timeline } from './timeline.tsx';
import { Undo } from './undo.tsx';
import { WhatNext } from './what-next.tsx';
import { WorkedOn } from './worked-on.tsx';

/** `actions` are those of where it stands, beside its own; they are of this claim alone, not of others of its account. */
export function ClaimView({ id, actions }: { id: string; actions?: ComponentChildren }) {
  /** Another claim of the same account, as long as the same one is asked for. */
  const [opened, setOpened] = useState<{ from: string; id: string }>();
  const [doing, setDoing] = useState<{ claimId: string; action: ClaimAction }>();
  const shown = opened?.from === id ? opened.id : id;
  const claim = useClaim(shown);
  const open = (claimId: string) => {
    setDoing(undefined);
    setOpened({ from: id, id: claimId });
  };
  const { data } = claim;
  if (data && !isWhole(data))
    return <ProgressView key={data.id} claim={data} actions={shown === id && actions} onOpen={open} />;
  if (data && doing?.claimId === data.id) {
    return <Doing action={doing.action} claim={data} onBack={() => setDoing(undefined)} onSent={open} />;
  }
  if (data) {
    return (
      <ClaimCard
        key={data.id}
        claim={data}
        actions={
          <>
            <ClaimActions claim={data} onAct={(action) => setDoing({ claimId: data.id, action })} />
            {shown === id && actions}
          </>
        }
        onOpen={open}
      />
    );
  }
  if (claim.error) return <Failed error={claim.error} onRetry={() => void claim.refetch()} />;
  return <Loading what="the claim" />;
}

/** The form of an action; back is where the claim is shown again. */
function Doing(props: {
  action: ClaimAction;
  claim: ClaimDetail;
  onBack(): void;
  onSent(claimId: string): void;
}) {
  const { action, ...way } = props;
  switch (action) {
    case 'resend':
      return <CorrectWhole {...way} how="resend" />;
    case 'replace':
      return <CorrectWhole {...way} how="replacement" />;
    case 'keep-decision':
      return <KeepDecision {...way} />;
    case 'bill-instead':
      return <CorrectWhole {...way} how="instead" />;
    case 'bill-next':
      return <CorrectWhole {...way} how="next-payer" />;
    case 'void':
      return <VoidClaim {...way} />;
    case 'appeal':
      return <Appeal {...way} />;
    case 'appeal-answered':
      return <AnswerAppeal {...way} />;
    case 'accept-allowed':
      return <AcceptAllowed {...way} />;
    case 'no-further-insurance':
      return <NoFurtherInsurance {...way} />;
    case 'further-insurance':
      return <FurtherInsurance {...way} />;
    case 'bill-patient':
      return <BillPatient {...way} />;
    case 'take-payment':
      return <TakePayment {...way} />;
    case 'overpaid':
      return <Overpaid {...way} />;
    case 'refund':
      return <GiveBack {...way} />;
    case 'write-off':
      return <WriteOff {...way} />;
    case 'close':
      return <CloseClaim {...way} />;
    case 'reopen':
      return <ReopenClaim {...way} />;
  }
}

/** Where the file was sent, where the account is another one since. */
function sentTo({ events }: ClaimDetail, fileName: string): string | undefined {
  const last = events.findLast(({ fact }) => fact.type === 'delivery-unknown' && fact.fileName === fileName);
  return last?.fact.type === 'delivery-unknown' ? last.fact.sentTo : undefined;
}

function ClaimCard(props: { claim: ClaimDetail; actions: ComponentChildren; onOpen(claimId: string): void }) {
  const { claim } = props;
  const line = useRef<HTMLParagraphElement>(null);
  const file = claim.outboundFile;
  return (
    <article class="claim" aria-label="Claim">
      <header class="claim-head">
        <ClaimStatusLine claim={claim} line={line} />
        <p>
          {claim.patientName} · <strong>{formatMoney(claim.totalCharge)}</strong> to {claim.payerName} ·{' '}
          {claim.serviceDate}
        </p>
        {claim.followedBy === null ? (
          <WhatNext claim={claim} />
        ) : (
          <WentOn claim={claim} onOpen={props.onOpen} />
        )}
        {file?.state === 'unknown' && claim.status === 'unknown' && (
          <DecideDelivery
            claimId={claim.id}
            fileName={file.name}
            clearinghouse={claim.clearinghouse}
            sentTo={sentTo(claim, file.name)}
          />
        )}
        <div class="actions">
          <AskPayer claim={claim} />
          {nothingLeft(claim) && <Undo claimId={claim.id} />}
          {props.actions}
        </div>
      </header>
      <section aria-label="Money">
        <MoneyBar money={claim.money} />
      </section>
      <Papers claim={claim} />
      <Submissions claim={claim} onOpen={props.onOpen} />
      <section aria-label="Timeline">
        <h2>Timeline</h2>
        <Timeline claim={claim} onTakenBack={() => line.current?.focus()} />
      </section>
      <WorkedOn claim={claim} />
      <Numbers claim={claim} />
    </article>
  );
}
