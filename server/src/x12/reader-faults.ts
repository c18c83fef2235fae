/** The faults of syntax that a reader of bytes may report, and how a TA1 or 999 would name them. */
import type { Fault } from './findings.ts';
import type { Oddity } from './separators.ts';

export const READER_FAULTS = {
  'ISA-LENGTH': {
    code: 'ISA-LENGTH',
    severity: 'warning',
    message: 'The ISA is not 106 characters long; read by its separators.',
    acknowledgement: { segment: 'TA1', code: '022' },
  },
  'ISA16-MISSING': {
    code: 'ISA16-MISSING',
    message: 'ISA16 is missing; a colon is taken as component separator.',
    acknowledgement: { segment: 'TA1', code: '027' },
  },
  'ISA-TERMINATOR': {
    code: 'ISA-TERMINATOR',
    message: 'The ISA has no segment terminator of its own; taken from the segment behind it.',
    acknowledgement: { segment: 'TA1', code: '004' },
  },
  'ISA-MISSING': {
    code: 'ISA-MISSING',
    message: 'There is no ISA; separators are guessed from the first segment.',
    acknowledgement: { segment: 'TA1', code: '022' },
  },
  'CHARACTER-SET': {
    code: 'CHARACTER-SET',
    severity: 'warning',
    message: 'The file holds characters outside ASCII.',
  },
  'SEGMENT-EMPTY': {
    code: 'SEGMENT-EMPTY',
    message: 'This text does not start with a segment id and was skipped.',
    acknowledgement: { segment: 'IK3', code: '1' },
  },
  'SEGMENT-ID': {
    code: 'SEGMENT-ID',
    message: 'This text does not start with a segment id and was skipped.',
    acknowledgement: { segment: 'IK3', code: '1' },
  },
  'SEGMENT-LENGTH': {
    code: 'SEGMENT-LENGTH',
    message: 'This segment has no terminator within a million bytes; skipped to the next segment.',
    acknowledgement: { segment: 'IK3', code: '8' },
  },
  'TERMINATOR-MISSING': {
    code: 'TERMINATOR-MISSING',
    message: 'The file ends (or the next interchange begins) within this segment.',
    acknowledgement: { segment: 'TA1', code: '023' },
  },
} as const satisfies Readonly<Record<string, Fault>> & Readonly<Record<Oddity, Fault>>;

/** Bytes that belong to no interchange; an error when the file has none at all. */
export function textSkipped(bytes: number, isBeforeInterchange: boolean, isAllOfFile: boolean): Fault {
  const where = isBeforeInterchange ? ' before the interchange' : '';
  return {
    code: 'TEXT-SKIPPED',
    severity: isAllOfFile ? 'error' : 'info',
    message: `${bytes} bytes${where} are not X12 and were skipped.`,
  };
}
