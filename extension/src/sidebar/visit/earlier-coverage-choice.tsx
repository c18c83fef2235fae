/** Offers how the patient was insured on an earlier claim, or is by the patient list, and says what was taken from it, with the way back. */
import type { EarlierCoverage } from '@claimside/shared/api';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { filledBesides, giveBackCoverage, pressedOn, sourceWords } from './earlier-coverage.ts';
import { useVisitTools } from './visit-context.tsx';

export function EarlierCoverageChoice() {
  const { form, offers, update } = useVisitTools();
  const { taken } = form;
  const own = useRef<HTMLDivElement>(null);
  /** A press takes its own button away: the focus goes to what stands there now. */
  const pressed = useRef(false);
  useLayoutEffect(() => {
    const button = own.current?.querySelector('button');
    if (!pressed.current || !button) return;
    pressed.current = false;
    button.focus();
  }, [taken, offers]);
  const press = (change: Parameters<typeof update>[0]) => {
    pressed.current = true;
    update(change);
  };

  if (taken) {
    return (
      <div ref={own} class="earlier taken" role="status">
        <p class="dim small">Taken from {sourceWords(taken.offer)}.</p>
        <Button class="small" icon="retry" onClick={() => press(giveBackCoverage)}>
          Undo
        </Button>
      </div>
    );
  }
  if (offers.length === 0) return null;
  return (
    <div ref={own} class="earlier">
      {offers.map((offer) => (
        <Button key={offer.id} class="small use-earlier" onClick={() => press(pressedOn(form, offer))}>
          {nameOf(offer, filledBesides(offer, form.draft))}
        </Button>
      ))}
    </div>
  );
}

function nameOf(offer: EarlierCoverage, besides: readonly string[]) {
  const { source, coverage, subscriber = {} } = offer;
  const insured = [subscriber.organizationName, subscriber.firstName, subscriber.lastName].filter(Boolean);
  return [
    `Use the coverage ${source === 'claim' ? 'of' : 'from'} ${sourceWords(offer)}: ${coverage.payerName}`,
    coverage.memberId,
    ...(insured.length > 0 ? [`insured ${insured.join(' ')}`] : []),
    ...(besides.length > 0 ? [`with ${besides.join(', ').replace(/, ([^,]*)$/, ' and $1')}`] : []),
  ].join(' · ');
}
