export { type BilledAs, billedAs, billingProvidersOf, locationOf } from './billing-profile.ts';
export {
  CAPTURE_FIELDS,
  type Capture,
  type CaptureBinding,
  type Captured,
  type CapturedDiagnosis,
  type CapturedDrug,
  type CapturedLine,
  type CaptureField,
  type CaptureNote,
  SURE,
} from './capture.ts';
export {
  CONTRADICTED,
  type Doubt,
  DRAWN_OTHERWISE,
  IN_DOUBT,
  UNLIKE_TAUGHT,
  UNREADABLE,
  UNSURE_DATE,
  UNWITNESSED,
  VAGUE,
} from './doubt.ts';
export {
  type CaptureDraft,
  draftFromCapture,
  type PracticeContext,
} from './draft-from-capture.ts';
export {
  agreement,
  commonParts,
  IDENTITY_FIELDS,
  identityKey,
  identityOf,
  isSomebody,
  type PatientIdentity,
} from './identity.ts';
export { nameKey, personKey, plainName, splitName } from './names.ts';
export { parseCapture } from './parse.ts';
export { findPayer, payerKey, payerOnCoverage, payersNamed, providerOnClaim } from './practice-match.ts';
export type { Provenance } from './provenance.ts';
