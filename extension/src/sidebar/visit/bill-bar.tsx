/** The one main button: says what will happen, or in words why it can't yet. Takes trusted events only. */
import { draftTotalCharge } from '@claimside/shared/claim';
import { formatMoney } from '@claimside/shared/values';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Icon } from '../../ui/parts/index.ts';
import { blocks } from './notices.ts';
import { useSeenUncovered } from './seen-uncovered.ts';
import { useVisitTools } from './visit-context.tsx';

export function BillBar(props: {
  isSending: boolean;
  /** Why nothing may be sent whatever the draft says; undefined when there is no such reason. */
  barred: string | undefined;
  /** `Bill this visit` or `Send again`. */
  verb: string;
  /** What came of the last press, when it was not a claim. */
  outcome: { readonly tone: 'warning' | 'bad'; readonly sentence: string } | undefined;
  onBill(): void;
  onNext(): void;
}) {
  const { form, notices } = useVisitTools();
  const bar = useRef<HTMLDivElement>(null);
  const isSeen = useSeenUncovered(bar);
  const [wasHidden, setHidden] = useState(false);
  const toFix = notices.filter(blocks).length;
  const toKnow = notices.length - toFix;
  const total = draftTotalCharge(form.draft);
  const payer = form.draft.coverage?.payerName ?? 'the payer';
  const reason =
    props.barred ??
    (toFix > 0
      ? `${toFix === 1 ? '1 thing' : `${toFix} things`} to fix before this visit can be billed`
      : undefined);
  const said = [reason, toKnow > 0 ? `${toKnow} to know` : undefined].filter(Boolean).join(' · ');
  const isReady = reason === undefined && !props.isSending;

  const press = (event: Event) => {
    if (!event.isTrusted || !isReady) return;
    setHidden(!isSeen);
    if (isSeen) props.onBill();
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
      event.preventDefault();
      // Leaving the field keeps what was typed; the press counts after that, on what is then shown.
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      requestAnimationFrame(() => latest.current(event));
    };
    document.addEventListener('keydown', keyDown);
    return () => document.removeEventListener('keydown', keyDown);
  }, []);

  return (
    <div class="bill-bar" ref={bar}>
      {props.outcome && (
        <p class={`finding tone-${props.outcome.tone}`} role="alert">
          <Icon name={props.outcome.tone === 'bad' ? 'stop' : 'warning'} />
          <span>{props.outcome.sentence}</span>
        </p>
      )}
      {wasHidden && (
        <p class="finding tone-warning" role="alert">
          <Icon name="warning" />
          <span>
            Not sent: the page covered this button just before the press. Press once more, or bill from
            Chrome’s side panel.
          </span>
        </p>
      )}
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
        {props.isSending ? 'Sending' : `${props.verb} · ${formatMoney(total)} to ${payer}`}
      </Button>
    </div>
  );
}
