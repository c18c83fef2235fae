export type { InterchangeAcknowledgement } from '../ack-ta1/index.ts';
export type {
  ElementError,
  FunctionalGroupAcknowledgement,
  ImplementationAcknowledgementFile,
  SegmentError,
  TransactionSetAcknowledgement,
} from './model.ts';
export { readAcknowledgement999 } from './read.ts';
export {
  acknowledgementWords,
  elementErrorWords,
  groupErrorWords,
  segmentErrorWords,
  setErrorWords,
} from './words.ts';
export { writeAcknowledgement999 } from './write.ts';
