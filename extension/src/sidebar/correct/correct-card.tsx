/** A claim that came back, opened to be corrected and sent: what is wrong stays in sight above it. */
import type { ClaimDetail } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Banner, Button, CheckBox, MoneyBar } from '../../ui/parts/index.ts';
import { WhatNext } from '../claims/what-next.tsx';
import { VisitCard } from '../visit/visit-card.tsx';
import { VisitContext } from '../visit/visit-context.tsx';
import type { Correction } from './form-of-claim.ts';
import { useCorrection } from './use-correction.ts';

const WHAT: Readonly<Record<Correction, (claim: ClaimDetail) => string>> = {
  resend: () => 'It was not taken. Correct it here and send it as a new claim.',
  replacement: ({ payerName, payerClaimControlNumber }) =>
    `It takes the place of ${payerName}’s claim ${payerClaimControlNumber ?? ''}.`,
  'next-payer': ({ payerName }) =>
    `What ${payerName} decided goes with it. Look at whose turn it is, and that the sums are those of the remittance.`,
};

const VERBS: Readonly<Record<Correction, string>> = {
  resend: 'Send again',
  replacement: 'Replace the claim',
  'next-payer': 'Bill the next insurance',
};

export function CorrectCard(props: {
  claim: ClaimDetail;
  how: Correction;
  onBack(): void;
  onSent(claimId: string): void;
}) {
  const { claim, how } = props;
  const [isOnPurpose, setOnPurpose] = useState(false);
  const { tools, billing, isUnchanged } = useCorrection(claim, how, isOnPurpose, props.onSent);
  // To another payer the same services are news.
  const isOld = isUnchanged && how !== 'next-payer';
  const isBarred = isOld && !isOnPurpose;
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
                {WHAT[how](claim)}
              </Banner>
              <p>
                <strong>{claim.patientName}</strong> · {claim.serviceDate} · {claim.payerName}
              </p>
              {how === 'next-payer' ? (
                <MoneyBar money={claim.money} />
              ) : (
                <WhatNext claim={claim} onGo={tools.goTo} />
              )}
              {how !== 'next-payer' && (
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
          verb={VERBS[how]}
          barred={isBarred ? 'Nothing is changed yet.' : undefined}
          onTeach={undefined}
          onPoint={undefined}
          onOpen={() => {}}
          onAnother={undefined}
        />
      </section>
    </VisitContext.Provider>
  );
}
