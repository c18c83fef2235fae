/** The visit as it will be billed: all parts, what there is to say, and the button. */

import { isWithin } from '@claimside/shared/claim';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Banner, Button } from '../../ui/parts/index.ts';
import { BillBar } from './bill-bar.tsx';
import { CLAIM_PARTS, labelOf, partAt } from './claim-fields/find.ts';
import { CLAIM_SECTIONS } from './claim-fields/sections.ts';
import { CopaySection } from './copay-section.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { DiagnosesSection } from './diagnoses-section.tsx';
import { Sections } from './editor/sections.tsx';
import type { Place } from './editor/visible.ts';
import { EncounterSection } from './encounter-section.tsx';
import { Findings } from './findings.tsx';
import { isLeftToFind } from './left-to-find.ts';
import { LinesSection } from './lines-section.tsx';
import { NotAsked } from './not-asked.tsx';
import { type NoteActions, NoteBanner } from './note-banner.tsx';
import { asksForLook, inTurn, stepTo } from './notices.ts';
import { PatientSection } from './patient-section.tsx';
import { SelfPay } from './self-pay.tsx';
import type { Billing } from './use-billing.ts';
import type { LeftBehindDraft } from './use-visit.ts';
import { useVisitTools } from './visit-context.tsx';

const CLAIM: Place = { base: '', parts: CLAIM_PARTS, sections: CLAIM_SECTIONS };

export function VisitCard(
  props: {
    billing: Billing;
    verb: string;
    /** Why it is not certain whose visit it is. */
    bar?: string | undefined;
    /** What is said before all else, and scrolls with the card. */
    above?: ComponentChildren;
    /** The places that an answer asks for: F8 goes there while nothing is found. */
    asked?: readonly string[];
  } & NoteActions &
    Pick<Parameters<typeof BillBar>[0], 'barred' | 'onOpen' | 'onAnother'>,
) {
  const { form, notices, repairs, goTo, update } = useVisitTools();
  const { asked = [] } = props;
  const at = useRef<ReturnType<typeof stepTo>>();
  const askedAt = useRef<number>();
  const step = (by: 1 | -1) => {
    if (notices.length === 0 && asked.length > 0) {
      const next = askedAt.current === undefined ? (by === 1 ? 0 : -1) : askedAt.current + by;
      askedAt.current = (next + asked.length) % asked.length;
      goTo(asked[askedAt.current] ?? '');
      return;
    }
    const turns = inTurn(notices);
    at.current = stepTo(turns, at.current, by);
    const notice = at.current && turns[at.current.index];
    if (notice) goTo(notice.finding.path, notice.key);
  };
  const applyFix = () => {
    const focused = document.activeElement?.getAttribute('data-path') ?? undefined;
    const notice =
      notices.find((one) => one.fix && focused !== undefined && isWithin(focused, one.finding.path)) ??
      notices.find((one) => one.fix && one.key === at.current?.key) ??
      notices.find((one) => one.fix && !asksForLook(one));
    if (notice?.fix) update(notice.fix.apply);
    // Nothing is called right that the focus was not brought to.
    else step(1);
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

  const wholeClaim = notices.filter(({ finding }) => partAt(finding.path) === undefined);
  return (
    <>
      <div class="visit">
        {props.above}
        {form.read.notes
          .filter((note) => isLeftToFind(note, form.draft))
          .map((note) => (
            <NoteBanner
              key={`${note.code} ${note.message}`}
              note={note}
              onTeach={props.onTeach}
              onPoint={props.onPoint}
            />
          ))}
        {form.letGo !== undefined && (
          <Banner
            tone="warning"
            action={
              <Button
                kind="quiet"
                class="small"
                onClick={() => update((at) => ({ ...at, letGo: undefined }))}
              >
                OK
              </Button>
            }
          >
            The page now shows another coverage: what was taken from {form.letGo} was taken out.
          </Banner>
        )}
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
        <CoverageSection bar={props.bar} />
        <EncounterSection />
        <DiagnosesSection />
        <LinesSection />
        <CopaySection bar={props.bar} />
        <Sections place={CLAIM} name="" />
        <SelfPay />
        <div class="whole-claim">
          <Findings notices={wholeClaim} jump />
          <NotAsked />
          {repairs.length > 0 && (
            <details class="repairs">
              <summary>{repairs.length} fixed for you</summary>
              <ul class="notes">
                {repairs.map(({ key, finding }) => (
                  <li key={key}>
                    {labelOf(finding.path)}: {finding.message}
                  </li>
                ))}
              </ul>
            </details>
          )}
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
