/** The sidebar around its views: whose chart, the connection, the tabs. */

import type { Session } from '@claimside/shared/api';
import { type ClaimStatus, VISIT_OPEN_AGAIN } from '@claimside/shared/lifecycle';
import { useQueryClient } from '@tanstack/preact-query';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Banner, Button, Failed, Loading, Notice, TabPanel, Tabs } from '../ui/parts/index.ts';
import { useClaimsOfVisit, usePairing, usePractice, useRefusal, useSession } from '../ui/server/index.ts';
import { ClaimsTab } from './claims/claims-tab.tsx';
import { Connection } from './connection.tsx';
import { ExchangeTrouble } from './exchange-trouble.tsx';
import { Header } from './header.tsx';
import { followPage } from './page-link.ts';
import { PaymentsTab } from './payments/payments-tab.tsx';
import { TeachPanel } from './teach/teach-panel.tsx';
import { useKeptLesson } from './teach/use-kept-lesson.ts';
import { useCounts } from './use-counts.ts';
import { useDot } from './use-dot.ts';
import { useEscape } from './use-escape.ts';
import { barOf } from './visit/bars.ts';
import { offersFor } from './visit/earlier-coverage.ts';
import { isRepair, noticesOf } from './visit/notices.ts';
import { PatientLine } from './visit/patient-line.tsx';
import { useBilling } from './visit/use-billing.ts';
import { useEarlierCoverages } from './visit/use-earlier-coverages.ts';
import { useGoTo } from './visit/use-go-to.ts';
import { useKnown } from './visit/use-known.ts';
import { useVisit, type VisitOfPage } from './visit/use-visit.ts';
import { VisitContext, type VisitTools } from './visit/visit-context.tsx';
import { type Standing, VisitTab } from './visit/visit-tab.tsx';
import { WhereItStands } from './visit/where-it-stands.tsx';

type TabId = 'visit' | 'claims' | 'payments';

const canRepeat = (status?: ClaimStatus) => ({
  canCorrect: status !== undefined && VISIT_OPEN_AGAIN.includes(status),
  isOver: status === 'closed' || status === 'voided',
});

export function Shell() {
  const pairing = usePairing();
  if (pairing.kind === 'loading') return <Waiting what="Claimside" />;
  if (pairing.kind === 'unpaired') return <NotPaired />;
  return <Paired />;
}

function Paired() {
  // Asked together: the visit waits for none of them longer than it must.
  const session = useSession();
  const practice = usePractice();
  // What came once stays good while the server can't be reached.
  const isPracticeMissing = practice.data === undefined && practice.error !== null;
  const page = useVisit(isPracticeMissing ? null : practice.data);
  const refusal = useRefusal();
  if (refusal) return <NotPaired why={refusal.message} />;
  if (session.data) return <Desk session={session.data} page={page} isPracticeMissing={isPracticeMissing} />;
  if (!session.error) return <Waiting what="your practice" />;
  return (
    <>
      <Header />
      <main>
        <Failed error={session.error} onRetry={() => void session.refetch()} />
      </main>
    </>
  );
}

function Waiting({ what }: { what: string }) {
  return (
    <>
      <Header />
      <main>
        <Loading what={what} />
      </main>
    </>
  );
}

