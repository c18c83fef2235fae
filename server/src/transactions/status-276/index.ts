export { answersTo, type ClaimStatusAnswer } from './answers.ts';
export { parseClaimStatusRequests, writeAndCompareClaimStatusRequests } from './file-json.ts';
export { type ClaimStatusInquiry, ClaimStatusInquirySchema, inquiryOf, requestOf } from './inquiry.ts';
export type {
  ClaimStatusRequest,
  RequestDependent,
  RequestedClaim,
  RequestProvider,
  RequestReceiver,
  RequestSource,
  RequestSubscriber,
} from './model.ts';
export {
  type ClaimInRequest,
  type ClaimStatusRequestFile,
  type ClaimStatusRequestInterchange,
  claimsAskedIn,
  readClaimStatusRequestInterchanges,
  readClaimStatusRequests,
} from './read.ts';
export { respondTo, type SaidOfClaim } from './respond.ts';
export { writeClaimStatusInquiries, writeClaimStatusRequestInterchanges } from './write.ts';
