export { completeClaim } from './complete.ts';
export type {
  ClearinghouseLimits,
  CoveragePeriod,
  EditContext,
  PayerFacts,
} from './context.ts';
export type { Edit, EditFamily } from './edit.ts';
export type { EditFinding, FieldWrite, Finding, FindingSeverity, SnipType } from './finding.ts';
export { withFix } from './fix.ts';
export { editContextOf, type Known, paperPayerNames, payerOf } from './known.ts';
export { editsPage } from './page.ts';
export { isMedicare } from './payer-kinds.ts';
export { EDIT_FAMILIES, EDITS, runEdits } from './registry.ts';
export { patientText } from './same-patient.ts';
export { servicesText } from './same-services.ts';
export { isUnlisted } from './unlisted.ts';
