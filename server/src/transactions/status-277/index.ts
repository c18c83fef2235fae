export { parseClaimStatusResponses, writeAndCompareClaimStatusResponses } from './file-json.ts';
export type {
  ClaimResponse,
  ClaimStatusResponse,
  LineResponse,
  ResponseDependent,
  ResponseProvider,
  ResponseReceiver,
  ResponseSource,
  ResponseSubscriber,
} from './model.ts';
export {
  type ClaimInResponse,
  type ClaimStatusFile,
  type ClaimStatusInterchange,
  claimsIn,
  readClaimStatus,
  readClaimStatusInterchanges,
} from './read.ts';
export { writeClaimStatus, writeClaimStatusInterchanges } from './write.ts';
