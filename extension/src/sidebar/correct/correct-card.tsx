/** A claim that came back, opened to be corrected and sent: what is wrong stays in sight above it. */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner, Button, CheckBox, TextInput } from '../../ui/parts/index.ts';
import type { VisitForm } from '../visit/form.ts';
import { VisitCard } from '../visit/visit-card.tsx';
import { VisitContext } from '../visit/visit-context.tsx';
import { type Correction, TO_ANOTHER } from './form-of-claim.ts';
import { type Earlier, useCorrection } from './use-correction.ts';

const VERBS: Readonly<Record<Correction, string>> = {
  resend: 'Send again',
  replacement: 'Replace the claim',
  'next-payer': 'Bill the next insurance',
  instead: 'Bill this insurance instead',
};

export interface WayBack {
  onBack(): void;
  onSent(claimId: string): void;
}

export function CorrectCard(
  props: {
    claim: Earlier;
    how: Correction;
    /** What went out, as a form: as it is when the card opens. */
    form(): VisitForm;
    /** What this does. */
    words: string;
    /** Somebody has to be asked first whether it is there. */
    asksFirst: boolean;
    /** The places that its answer asks for. */
    asked: readonly string[];
    /** Why it came back, with ways to its places; `draft`: as it is filled in by now. */
    why(at: { readonly draft: ClaimDraft; goTo(path: string): void }): ComponentChildren;
    /** Why it can't be sent as it is filled in by now. */
    barred?(draft: ClaimDraft): string | undefined;
  } & WayBack,
) {
  const { claim, how, asksFirst } = props;
  const [isOnPurpose, setOnPurpose] = useState(false);
  const [told, setTold] = useState('');
  const follows = { isOnPurpose, told: asksFirst ? told.trim() : '' };
  const { tools, billing, isUnchanged } = useCorrection(claim, props.form, { how, ...follows }, props.onSent);
  // To another payer the same services are news.
  const isOld = isUnchanged && !TO_ANOTHER.has(how);
  const { draft } = tools.form;
  const isSamePayer = how === 'instead' && draft.coverage?.payerId === claim.claim.coverage.payerId;
  const barred =
    asksFirst && follows.told === ''
      ? 'Write down first who said that it is not there.'
      : isOld && !isOnPurpose
        ? 'Nothing is changed yet.'
        : isSamePayer
          ? `${claim.payerName} has refused it: fill in another insurance.`
          : props.barred?.(draft);
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
                  {props.words}
                </span>
              </Banner>
              <p>
                <strong>{claim.patientName}</strong> · {claim.serviceDate} · {claim.payerName}
              </p>
              {props.why({ draft, goTo: tools.goTo })}
              {asksFirst && (
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
          asked={props.asked}
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
