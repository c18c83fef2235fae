export { answersIn } from '../parts/answers/tree.ts';
export { type Judgement, judgeStatuses, type Verdict } from '../parts/judge-statuses.ts';
export type { Status, StatusCode } from '../parts/status.ts';
export { parseClaimAcknowledgements, writeAndCompareClaimAcknowledgements } from './file-json.ts';
export type {
  ClaimAcknowledgement,
  ClaimStatusAnswer,
  InformationSource,
  LineStatusAnswer,
  PatientAnswer,
  ProviderAnswer,
  ReceiverAnswer,
} from './model.ts';
export {
  type ClaimAcknowledgementFile,
  type ClaimAcknowledgementInterchange,
  type ClaimInAnswer,
  claimsIn,
  readClaimAcknowledgement,
  readClaimAcknowledgementInterchanges,
} from './read.ts';
export { writeClaimAcknowledgement, writeClaimAcknowledgementInterchanges } from './write.ts';
