export {
  type ActionChoice,
  actionsFor,
  CLAIM_ACTIONS,
  type ClaimAction,
  type ClaimStanding,
  firstAction,
} from './actions.ts';
export { type AdjustmentReason, type Advice, adviseAdjustments, adviseStatus } from './advise.ts';
export type { CauseId, Remedy } from './causes.ts';
export { standingOf } from './standing.ts';
