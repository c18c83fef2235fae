/**
 * What a whole page shows of a visit, where frames of other origins in it were read too: one document's capture as it is, never
 * parts of several, as nothing tells that two sites speak of one chart.
 */
import type { Capture, CaptureNote } from '@claimside/shared/capture';

/** A capture, and what else belongs to where it was read. */
interface Read {
  readonly capture: Capture | undefined;
}

/** False where the page says itself that no visit is in sight. */
export const showsVisit = ({ notes }: Capture): boolean => notes.every(({ code }) => code !== 'no-visit');

const SEVERAL: CaptureNote = {
  code: 'partial',
  message: 'Several visits are in sight, in parts of the page that are of other sites. Open one alone.',
};
const OTHER_PATIENT: CaptureNote = {
  code: 'patient-mismatch',
  message: 'Two parts of this page name different patients. Open one chart alone, then read the page again.',
};

/**
 * Of the top document, which shows no visit or does not answer, and of the frames: the one frame that shows a visit. Of several,
 * or of one whose patient is another than the top document's, nothing may be billed.
 */
export function ofWholePage<Place extends Read>(top: Place, frames: readonly Place[]): Place {
  const answering = frames.filter(({ capture }) => capture);
  const [only, other] = answering.filter(({ capture }) => capture && showsVisit(capture));
  if (!only?.capture) return top.capture ? top : (answering[0] ?? top);
  if (other) return { ...only, capture: withoutVisit(only.capture, SEVERAL) };
  return isOfOther(only.capture, top.capture)
    ? { ...only, capture: withoutVisit(only.capture, OTHER_PATIENT) }
    : only;
}

function withoutVisit(capture: Capture, note: CaptureNote): Capture {
  return { ...capture, diagnoses: [], lines: [], notes: [note] };
}

/** Both name something of their patient, and not the same. */
function isOfOther(one: Capture, top: Capture | undefined): boolean {
  const others = top?.binding.patient.split('|') ?? [];
  return one.binding.patient.split('|').some((part, at) => part && others[at] && part !== others[at]);
}
