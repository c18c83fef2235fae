export {
  type ActionChoice,
  actionsFor,
  CLAIM_ACTIONS,
  type ClaimAction,
  type ClaimStanding,
  firstAction,
} from './actions.ts';
export {
  type AdjustmentReason,
  type Advice,
  adviseAdjustments,
  adviseStatus,
  remarksOfLine,
} from './advise.ts';
export { comesLater } from './anothers.ts';
export type { CauseId, Remedy } from './causes.ts';
export { nothingLeft } from './nothing-left.ts';
export type { AskAgain, RejectionCauseId } from './rejection-causes.ts';
export { adviseRejections, type RejectionAdvice } from './rejections.ts';
export {
  type AdjustmentWords,
  adjustmentWords,
  type Decision,
  decisionOf,
  decisionWords,
  PROVIDER_ADJUSTMENT_CHOICES,
  providerAdjustmentWords,
} from './remittance-words.ts';
export { standingOf } from './standing.ts';
export { type ToLetGo, toLetGo } from './to-let-go.ts';
export { inWords, LOOK_AT_PAYMENTS, type Why, whyOf, whyOfPayments, whyRefused } from './why.ts';
