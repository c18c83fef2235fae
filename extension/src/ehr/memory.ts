/**
 * What the reader remembers between two readings of the same page. A tabbed EHR keeps documents of the previous
 * patient loaded, and many name no patient at all: whose they are is told by whose chart was open when they appeared.
 */

import { agreement, isSomebody, type PatientIdentity } from '@claimside/shared/capture';
import { type BannerClock, createBannerClock } from './banner-clock.ts';
import { type ChartMemory, createChartMemory } from './chart.ts';
import { inheritedDocuments } from './inherited.ts';
import { navigationOf } from './navigation.ts';
import { createSeenGrids, type SeenGrids } from './seen-grids.ts';

/**
 * Why nobody knows whose a document is. `inherited`: it was in the page before the reader. `overtaken`: it began to load
 * before the banner named this patient, or was brought back by the browser's history.
 */
export type Doubt = 'inherited' | 'overtaken';

export interface SeenDocument {
  /** Random, new for each document instance. */
  readonly id: string;
  /** The banner's patient when the document was first read; empty when the banner named none, or in doubt. */
  readonly patient: PatientIdentity;
  /** The banner may have named somebody else when it was opened. */
  readonly doubt?: Doubt;
}

/** A date of service seen on an earlier document of the same tab, for the same patient. */
export interface SeenVisit {
  readonly patient: PatientIdentity;
  readonly serviceDate: string;
  readonly raw: string;
}

export interface Memory {
  seen(document: Document, bannerPatient: PatientIdentity): SeenDocument;
  /** Whether this document shows the very visit, in the same places, that it showed under another patient. */
  isStale(document: Document, patient: PatientIdentity, visit: string): boolean;
  /** The visit last seen in this tab, if it was this patient's. */
  visitOf(tab: Element, patient: PatientIdentity): SeenVisit | undefined;
  rememberVisit(tab: Element, visit: SeenVisit): void;
  /** Since when the banner names its patient. */
  readonly banner: BannerClock;
  /** Since when it names its visit. */
  readonly visit: BannerClock;
  /** To be called at each change of the page, which nobody reads while its tab is hidden. */
  glance(isUnread: boolean): void;
  /** Whether this document was opened before the banner named the visit that it names now. */
  isBeforeVisit(document: Document): boolean;
  /** Rows of grids that were drawn before. */
  readonly seenGrids: SeenGrids;
  /** What other pages of the chart said. */
  readonly chart: ChartMemory;
}

/**
 * Forgets nothing while the page lives, and keeps nothing that the page let go. `inherited` are the documents that were
 * there before the reader.
 */
export function createMemory(
  newId: () => string,
  inherited: readonly Document[] = inheritedDocuments(document, window),
  banner: BannerClock = createBannerClock(),
  visit: BannerClock = createBannerClock(),
): Memory {
  const before = new WeakSet(inherited);
  const documents = new WeakMap<Document, SeenDocument>();
  /** By the frame's window, which stays the same whatever is loaded into it. */
  const inFrames = new WeakMap<Window, readonly [address: string, patient: PatientIdentity]>();
  const visits = new WeakMap<Element, SeenVisit>();
  const shown = new WeakMap<Document, { patient: PatientIdentity; visit: string }>();
  const doubtOf = (document: Document, patient: PatientIdentity): Doubt | undefined => {
    if (before.has(document)) return 'inherited';
    const { defaultView: view } = document;
    const [address, last = {}] = (view && inFrames.get(view)) ?? [];
    // Loaded anew at the address that it had under another patient, or in doubt, or unseen, it may still show that one's.
    const isAgain =
      address === document.URL
        ? agreement(last, patient) !== 'agree'
        : view && navigationOf(view)?.type === 'reload';
    return isAgain || isOvertaken(view, banner) ? 'overtaken' : undefined;
  };
  return {
    seen(document, patient) {
      const known = documents.get(document);
      // A banner that was still empty when the document appeared was no witness.
      if (known && (known.doubt || isSomebody(known.patient))) return known;
      const doubt = doubtOf(document, patient);
      const fresh = { id: known?.id ?? newId(), ...(doubt ? { patient: {}, doubt } : { patient }) };
      documents.set(document, fresh);
      if (document.defaultView && (doubt || isSomebody(patient)))
        inFrames.set(document.defaultView, [document.URL, fresh.patient]);
      return fresh;
    },
    isStale(document, patient, visit) {
      const known = shown.get(document);
      const isSame = known?.visit === visit && visit !== '';
      if (isSame && agreement(known.patient, patient) === 'conflict') return true;
      if (isSomebody(patient)) shown.set(document, { patient, visit });
      return false;
    },
    visitOf(tab, patient) {
      const visit = visits.get(tab);
      return visit && agreement(visit.patient, patient) === 'agree' ? visit : undefined;
    },
    rememberVisit: (tab, visit) => void visits.set(tab, visit),
    banner,
    visit,
    glance(isUnread) {
      banner.glance(isUnread);
      visit.glance(isUnread);
    },
    isBeforeVisit: ({ defaultView }) => defaultView !== null && isBefore(defaultView, visit),
    seenGrids: createSeenGrids(),
    chart: createChartMemory(),
  };
}

/** The page that switches patients may open the visit in the same breath, a little before its banner is drawn. */
const SAME_BREATH = 30;

/**
 * It, or a frame around it up to the banner's own: what a frame loads anew inside of it is as old as that frame, also
 * where the browser's history brought it back.
 */
function isOvertaken(view: Window | null, banner: BannerClock): boolean {
  if (!view || view.parent === view || view.document === banner.document()) return false;
  return isBefore(view, banner) || isOvertaken(view.parent, banner);
}

const isBefore = (view: Window, clock: BannerClock): boolean =>
  view.performance.timeOrigin + SAME_BREATH < clock.since() || navigationOf(view)?.type === 'back_forward';
