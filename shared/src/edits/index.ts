export { completeClaim } from './complete.ts';
export type { Finding, FindingSeverity } from './finding.ts';
export { type EditContext, runEdits } from './registry.ts';
