/** Corrects a claim of which everything is known, its money too: in whatever way it goes on. */
import { type ActionChoice, actionsFor, type ClaimAction, standingOf, whyOf } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { paysLast } from '@claimside/shared/codes';
import { useMemo, useState } from 'preact/hooks';
import { Button, MoneyBar } from '../../ui/parts/index.ts';
import { WhatNext } from '../claims/what-next.tsx';
import { pathsAsked } from '../claims/why.ts';
import { CorrectCard, type WayBack } from './correct-card.tsx';
import {
  type Correction,
  formOfClaim,
  RESEND_WORDS,
  TO_ANOTHER,
  type TypedCoverage,
} from './form-of-claim.ts';

const WHAT: Readonly<Record<Correction, (claim: ClaimDetail) => string>> = {
  resend: () => RESEND_WORDS,
  replacement: ({ payerName, payerClaimControlNumber }) =>
    `It takes the place of ${payerName}’s claim ${payerClaimControlNumber ?? ''}.`,
  'next-payer': ({ payerName }) =>
    `What ${payerName} decided goes with it, line by line. Fill in the insurance that comes next, and compare the sums with the remittance.`,
  instead: ({ payerName }) =>
    `It goes to another insurance as a new claim, and says nothing of what ${payerName} decided. Fill in the insurance that is to pay.`,
};

const ACTION: Readonly<Record<Correction, ClaimAction>> = {
  resend: 'resend',
  replacement: 'replace',
  'next-payer': 'bill-next',
  instead: 'bill-instead',
};

/** Where somebody has to be asked first whether it is there. */
function askedFirst(claim: ClaimDetail, how: Correction): ActionChoice | undefined {
  const choices = actionsFor(standingOf({ ...claim, isFollowed: false }));
  return choices.find(({ action, asksFirst }) => action === ACTION[how] && asksFirst);
}

/** Whether it can be billed as the next, with this payer's decision, to an insurance that pays last or to any other. */
function billNext(claim: ClaimDetail, { coverage }: ClaimDraft): ActionChoice | undefined {
  const isNextLast = paysLast(coverage?.claimFilingIndicator);
  const standing = { ...standingOf({ ...claim, isFollowed: false }), isNextLast };
  return actionsFor(standing).find(({ action }) => action === 'bill-next');
}

type CorrectProps = { readonly claim: ClaimDetail; readonly how: Correction } & WayBack;

/** What was begun for another insurance instead may go on as the claim to the next one, with what is filled in by then. */
export function CorrectWhole(props: CorrectProps) {
  const [typed, setTyped] = useState<TypedCoverage>();
  return typed ? (
    <Card key="next" {...props} how="next-payer" typed={typed} />
  ) : (
    <Card {...props} onNext={setTyped} />
  );
}

function Card({
  claim,
  how,
  typed,
  onNext,
  ...back
}: CorrectProps & { typed?: TypedCoverage; onNext?(typed: TypedCoverage): void }) {
  const ask = useMemo(() => askedFirst(claim, how), [claim, how]);
  const asked = useMemo(
    () => (TO_ANOTHER.has(how) ? [] : pathsAsked(whyOf(claim)?.advice ?? [], claim.claim)),
    [claim, how],
  );
  const captured = claim.events.find(({ fact }) => fact.type === 'captured')?.fact;
  const ehr = captured?.type === 'captured' ? captured.ehr : 'manual';
  return (
    <CorrectCard
      {...back}
      claim={{ ...claim, ehr }}
      how={how}
      form={() => formOfClaim(claim, how, typed)}
      words={ask?.words ?? WHAT[how](claim)}
      asksFirst={ask !== undefined}
      asked={asked}
      barred={(draft) =>
        how === 'next-payer' && draft.coverage?.payerId && billNext(claim, draft)?.isOffered === false
          ? 'Only one that pays last, such as Medicaid, is billed with this refusal. Go back, and bill another one instead.'
          : undefined
      }
      why={({ draft, goTo }) => (
        <>
          {TO_ANOTHER.has(how) ? <MoneyBar money={claim.money} /> : <WhatNext claim={claim} onGo={goTo} />}
          {how === 'instead' && onNext && <WithRefusal claim={claim} draft={draft} onNext={onNext} />}
        </>
      )}
    />
  );
}

/** Where the insurance that is filled in pays last. */
function WithRefusal(props: { claim: ClaimDetail; draft: ClaimDraft; onNext(typed: TypedCoverage): void }) {
  const { claim, draft } = props;
  const { coverage, relationshipToSubscriber, subscriber } = draft;
  if (!paysLast(coverage?.claimFilingIndicator) || !billNext(claim, draft)?.isOffered) return null;
  return (
    <div class="finding tone-warning" role="status">
      <p>
        {coverage?.payerName} pays after every other insurance, and may want to see that {claim.payerName}{' '}
        refused it.
      </p>
      <Button class="small" onClick={() => props.onNext({ coverage, relationshipToSubscriber, subscriber })}>
        Bill it with the refusal
      </Button>
    </div>
  );
}
