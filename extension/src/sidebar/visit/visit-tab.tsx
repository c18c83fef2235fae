/** This visit: the card to bill, the claim once it is billed, or why there is nothing to bill here. */
import type { Capture } from '@claimside/shared/capture';
import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Banner, Button, Loading, Notice } from '../../ui/parts/index.ts';
import { ClaimView } from '../claims/claim-view.tsx';
import { isEmbedded } from '../page-link.ts';
import { barOf } from './bars.ts';
import type { Visit } from './bill.ts';
import { RecipeOff } from './recipe-off.tsx';
import type { Billing } from './use-billing.ts';
import type { VisitOfPage } from './use-visit.ts';
import { LeftBehind, VisitCard } from './visit-card.tsx';
import { useVisitTools } from './visit-context.tsx';

/** What the server knows of this visit. */
export type Standing =
  | { readonly kind: 'asking' }
  /** No claim, or the server can't be asked: it refuses a second claim itself. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'claim';
      readonly claimId: string;
      readonly canCorrect: boolean;
      /** Taken back before it was sent, or cancelled at the payer: what is billed now follows nothing. */
      readonly isOver: boolean;
    };

export function VisitTab(props: {
  page: VisitOfPage;
  billing: Billing;
  standing: Standing;
  /** The rejected claim is being corrected: its card is open again. */
  isCorrecting: boolean;
  /** Undefined for who may not say how pages are read. */
  onTeach: (() => void) | undefined;
  /** Teaching began in this tab, and a reload interrupted it. */
  isLessonKept: boolean;
  onCorrect(): void;
  onStopCorrecting(): void;
}) {
  const { page, billing, standing } = props;
  return (
    <>
      {page.leftBehind !== undefined && (
        <LeftBehind draft={page.leftBehind} onDismiss={page.forgetLeftBehind} />
      )}
      <RecipeOff page={page} />
      <Content {...props} />
      {billing.outcome && page.state.kind !== 'visit' && (
        <Banner tone={billing.outcome.tone}>{billing.outcome.sentence}</Banner>
      )}
      {standing.kind === 'claim' && billing.outcome && !props.isCorrecting && (
        <Banner tone={billing.outcome.tone}>{billing.outcome.sentence}</Banner>
      )}
    </>
  );
}

function Content(props: Parameters<typeof VisitTab>[0]) {
  const { page } = props;
  switch (page.state.kind) {
    case 'looking':
      return <Loading what="the visit" />;
    case 'no-page':
      return <NoPage onRetry={page.reread} />;
    case 'no-visit':
      return <NoVisit {...props} capture={page.state.capture} onRetry={page.reread} />;
    case 'visit':
      return <OneVisit {...props} visit={page.state.visit} />;
  }
}

function OneVisit(props: Parameters<typeof VisitTab>[0] & { visit: Visit }) {
  const { page, billing, standing, visit } = props;
  const { billAnother } = page;
  const { known } = useVisitTools();
  const alike = billing.standing?.claimId ?? known.standing?.claimId;
  /** The claim a person looks at before billing what seems to be the same. */
  const [opened, setOpened] = useState<{ visitKey: string; claimId: string }>();
  if (opened?.visitKey === visit.key && alike === opened.claimId) {
    return (
      <>
        <Button kind="quiet" icon="back" onClick={() => setOpened(undefined)}>
          Back to this visit
        </Button>
        <ClaimView id={opened.claimId} />
      </>
    );
  }
  const backToFirst = page.backToFirst && (
    <Button kind="quiet" class="small" onClick={page.backToFirst}>
      Back to the claim
    </Button>
  );
  if (standing.kind === 'claim' && !props.isCorrecting) {
    return (
      <ClaimView
        id={standing.claimId}
        actions={
          <>
            {standing.canCorrect && (
              <Button kind={standing.isOver ? 'normal' : 'quiet'} onClick={props.onCorrect}>
                {standing.isOver ? 'Bill this visit again' : 'Read it from the chart again'}
              </Button>
            )}
            {!standing.canCorrect && billAnother && (
              <Button kind="quiet" onClick={() => billAnother()}>
                This is another visit of the same day
              </Button>
            )}
          </>
        }
      />
    );
  }
  return (
    <>
      {props.isCorrecting && (
        <Banner
          tone="warning"
          action={
            <Button kind="quiet" class="small" onClick={props.onStopCorrecting}>
              Back
            </Button>
          }
        >
          {standing.kind === 'claim' && standing.isOver
            ? 'No claim stands for this visit any more. Correct it here, or in the chart, and bill it.'
            : 'The first claim was not taken. This is what the chart says now: correct it and send it as a new claim.'}
        </Banner>
      )}
      {backToFirst && (
        <Banner tone="warning" action={backToFirst}>
          Another visit of the same day, as you said.
        </Banner>
      )}
      <VisitCard
        key={visit.key}
        billing={billing}
        verb={props.isCorrecting ? 'Send again' : 'Bill this visit'}
        bar={barOf(visit.capture)}
        barred={barredBecause(visit.capture, standing)}
        onTeach={props.onTeach}
        onPoint={page.link?.highlight}
        onOpen={(claimId) => setOpened({ visitKey: visit.key, claimId })}
        onAnother={billAnother && (() => billAnother({ keepsDraft: true }))}
      />
    </>
  );
}

function barredBecause(capture: Capture, standing: Standing): string | undefined {
  const asking = standing.kind === 'asking' ? 'Looking whether this visit was billed before.' : undefined;
  return barOf(capture) ?? asking;
}

function NoPage({ onRetry }: { onRetry(): void }) {
  return (
    <Notice
      title="No chart here"
      actions={
        <>
          <Button icon="retry" onClick={onRetry}>
            Look again
          </Button>
          <Button icon="settings" onClick={() => void browser.runtime.openOptionsPage()}>
            Add this site
          </Button>
        </>
      }
    >
      <p>
        {isEmbedded()
          ? 'The page does not answer. Reload it: Claimside may have been updated since it was opened.'
          : 'Claimside reads only the EHR sites you added. Open a chart there, or add this site in Options and reload it.'}
      </p>
    </Notice>
  );
}

function NoVisit(props: {
  capture: Capture;
  onRetry(): void;
  onTeach: (() => void) | undefined;
  isLessonKept: boolean;
}) {
  const { capture, onRetry, onTeach, isLessonKept } = props;
  const notes = capture.notes.filter((note) => note.message !== '');
  // A known EHR's own note names the page to open.
  const isKnownEhr = capture.ehr !== 'generic' && notes.length > 0;
  const hasChanged = notes.some(({ code }) => code === 'page-changed');
  return (
    <Notice
      title="No visit on this page"
      actions={
        <>
          <Button icon="retry" onClick={onRetry}>
            Look again
          </Button>
          {onTeach && (
            <Button icon="point" onClick={onTeach}>
              {isLessonKept
                ? 'Go on teaching this page'
                : hasChanged
                  ? 'Teach this page again'
                  : 'Teach Claimside this page'}
            </Button>
          )}
        </>
      }
    >
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note.message}>{note.message}</li>
          ))}
        </ul>
      )}
      {!isKnownEhr && (
        <p>Open the patient’s visit, where its codes and charges stand. It is read by itself.</p>
      )}
      {(!isKnownEhr || hasChanged) && (
        <p>
          {onTeach
            ? 'If this is the visit, show Claimside where its parts stand: once for the whole practice.'
            : 'If this is the visit, ask your biller or admin to teach this page.'}
        </p>
      )}
    </Notice>
  );
}
