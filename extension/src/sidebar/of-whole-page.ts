/**
 * What a whole page shows of a visit, where frames of other origins in it were read too: one document's capture as it is, never
 * parts of several, as nothing tells that two sites speak of one chart.
 */
import { agreement, type Capture, type CaptureNote, identityOf, isSomebody } from '@claimside/shared/capture';

/** A capture, and what else belongs to where it was read. */
interface Read {
  /** Undefined where nobody answered. */
  readonly capture: Capture | undefined;
  /** A person sees it; of a frame the page around it decides that. */
  readonly isSeen: boolean;
}

/** False where the page says itself that no visit is in sight. */
const showsVisit = ({ notes }: Capture): boolean => notes.every(({ code }) => code !== 'no-visit');

const SEVERAL: CaptureNote = {
  code: 'unconfirmed-patient',
  message: 'Several visits are in sight, in parts of the page that are of different sites. Open one alone.',
};
const OTHER_PATIENT: CaptureNote = {
  code: 'patient-mismatch',
  message: 'Two parts of this page name different patients. Open one chart alone, then read the page again.',
};
const SILENT: CaptureNote = {
  code: 'unconfirmed-patient',
  message: 'A part of the page does not answer, and may show another chart. Read the page again.',
};
const UNSEEN: CaptureNote = {
  code: 'no-visit',
  message:
    'A visit stands in a part of the page that is covered or out of sight. Bring it into view, then read again.',
};

/**
 * Of the top document and of the frames: the one that shows a visit. Where several do, where another part in sight names another
 * patient, or is silent, nothing may be billed; what nobody sees is no visit.
 */
export function ofWholePage<Place extends Read>(top: Place, frames: readonly Place[]): Place {
  if (frames.length === 0) return top;
  const places = [top, ...frames];
  const seen = places.filter(({ isSeen }) => isSeen);
  const [only, other] = seen.filter(({ capture }) => capture && showsVisit(capture));
  const { capture } = only ?? {};
  if (!only || !capture) {
    const hidden = frames.find((frame) => frame.capture && showsVisit(frame.capture));
    if (hidden) return without(hidden, UNSEEN);
    return top.capture ? top : (frames.find((frame) => frame.capture) ?? top);
  }
  if (other) return without(only, SEVERAL);
  const others = seen.filter((place) => place !== only);
  if (others.some((place) => place.capture && isOfOther(capture, place.capture)))
    return without(only, OTHER_PATIENT);
  // A page of no added site has no script of ours, and never answers.
  return others.some((place) => place !== top && !place.capture) ? without(only, SILENT) : only;
}

/** Nothing of it is left to bill, nor the same binding, so that what was read before is not billed either. */
function without<Place extends Read>(place: Place, note: CaptureNote): Place {
  const capture: Capture = {
    ehr: place.capture?.ehr ?? '',
    fields: {},
    diagnoses: [],
    lines: [],
    notes: [note],
    binding: { documentId: '', patient: '', visit: '', content: '' },
  };
  return { ...place, capture };
}

/** Both name their patient, and not the same. Each site has chart numbers of its own. */
function isOfOther(one: Capture, other: Capture): boolean {
  const [patient, another] = [one, other].map(({ fields }) => {
    const { chartNumber: _, ...identity } = identityOf(fields);
    return identity;
  });
  if (!patient || !another || !isSomebody(another)) return false;
  return agreement(patient, another) === 'conflict';
}
