export { type Judgement, judgeStatuses } from './judge.ts';
export type {
  ClaimAcknowledgement,
  ClaimAcknowledgementFile,
  ClaimStatusAnswer,
  LineStatusAnswer,
  ProviderAcknowledgement,
  StatusCode,
  StatusInformation,
} from './model.ts';
export { readClaimAcknowledgement } from './read.ts';
export { writeClaimAcknowledgement } from './write.ts';
