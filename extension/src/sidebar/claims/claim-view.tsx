/** One claim: where it stands, its money, its timeline, the numbers people read out on the phone. */
import type { ClaimAction } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { findPayer } from '@claimside/shared/capture';
import { phoneWords } from '@claimside/shared/papers';
import { formatMoney } from '@claimside/shared/values';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ageOf, CopyButton, Failed, Loading, MoneyBar, Status, Tag } from '../../ui/parts/index.ts';
import { useClaim, usePractice } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { CorrectCard } from '../correct/correct-card.tsx';
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
import { DecideDelivery } from './decide-delivery.tsx';
import { Papers } from './papers.tsx';
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
      return <CorrectCard {...way} how="resend" />;
    case 'replace':
      return <CorrectCard {...way} how="replacement" />;
    case 'keep-decision':
      return <KeepDecision {...way} />;
    case 'bill-instead':
      return <CorrectCard {...way} how="instead" />;
    case 'bill-next':
      return <CorrectCard {...way} how="next-payer" />;
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

/** A file that a person sends again may have left before. */
function nothingLeft({ status, outboundFile, events }: ClaimDetail): boolean {
  if (status !== 'queued') return false;
  if (outboundFile === null) return true;
  return outboundFile.state === 'ready' && !events.some(({ fact }) => fact.type === 'sending-again');
}

function ClaimCard(props: { claim: ClaimDetail; actions: ComponentChildren; onOpen(claimId: string): void }) {
  const { claim } = props;
  const now = useNow();
  const file = claim.outboundFile;
  const status = useRef<HTMLParagraphElement>(null);
  // The button or row that brought the claim here is gone, and the focus with it.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) status.current?.focus();
  }, []);
  return (
    <article class="claim" aria-label="Claim">
      <header class="claim-head">
        <p class="claim-status" aria-live="polite" tabIndex={-1} ref={status}>
          <Status status={claim.status} />
          <span class="dim small">{ageOf(claim.statusSince, now)}</span>
          {claim.isClosed && <Tag tone="neutral">Closed by a person</Tag>}
        </p>
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
        <Timeline claim={claim} onTakenBack={() => status.current?.focus()} />
      </section>
      <WorkedOn claim={claim} />
      <dl class="numbers">
        <NumberRow name="Payer’s claim number" value={claim.payerClaimControlNumber} />
        <NumberRow name="Our claim number" value={claim.patientControlNumber} />
        <NumberRow name="Clearinghouse’s number" value={claim.clearinghouseClaimId} />
        <NumberRow name={`Phone of ${claim.payerName}`} value={usePayerPhone(claim)} />
      </dl>
    </article>
  );
}

/** Null where the practice has none of it. */
function usePayerPhone({ claim: { coverage } }: ClaimDetail): string | null {
  const payers = usePractice().data?.payers ?? [];
  const phone = findPayer(payers, coverage.payerName, coverage.payerId)?.phone;
  return phone === undefined ? null : phoneWords(phone);
}

function NumberRow({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null;
  return (
    <>
      <dt class="dim">{name}</dt>
      <dd>
        <span class="mono">{value}</span>
        <CopyButton text={value} what={name.toLowerCase()} />
      </dd>
    </>
  );
}
