/**
 * What the reader remembers between two readings of the same page. A tabbed EHR keeps documents of the previous
 * patient loaded, and many name no patient at all: whose they are is told by whose chart was open when they appeared.
 */
import { type ChartMemory, createChartMemory } from './chart.ts';
import { agreement, type PatientIdentity } from './identity.ts';
import { inheritedDocuments } from './inherited.ts';
import { createSeenGrids, type SeenGrids } from './seen-grids.ts';

export interface SeenDocument {
  /** Random, new for each document instance. */
  readonly id: string;
  /** The banner's patient when the document was first read; empty when the banner named none, or nobody saw. */
  readonly patient: PatientIdentity;
  /** It was in the page before the reader: the banner may have named somebody else when it was opened. */
  readonly inherited: boolean;
}

/** A date of service seen on an earlier document of the same tab, for the same patient. */
export interface SeenVisit {
  readonly patient: PatientIdentity;
  readonly serviceDate: string;
  readonly raw: string;
}

export interface Memory {
  seen(document: Document, bannerPatient: PatientIdentity): SeenDocument;
  /** The visit last seen in this tab, if it was this patient's. */
  visitOf(tab: Element, patient: PatientIdentity): SeenVisit | undefined;
  rememberVisit(tab: Element, visit: SeenVisit): void;
  /** Rows of grids that were drawn before. */
  readonly grids: SeenGrids;
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
): Memory {
  const before = new WeakSet(inherited);
  const documents = new WeakMap<Document, SeenDocument>();
  const visits = new WeakMap<Element, SeenVisit>();
  return {
    seen(document, patient) {
      const known = documents.get(document);
      // A banner that was still empty when the document appeared was no witness.
      if (known && (known.inherited || Object.keys(known.patient).length > 0)) return known;
      const isInherited = before.has(document);
      const fresh = {
        id: known?.id ?? newId(),
        patient: isInherited ? {} : patient,
        inherited: isInherited,
      };
      documents.set(document, fresh);
      return fresh;
    },
    visitOf(tab, patient) {
      const visit = visits.get(tab);
      return visit && agreement(visit.patient, patient) === 'agree' ? visit : undefined;
    },
    rememberVisit: (tab, visit) => void visits.set(tab, visit),
    grids: createSeenGrids(),
    chart: createChartMemory(),
  };
}