/** Everything a paired person works with. */
function Desk(props: { session: Session; page: VisitOfPage; isPracticeMissing: boolean }) {
  const { session, page, isPracticeMissing } = props;
  const practice = usePractice();
  const queries = useQueryClient();
  const visit = page.state.kind === 'visit' ? page.state.visit : undefined;
  const [tab, setTab] = useState<TabId>('visit');
  const [billed, setBilled] = useState<{ visitKey: string; claimId: string }>();
  const [correcting, setCorrecting] = useState<string>();
  const [isTeaching, setTeaching] = useState(false);
  const isLessonKept = useKeptLesson(page.link?.tabId, isTeaching);
  /** Whoever bills for the practice may say how its pages are read: a frame's page where it is opened by itself. */
  const teach =
    session.role !== 'clinician' && page.link && !page.isFrame ? () => setTeaching(true) : undefined;

  const ofVisit = useClaimsOfVisit(visit?.key);
  const newest = ofVisit.data?.[0];
  const standing: Standing =
    billed &&
    billed.visitKey === visit?.key &&
    (!newest || newest.id === billed.claimId || newest.id === correcting)
      ? { kind: 'claim', claimId: billed.claimId, ...canRepeat(newest?.status) }
      : newest
        ? { kind: 'claim', claimId: newest.id, ...canRepeat(newest.status) }
        : { kind: ofVisit.isPending && visit ? 'asking' : 'none' };
  const isCorrecting = standing.kind === 'claim' && correcting === standing.claimId;
  const isToBill = standing.kind === 'none' || isCorrecting;
  const known = useKnown(visit?.form.draft, practice.data, isToBill);

  const earlier = useEarlierCoverages(visit, isToBill);

  const onBilled = useCallback(
    (claimId: string) => {
      if (visit) setBilled({ visitKey: visit.key, claimId });
      setCorrecting(undefined);
    },
    [visit],
  );
  const rejected = isCorrecting && !standing.isOver ? standing.claimId : undefined;
  const follows = useMemo(
    () => (rejected === undefined ? undefined : { claimId: rejected, how: 'resend' as const }),
    [rejected],
  );
  const billing = useBilling({
    visit,
    context: known.context,
    link: page.link,
    reread: page.reread,
    hasClaim: standing.kind === 'claim' && !isCorrecting,
    follows,
    billed: onBilled,
  });
  const [wanted, goTo] = useGoTo();
  const found = useMemo(
    () => (visit ? noticesOf(visit.form, known.context, billing.refused) : []),
    [visit, visit?.form, known.context, billing.refused],
  );
  const tools = useMemo<VisitTools | undefined>(
    () =>
      visit && {
        form: visit.form,
        practice: practice.data ?? null,
        known,
        offers: offersFor(visit.form, visit.capture.fields, earlier),
        notices: found.filter((notice) => !isRepair(notice)),
        repairs: found.filter(isRepair),
        update: (change) => {
          billing.clear();
          page.update(visit, change);
        },
        goTo,
        wanted,
      },
    [visit, visit?.form, practice.data, known, earlier, found, billing.clear, page.update, goTo, wanted],
  );
  const isCardShown = tab === 'visit' && visit !== undefined && (standing.kind !== 'claim' || isCorrecting);
  useDot(page.link, tools, standing, visit !== undefined && barOf(visit.capture) !== undefined);
  useEscape(page.link);

  const counts = useCounts(session.role);
  const tabs: { id: TabId; label: string; count?: number | undefined }[] = [
    { id: 'visit', label: 'This visit' },
    { id: 'claims', label: 'Claims', count: counts.claims },
    ...(session.role === 'clinician'
      ? []
      : [{ id: 'payments' as const, label: 'Payments', count: counts.payments }]),
  ];
  if (isTeaching && page.link) {
    return (
      <>
        <Header page={page} />
        <Connection />
        <main>
          <TeachPanel
            key={page.link.tabId}
            link={page.link}
            ehr={ehrOf(page)}
            onSaved={page.reread}
            onLeave={() => setTeaching(false)}
          />
        </main>
      </>
    );
  }
  return (
    <VisitContext.Provider value={tools}>
      <Header
        isPaired
        teach={page.state.kind === 'looking' || page.state.kind === 'no-page' ? undefined : teach}
        patient={
          tab === 'visit' && visit && <PatientLine patient={visit.form.draft.patient} isOpen={isCardShown} />
        }
        page={page}
        onReread={() => {
          page.reread();
          // What was changed beside the server, by its command line, is in no live news.
          void queries.invalidateQueries();
        }}
        tabs={<Tabs<TabId> label="Views" tabs={tabs} selected={tab} onSelect={(id) => setTab(id)} />}
      />
      <Connection />
      <ExchangeTrouble />
      {isPracticeMissing && (
        <Banner tone="warning">
          The practice’s own data did not come: payer, provider and charges may be missing.
        </Banner>
      )}
      <main>
        <TabPanel id={tab}>
          {tab === 'visit' && (
            <VisitTab
              page={page}
              billing={billing}
              standing={standing}
              isCorrecting={isCorrecting}
              onTeach={teach}
              isLessonKept={isLessonKept}
              onCorrect={() => standing.kind === 'claim' && setCorrecting(standing.claimId)}
              onStopCorrecting={() => setCorrecting(undefined)}
            />
          )}
          {tab === 'claims' && <ClaimsTab />}
          {tab === 'payments' && <PaymentsTab />}
        </TabPanel>
      </main>
      {isCardShown && <WhereItStands form={visit?.form} link={page.link} />}
    </VisitContext.Provider>
  );
}

/** The recipe that reads the page now. */
function ehrOf({ state }: VisitOfPage): string | undefined {
  if (state.kind === 'visit') return state.visit.capture.ehr;
  return state.kind === 'no-visit' ? state.capture.ehr : undefined;
}

function NotPaired({ why }: { why?: string }) {
  useEffect(() => followPage({ page: (link) => link?.dot('look'), changed: () => {} }), []);
  return (
    <>
      <Header />
      <main>
        <Notice
          title={why ? 'This browser is no longer paired' : 'Pair this browser with your practice'}
          actions={
            <Button kind="main" onClick={() => void browser.runtime.openOptionsPage()}>
              Pair this browser
            </Button>
          }
        >
          <p>
            {why ?? 'Your admin gives you the server’s address and a one-time code. It takes a minute, once.'}
          </p>
        </Notice>
      </main>
    </>
  );
}
