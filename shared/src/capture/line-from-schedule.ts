/** What the practice's fee schedule says of a service line that the page leaves open. */
import type { Procedure } from '../api/index.ts';
import type { ClaimDraft } from '../claim/index.ts';
import type { Capture, CapturedLine } from './capture.ts';
import type { PracticeContext } from './draft-from-capture.ts';
import { fromPractice, type Provenance } from './provenance.ts';

type DraftLine = NonNullable<ClaimDraft['serviceLines']>[number];

export const FEE_SCHEDULE = fromPractice("The practice's fee schedule");

/** Fills the line before its charge is worked out, and says of each value that it did. */
export function fillFromSchedule(
  draft: DraftLine,
  line: CapturedLine,
  procedure: Procedure | undefined,
  at: string,
  provenance: Record<string, Provenance>,
): void {
  if (!procedure) return;
  const { modifiers, units, drug } = procedure;
  if (line.modifiers.length === 0 && modifiers) {
    draft.modifiers = [...modifiers];
    provenance[`${at}.modifiers`] = FEE_SCHEDULE;
  }
  if (draft.units === undefined && units !== undefined) {
    draft.units = units;
    provenance[`${at}.units`] = FEE_SCHEDULE;
  }
  if (!line.drug && drug) {
    const { quantity } = drug;
    draft.drug = { code: drug.code, ...(drug.unit && { unit: drug.unit }) };
    provenance[`${at}.drug.code`] = FEE_SCHEDULE;
    if (drug.unit) provenance[`${at}.drug.unit`] = FEE_SCHEDULE;
    if (quantity !== undefined && draft.units !== undefined) {
      draft.drug.quantity = Math.round(quantity * draft.units * 1_000) / 1_000;
      provenance[`${at}.drug.quantity`] = FEE_SCHEDULE;
    }
  }
}

/** Where the practice does this procedure, when the page does not say where the visit was and its only location is another place. */
export function usualPlace(
  procedure: Procedure | undefined,
  { fields }: Pick<Capture, 'fields'>,
  practice: PracticeContext | null,
): string | undefined {
  if (fields['visit.placeOfService'] || fields['visit.facilityName']) return undefined;
  const [only, ...others] = practice?.locations ?? [];
  const ofVisit = others.length === 0 ? only?.placeOfService : undefined;
  return procedure?.placeOfService === ofVisit ? undefined : procedure?.placeOfService;
}
