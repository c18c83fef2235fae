export { createQuestions } from './ask.ts';
export { askAboutClaim } from './ask-about-claim.ts';
export { createCheckBatches } from './batch.ts';
export { tableOfBatch } from './batch-table.ts';
export { briefCheck } from './brief.ts';
export { checkCoverage } from './check-coverage.ts';
export type { QuestionRefusal } from './refusal.ts';
export { checkOf } from './told.ts';
