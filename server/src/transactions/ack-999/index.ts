export type { InterchangeAcknowledgement } from '../ack-ta1/index.ts';
export { parseAcknowledgements, writeAndCompareAcknowledgements } from './file-json.ts';
export type {
  ElementError,
  FunctionalGroupAcknowledgement,
  ImplementationAcknowledgementFile,
  SegmentError,
  TransactionSetAcknowledgement,
} from './model.ts';
export {
  type AcknowledgementInterchange,
  acknowledgementsIn,
  readAcknowledgement999,
  readAcknowledgementInterchanges,
} from './read.ts';
export {
  acknowledgementWords,
  elementErrorWords,
  groupErrorWords,
  segmentErrorWords,
  setErrorWords,
} from './words.ts';
export { writeAcknowledgement999, writeAcknowledgementInterchanges } from './write.ts';
