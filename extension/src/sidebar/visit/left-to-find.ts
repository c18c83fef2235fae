/** What a note of where to look still sends a person for: nothing that was given meanwhile by hand or from an earlier claim. */
import type { CaptureField, CaptureNote } from '@claimside/shared/capture';
import { type ClaimDraft, valueAt } from '@claimside/shared/claim';
import { SELF } from './claim-fields/basics.ts';
import { isMissing } from './claim-fields/say.ts';

/** Where a field of the page stands in a claim, where that is not at its own name. */
const PLACES: Partial<Record<CaptureField, string>> = {
  'patient.name': 'patient.lastName',
  'coverage.relationship': 'relationshipToSubscriber',
  'visit.serviceDate': 'serviceLines.0.serviceDate',
  'visit.onsetDate': 'onsetDate',
  'visit.renderingProviderName': 'renderingProvider',
  'visit.renderingProviderNpi': 'renderingProvider',
  'visit.placeOfService': 'placeOfService',
  'visit.priorAuthorizationNumber': 'priorAuthorizationNumber',
};

/** True for every note but one that names its fields, all of which the draft has or has no use for. */
export function isLeftToFind({ fields = [] }: CaptureNote, draft: ClaimDraft): boolean {
  return fields.length === 0 || fields.some((field) => isLacking(field, draft));
}

function isLacking(field: CaptureField, draft: ClaimDraft): boolean {
  const isSelf = draft.relationshipToSubscriber === SELF;
  return !(isSelf && field.startsWith('subscriber.')) && isMissing(valueAt(draft, PLACES[field] ?? field));
}
