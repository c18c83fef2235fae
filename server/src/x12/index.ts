export {
  centsAt,
  isSameControlNumber,
  readCents,
  readCount,
  readQuantity,
  writeCents,
  writeQuantity,
} from './amounts.ts';
export { MAX_SEGMENT_BYTES } from './block.ts';
export { foldText, withoutSeparators } from './characters.ts';
export {
  NO_DATE,
  readDate,
  readRangeEnd,
  readShortDate,
  writeDate,
  writeDateRange,
} from './dates.ts';
export {
  type EnvelopeVisitor,
  type FunctionalGroup,
  type Interchange,
  NO_INTERCHANGE,
  type TransactionSetHeader,
} from './envelope.ts';
export {
  type AcknowledgementCode,
  isSameSet,
  type SetPlace,
  type X12Finding,
  type X12Location,
} from './finding.ts';
export { type Fault, FindingList, joinFindings, KEPT_PER_CODE, locationOf } from './findings.ts';
export { findingForLog } from './for-log.ts';
export {
  type GroupHeader,
  type InterchangeHeader,
  readGroupHeader,
  readInterchangeHeader,
  writeGroupHeader,
  writeInterchangeHeader,
  writeInterchangeNumber,
} from './headers.ts';
export { type FileKind, identify, identifyAll, setsIn } from './identify.ts';
export {
  type InterchangeFile,
  InterchangeReader,
  readInterchangeFile,
  type TransactionSet,
} from './interchange-file.ts';
export { ownText } from './own-text.ts';
export { packed, packedAt } from './packed.ts';
export { inCapitals } from './plain-text.ts';
export { readSegmentStream, readSegments } from './reader.ts';
export { Segment, type SegmentContext, type SegmentPlace } from './segment.ts';
export { type ReaderOptions, SegmentReader } from './segment-reader.ts';
export { type Separators, writableSeparators } from './separators.ts';
export {
  type ElementToWrite,
  type GroupToWrite,
  type InterchangeEnvelope,
  OUR_SEPARATORS,
  ownGroupHeader,
  ownInterchangeHeader,
  type SegmentToWrite,
  writeSegment,
  writeSetControlNumber,
} from './write.ts';
