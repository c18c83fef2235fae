import { agreement, type PatientIdentity } from './identity.ts';

/**
 * What the reader remembers between two readings of the same page. A tabbed EHR keeps documents of the previous
 * patient loaded, and many name no patient at all: whose they are is told by whose chart was open when they appeared.
 */

export interface SeenDocument {
  /** Random, new for each document instance. */
  readonly id: string;
  /** The banner's patient when the document was first read; empty when the banner named none. */
  readonly patient: PatientIdentity;
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
}

/** Forgets nothing while the page lives, and keeps nothing that the page let go. */
export function createMemory(newId: () => string): Memory {
  const documents = new WeakMap<Document, SeenDocument>();
  const visits = new WeakMap<Element, SeenVisit>();
  return {
    seen(document, patient) {
      const known = documents.get(document);
      // A banner that was still empty when the document appeared was no witness.
      if (known && Object.keys(known.patient).length > 0) return known;
      const fresh = { id: known?.id ?? newId(), patient };
      documents.set(document, fresh);
      return fresh;
    },
    visitOf(tab, patient) {
      const visit = visits.get(tab);
      return visit && agreement(visit.patient, patient) === 'agree' ? visit : undefined;
    },
    rememberVisit: (tab, visit) => void visits.set(tab, visit),
  };
}
