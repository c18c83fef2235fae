/** The visit as it will be billed: all parts, what there is to say, and the button. */

import { isWithin } from '@claimside/shared/claim';
import { useEffect, useRef } from 'preact/hooks';
import { Banner, Button } from '../../ui/parts/index.ts';
import { BillBar } from './bill-bar.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { DiagnosesSection } from './diagnoses-section.tsx';
import { EncounterSection } from './encounter-section.tsx';
import { Findings } from './findings.tsx';
import { LinesSection } from './lines-section.tsx';
import { MoreSection } from './more-section.tsx';
import { PatientSection } from './patient-section.tsx';
import type { Billing } from './use-billing.ts';
import type { LeftBehindDraft } from './use-visit.ts';
import { useVisitTools } from './visit-context.tsx';

/** Findings under these are shown by their own parts; the rest belongs to the whole claim. */
const PARTS = [
  'patient',
  'subscriber',
  'coverage',
  'relationshipToSubscriber',
  'renderingProvider',
  'placeOfService',
  'serviceFacility',
  'diagnoses',
  'serviceLines',
  'patientPaidAmount',
  'priorAuthorizationNumber',
  'onsetDate',
  'referringProvider',
];

export function VisitCard(
  props: { billing: Billing; verb: string } & Pick<
    Parameters<typeof BillBar>[0],
    'barred' | 'onOpen' | 'onAnother'
  >,
) {
  const { form, notices, goTo, update } = useVisitTools();
  const at = useRef(-1);
  const step = (by: 1 | -1) => {
    if (notices.length === 0) return;
    at.current = (at.current + by + notices.length) % notices.length;
    const path = notices[at.current]?.finding.path;
    if (path !== undefined) goTo(path);
  };
  const applyFix = () => {
    const focused = document.activeElement?.getAttribute('data-path') ?? undefined;
    const notice =
      notices.find((one) => one.fix && focused !== undefined && isWithin(focused, one.finding.path)) ??
      (notices[at.current]?.fix ? notices[at.current] : notices.find((one) => one.fix));
    if (notice?.fix) update(notice.fix.apply);
  };
  const keys = useRef((_event: KeyboardEvent) => {});
  keys.current = (event) => {
    if (event.key === 'F8') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && event.altKey) applyFix();
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listener = (event: KeyboardEvent) => keys.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  const wholeClaim = notices.filter(({ finding }) => !PARTS.some((part) => isWithin(finding.path, part)));
  return (
    <>
      <div class="visit">
        {form.read.notes.map((note) => (
          <Banner
            key={`${note.code} ${note.message}`}
            tone={note.code === 'patient-mismatch' ? 'bad' : 'warning'}
          >
            {note.message}
          </Banner>
        ))}
        {form.dropped.length > 0 && (
          <Banner
            tone="warning"
            action={
              <Button kind="quiet" class="small" onClick={() => update((at) => ({ ...at, dropped: [] }))}>
                OK
              </Button>
            }
          >
            What you changed on {form.dropped.join('; ')} was dropped: the page no longer shows that row as
            before.
          </Banner>
        )}
        <PatientSection />
        <CoverageSection />
        <EncounterSection />
        <DiagnosesSection />
        <LinesSection />
        <MoreSection />
        <div class="whole-claim">
          <Findings notices={wholeClaim} jump />
        </div>
      </div>
      <BillBar {...props} onNext={() => step(1)} />
    </>
  );
}

const WHAT_BECAME: Readonly<Record<LeftBehindDraft['why'], (name: string) => string>> = {
  'other-chart': (name) =>
    `This is now another chart. The draft for ${name} is kept: open that chart again to go on with it.`,
  'other-part': (name) => `The draft for ${name} is kept: open the visit again to go on with it.`,
  'unknown-chart': () =>
    'The page has changed, and it did not show whose chart it was: what you changed there was not carried over.',
};

/** Said when the page moved on while a draft had been worked on. */
export function LeftBehind({ draft, onDismiss }: { draft: LeftBehindDraft; onDismiss(): void }) {
  return (
    <Banner
      tone="warning"
      action={
        <Button kind="quiet" class="small" onClick={onDismiss}>
          OK
        </Button>
      }
    >
      {WHAT_BECAME[draft.why](draft.name)}
    </Banner>
  );
}
