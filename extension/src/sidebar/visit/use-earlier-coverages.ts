/** Asks how the patient was insured before, where the visit does not say it. */
import type { EarlierCoverage } from '@claimside/shared/api';
import { patientText } from '@claimside/shared/edits';
import { isIsoDate } from '@claimside/shared/values';
import { useEarlierCoveragesOf } from '../../ui/server/index.ts';
import { barOf } from './bars.ts';
import type { Visit } from './bill.ts';
import { isMissing } from './claim-fields/say.ts';
import { visitDates } from './form.ts';
import { sha256 } from './sha256.ts';

const NONE: readonly EarlierCoverage[] = [];

/** `isToBill`: a claim is still to be made. Nothing is asked of a page that does not show one patient for certain. */
export function useEarlierCoverages(visit: Visit | undefined, isToBill: boolean): readonly EarlierCoverage[] {
  const isAsked =
    visit !== undefined &&
    isToBill &&
    visit.form.taken === undefined &&
    isMissing(visit.form.draft.coverage?.memberId) &&
    barOf(visit.capture) === undefined;
  const [day] = visit ? visitDates(visit.form.draft).filter(isIsoDate) : [];
  const earlier = useEarlierCoveragesOf(isAsked ? patientText(visit.form.draft) : undefined, day, sha256);
  return earlier ?? NONE;
}
