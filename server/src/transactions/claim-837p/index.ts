export { asWritten } from './as-written.ts';
export {
  type CheckOptions,
  type ClaimFileCheck,
  ClaimFileChecker,
  checkClaimFile,
  type PartnerLimits,
} from './check/index.ts';
export { misformedIn, parseClaimInterchanges } from './file-json.ts';
export type {
  ClaimFileVisitor,
  ClaimGroup,
  ClaimInterchange,
  ClaimSet,
  GroupStart,
  InterchangeStart,
  SetStart,
} from './file-parts.ts';
export { ClaimFileReader } from './file-reader.ts';
export { ClaimFileWriter, tellInterchanges, writeClaimInterchanges } from './file-writer.ts';
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
export { type PlaceInClaim, placesInFile, type SegmentInSet } from './places-in-file.ts';
export { completeRead, type ReadInterchanges, readClaimFile, readClaimInterchanges } from './read.ts';
export { differingPaths, sameClaim } from './same-claim.ts';
export { VERSION_837P } from './version.ts';
export { writeClaimFile } from './write.ts';
export { writeAndCompare } from './write-and-compare.ts';
