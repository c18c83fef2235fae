/** One TA1 segment to and from its model. */
import type { Segment, SegmentToWrite } from '../../x12/index.ts';
import { ASK_SENDER, type Reading } from '../parts/reading.ts';
import type { InterchangeAcknowledgement } from './model.ts';

const CODES = ['A', 'E', 'R'] as const;

/** Undefined, with a finding, when TA104 is none of A, E, R: such a TA1 says nothing. */
export function readInterchangeAcknowledgement(
  segment: Segment,
  reading: Reading,
): InterchangeAcknowledgement | undefined {
  const code = CODES.find((known) => known === segment.element(4));
  if (code === undefined) {
    const message = 'TA104 is not A, E or R.';
    reading.report(segment, { code: 'TA104', message, value: segment.element(4), fix: ASK_SENDER }, 4);
    return undefined;
  }
  return {
    controlNumber: segment.element(1),
    date: segment.element(2),
    time: segment.element(3),
    code,
    noteCode: segment.element(5),
  };
}

export function writeInterchangeAcknowledgement(acknowledgement: InterchangeAcknowledgement): SegmentToWrite {
  const { controlNumber, date, time, code, noteCode } = acknowledgement;
  return ['TA1', controlNumber, date, time, code, noteCode];
}
