export { asWritten } from './as-written.ts';
export type {
  ClaimFile,
  ClaimFileEnvelope,
  ClaimPosition,
  NumberedClaim,
  ReadClaim,
  WrittenClaimFile,
} from './model.ts';
export { readClaimFile } from './read.ts';
export { differingPaths, sameClaim } from './same-claim.ts';
export { VERSION_837P } from './version.ts';
export { writeClaimFile } from './write.ts';
export { lineControlNumber } from './write-claim.ts';
