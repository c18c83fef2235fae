/** A claim that came back, opened to be corrected and sent: what is wrong stays in sight above it. */
import { type ActionChoice, actionsFor, type ClaimAction, standingOf } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { paysLast } from '@claimside/shared/codes';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Banner, Button, CheckBox, MoneyBar, TextInput } from '../../ui/parts/index.ts';
import { WhatNext } from '../claims/what-next.tsx';
import { whereOf, whyOf } from '../claims/why.ts';
import { VisitCard } from '../visit/visit-card.tsx';
import { VisitContext } from '../visit/visit-context.tsx';
import type { Correction, TypedCoverage } from './form-of-claim.ts';
import { useCorrection } from './use-correction.ts';

const WHAT: Readonly<Record<Correction, (claim: ClaimDetail) => string>> = {
  resend: () => 'It was not taken. Correct it here and send it as a new claim.',
  replacement: ({ payerName, payerClaimControlNumber }) =>
    `It takes the place of ${payerName}’s claim ${payerClaimControlNumber ?? ''}.`,
  'next-payer': ({ payerName }) =>
    `What ${payerName} decided goes with it, line by line. Fill in the insurance that comes next, and compare the sums with the remittance.`,
  instead: ({ payerName }) =>
    `It goes to another insurance as a new claim, and says nothing of what ${payerName} decided. Fill in the insurance that is to pay.`,
};

const VERBS: Readonly<Record<Correction, string>> = {
  resend: 'Send again',
  replacement: 'Replace the claim',
  'next-payer': 'Bill the next insurance',
  instead: 'Bill this insurance instead',
};

const ACTION: Readonly<Record<Correction, ClaimAction>> = {
  resend: 'resend',
  replacement: 'replace',
  'next-payer': 'bill-next',
  instead: 'bill-instead',
};

const TO_ANOTHER: ReadonlySet<Correction> = new Set(['next-payer', 'instead']);

/** Where somebody has to be asked first whether it is there. */
function askedFirst(claim: ClaimDetail, how: Correction): ActionChoice | undefined {
  const choices = actionsFor(standingOf({ ...claim, isFollowed: false }));
  return choices.find(({ action, asksFirst }) => action === ACTION[how] && asksFirst);
}

/** Whether it can be billed as the next, with this payer's decision, to an insurance that pays last or to any other. */
function billNext(claim: ClaimDetail, isNextLast: boolean): ActionChoice | undefined {
  const standing = { ...standingOf({ ...claim, isFollowed: false }), isNextLast };
  return actionsFor(standing).find(({ action }) => action === 'bill-next');
}

interface CorrectProps {
  readonly claim: ClaimDetail;
  readonly how: Correction;
  onBack(): void;
  onSent(claimId: string): void;
}

/** What was begun for another insurance instead may go on as the claim to the next one, with what is filled in by then. */
export function CorrectCard(props: CorrectProps) {
  const [typed, setTyped] = useState<TypedCoverage>();
  return typed ? (
    <Card key="next" {...props} how="next-payer" typed={typed} />
  ) : (
    <Card {...props} onNext={setTyped} />
  );
}

function Card(props: CorrectProps & { typed?: TypedCoverage; onNext?(typed: TypedCoverage): void }) {
  const { claim, how, onNext } = props;
  const [isOnPurpose, setOnPurpose] = useState(false);
  const [told, setTold] = useState('');
  const ask = useMemo(() => askedFirst(claim, how), [claim, how]);
  const follows = { isOnPurpose, told: ask ? told.trim() : '' };
  const { tools, billing, isUnchanged } = useCorrection(claim, how, follows, props.onSent, props.typed);
  const { coverage, relationshipToSubscriber, subscriber } = tools.form.draft;
  const isLast = paysLast(coverage?.claimFilingIndicator);
  const next = billNext(claim, isLast);
  // To another payer the same services are news.
  const isOld = isUnchanged && !TO_ANOTHER.has(how);
  const isSamePayer = how === 'instead' && coverage?.payerId === claim.claim.coverage.payerId;
  const barred =
    ask && follows.told === ''
      ? 'Write down first who said that it is not there.'
      : isOld && !isOnPurpose
        ? 'Nothing is changed yet.'
        : isSamePayer
          ? `${claim.payerName} has refused it: fill in another insurance.`
          : how === 'next-payer' && coverage?.payerId && next && !next.isOffered
            ? 'Only one that pays last, such as Medicaid, is billed with this refusal. Go back, and bill another one instead.'
            : undefined;
  const asked = useMemo(
    () =>
      TO_ANOTHER.has(how)
        ? []
        : (whyOf(claim)?.advice ?? []).flatMap((one) => whereOf(one, claim.claim).map(({ path }) => path)),
    [claim, how],
  );
  const what = useRef<HTMLSpanElement>(null);
  // The button that brought it here is gone, and the focus with it.
  useEffect(() => what.current?.focus(), []);
  return (
    <VisitContext.Provider value={tools}>
      <section class="correct" aria-label="Correct the claim">
        <VisitCard
          above={
            <div class="came-back">
              <Banner
                tone="warning"
                action={
                  <Button kind="quiet" class="small" onClick={props.onBack}>
                    Back
                  </Button>
                }
              >
                <span ref={what} tabIndex={-1}>
                  {ask?.words ?? WHAT[how](claim)}
                </span>
              </Banner>
              <p>
                <strong>{claim.patientName}</strong> · {claim.serviceDate} · {claim.payerName}
              </p>
              {TO_ANOTHER.has(how) ? (
                <MoneyBar money={claim.money} />
              ) : (
                <WhatNext claim={claim} onGo={tools.goTo} />
              )}
              {how === 'instead' && isLast && next?.isOffered && onNext && (
                <div class="finding tone-warning" role="status">
                  <p>
                    {coverage?.payerName} pays after every other insurance, and may want to see that{' '}
                    {claim.payerName} refused it.
                  </p>
                  <Button
                    class="small"
                    onClick={() => onNext({ coverage, relationshipToSubscriber, subscriber })}
                  >
                    Bill it with the refusal
                  </Button>
                </div>
              )}
              {ask && (
                <TextInput
                  label="Who said that it is not there, and when"
                  value={told}
                  place="told"
                  onType={setTold}
                />
              )}
              {!TO_ANOTHER.has(how) && (
                // Its place stays: what a field is left for would move away from under the press.
                <div class={isOld ? '' : 'place-kept'}>
                  <CheckBox path="unchanged" checked={isOnPurpose} onChange={setOnPurpose}>
                    Send it as it is: nothing in it was wrong
                  </CheckBox>
                </div>
              )}
            </div>
          }
          billing={billing}
          asked={asked}
          verb={VERBS[how]}
          barred={barred}
          onTeach={undefined}
          onPoint={undefined}
          onOpen={() => {}}
          onAnother={undefined}
        />
      </section>
    </VisitContext.Provider>
  );
}
