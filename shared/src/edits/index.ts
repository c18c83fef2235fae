export { completeClaim } from './complete.ts';
export type { Finding, FindingSeverity } from './finding.ts';
export { EDITS, type EditContext, runEdits } from './registry.ts';
