export { asWritten, lineControlNumber } from './as-written.ts';
export type {
  ClaimFile,
  ClaimFileEnvelope,
  ClaimPosition,
  ClaimRecord,
  ClaimSetHead,
  CompleteReadClaim,
  NumberedClaim,
  ReadClaim,
  WrittenClaimFile,
} from './model.ts';
export { completeRead, readClaimFile } from './read.ts';
export { differingPaths, sameClaim } from './same-claim.ts';
export { VERSION_837P } from './version.ts';
export { writeClaimFile } from './write.ts';
