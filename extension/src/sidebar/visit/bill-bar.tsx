/** The one main button: says what will happen, or in words why it can't yet. Takes trusted events only. */
import { draftTotalCharge } from '@claimside/shared/claim';
import { formatMoney } from '@claimside/shared/values';
import { useEffect, useRef } from 'preact/hooks';
import { Button, dayOf, Icon } from '../../ui/parts/index.ts';
import { GuardedButton, PressHidden, useGuardedPress } from '../guarded-press.tsx';
import { isEmbedded } from '../page-link.ts';
import { CostOfClaim } from './cost-of-claim.tsx';
import { isChangedByHand } from './form.ts';
import type { Billing } from './use-billing.ts';
import { useVisitTools } from './visit-context.tsx';
import { whatIsLeft } from './what-is-left.ts';

export function BillBar(props: {
  billing: Billing;
  /** Why nothing may be sent whatever the draft says; undefined when there is no such reason. */
  barred: string | undefined;
  /** `Bill this visit` or `Send again`. */
  verb: string;
  /** Shows a claim that stands in the way. */
  onOpen(claimId: string): void;
  /** Says that this is another visit of the day than the one a claim stands for; undefined where the page tells them apart. */
  onAnother: (() => void) | undefined;
  onNext(): void;
}) {
  const { form, notices, known } = useVisitTools();
  const bar = useRef<HTMLDivElement>(null);
  const { isSending, outcome, bill } = props.billing;
  const standing =
    props.billing.standing ?? (known.standing && { claimId: known.standing.claimId, isSameVisit: false });
  const billedOn =
    known.standing && !props.billing.standing ? dayOf(new Date(known.standing.billedAt)) : undefined;
  const total = draftTotalCharge(form.draft);
  const payer = form.draft.coverage?.payerName ?? 'the payer';
  const left = whatIsLeft(notices);
  const reason = props.barred ?? left.reason;
  const said = [reason, left.known].filter(Boolean).join(' · ');
  const isReady = reason === undefined && !isSending;

  const { isSeen, wasHidden, press: guarded } = useGuardedPress(bar, () => bill());
  /** False where nothing can be billed yet. */
  const press = (event: Event): boolean => {
    if (isReady) guarded(event);
    return isReady;
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
      event.preventDefault();
      // Leaving the field keeps what was typed; the press counts after that, on what is then shown.
      const field = document.activeElement;
      const isTypedInto = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      if (isTypedInto) field.blur();
      requestAnimationFrame(() => {
        // What can't be billed yet is mended where it was typed.
        if (!latest.current(event) && isTypedInto) field.focus();
      });
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);

  return (
    <div class="bill-bar" ref={bar}>
      {outcome && (
        <p class={`finding tone-${outcome.tone}`} role="alert">
          <Icon name={outcome.tone === 'bad' ? 'stop' : 'warning'} />
          <span>{outcome.sentence}</span>
        </p>
      )}
      {standing && (
        <div class="actions">
          <Button onClick={() => props.onOpen(standing.claimId)}>
            {billedOn === undefined ? 'Open it' : `Open the claim billed ${billedOn}`}
          </Button>
          {!standing.isSameVisit && (
            <GuardedButton disabled={!isReady} onPress={() => bill(true)}>
              Bill it all the same: it is another visit
            </GuardedButton>
          )}
          {standing.isSameVisit && props.onAnother && (
            <Button onClick={props.onAnother}>This is another visit of the same day</Button>
          )}
        </div>
      )}
      {wasHidden && <PressHidden />}
      {isEmbedded() && isChangedByHand(form) && props.barred === undefined && (
        <p class="dim small">
          Not billed yet: reloading this page loses your changes. In Chrome’s side panel they are kept.
        </p>
      )}
      <CostOfClaim />
      <p id="bill-reason" class="bill-reason" aria-live="polite">
        {notices.length > 0 ? (
          <button type="button" class="link" title="Next: F8" onClick={props.onNext}>
            {said}
          </button>
        ) : (
          said
        )}
      </p>
      <Button
        kind="main"
        aria-disabled={isReady && isSeen ? undefined : 'true'}
        aria-describedby={reason ? 'bill-reason' : undefined}
        aria-keyshortcuts="Control+Enter"
        title="Ctrl+Enter"
        onClick={press}
      >
        {isSending ? 'Sending' : `${props.verb} · ${formatMoney(total)} to ${payer}`}
      </Button>
    </div>
  );
}
