/** The faults of syntax that a reader of bytes may report, and how a TA1 or 999 would name them. */
import { NON_ASCII } from './block.ts';
import type { Fault } from './findings.ts';
import type { Oddity, Start } from './separators.ts';

export const READER_FAULTS = {
  'ISA-LENGTH': {
    code: 'ISA-LENGTH',
    severity: 'warning',
    message: 'The ISA is not 106 characters long; read by its separators.',
    fix: 'Fill each element up with blanks to its fixed width.',
    acknowledgement: { segment: 'TA1', code: '022' },
  },
  'ISA-WIDTH': {
    code: 'ISA-WIDTH',
    severity: 'warning',
    message: 'An element of the ISA is not as wide as it must be; read by its separators.',
    fix: 'Fill it up with blanks, or cut it, to its fixed width.',
    acknowledgement: { segment: 'TA1', code: '022' },
  },
  'ISA16-MISSING': {
    code: 'ISA16-MISSING',
    message: 'ISA16 is missing; a colon is taken as component separator.',
    fix: 'Write the component separator as ISA16.',
    acknowledgement: { segment: 'TA1', code: '027' },
  },
  'ISA-TERMINATOR': {
    code: 'ISA-TERMINATOR',
    message: 'The ISA has no segment terminator of its own; taken from the segment behind it.',
    fix: 'Write the segment terminator behind ISA16.',
    acknowledgement: { segment: 'TA1', code: '004' },
  },
  'ISA-MISSING': {
    code: 'ISA-MISSING',
    message: 'There is no ISA; separators are guessed from the first segment.',
    fix: 'Put the envelope (ISA, GS) before it, or ask the sender for the whole file.',
    acknowledgement: { segment: 'TA1', code: '022' },
  },
  'CHARACTER-SET': {
    code: 'CHARACTER-SET',
    severity: 'warning',
    message: 'The file holds characters outside ASCII.',
    fix: 'Write letters without accents.',
  },
  'CONTROL-CHARACTER': {
    code: 'CONTROL-CHARACTER',
    severity: 'warning',
    message: 'The file holds line ends or other control characters within segments.',
    fix: 'Take them out; line ends may stand behind a segment terminator only.',
  },
  'SEGMENT-ID-CASE': {
    code: 'SEGMENT-ID-CASE',
    severity: 'warning',
    message: 'This segment id is not in upper case; read as if it were.',
    fix: 'Write it in capitals.',
    acknowledgement: { segment: 'IK3', code: '1' },
  },
  'SEGMENT-EMPTY': {
    code: 'SEGMENT-EMPTY',
    message: 'This text does not start with a segment id and was skipped.',
    fix: 'Take it out, or look for a terminator or a line end within a value before it.',
    acknowledgement: { segment: 'IK3', code: '1' },
  },
  'SEGMENT-ID': {
    code: 'SEGMENT-ID',
    message: 'This text does not start with a segment id and was skipped.',
    fix: 'Take it out, or look for a terminator or a line end within a value before it.',
    acknowledgement: { segment: 'IK3', code: '1' },
  },
  'SEGMENT-LENGTH': {
    code: 'SEGMENT-LENGTH',
    message: 'This segment has no terminator within a million bytes; skipped to the next segment.',
    fix: 'End each segment with the terminator that the ISA ends with.',
    acknowledgement: { segment: 'IK3', code: '8' },
  },
  'TERMINATOR-MISSING': {
    code: 'TERMINATOR-MISSING',
    message: 'The file ends (or the next interchange begins) within this segment.',
    fix: 'Ask the sender for the file again: it may have been cut off.',
    acknowledgement: { segment: 'TA1', code: '023' },
  },
} as const satisfies Readonly<Record<string, Fault>> & Readonly<Record<Oddity, Fault>>;

/** What is odd about the start of an interchange, and at which element of its ISA. */
export function startFaults({ oddities, wrongWidth }: Start): { fault: Fault; element?: number }[] {
  return oddities.map((code) => {
    if (!wrongWidth || (code !== 'ISA-LENGTH' && code !== 'ISA-WIDTH')) return { fault: READER_FAULTS[code] };
    const fault = { ...READER_FAULTS[code], expected: `${wrongWidth.expected} characters` };
    return { fault, element: wrongWidth.element };
  });
}

/** What is odd about the text of a segment; `id` is empty when it has none, `seen` is what its bytes hold: see `Block`. */
export function segmentFaults(id: string, text: string, seen: number, isTerminated: boolean): Fault[] {
  const faults: Fault[] = [];
  if (id === '') {
    const code = text === '' ? 'SEGMENT-EMPTY' : 'SEGMENT-ID';
    faults.push({ ...READER_FAULTS[code], severity: isTerminated ? 'error' : 'info' });
  } else if (!isTerminated) {
    const severity = id === 'IEA' ? 'warning' : 'error';
    faults.push({ ...READER_FAULTS['TERMINATOR-MISSING'], severity });
  }
  if (!text.startsWith(id)) faults.push(READER_FAULTS['SEGMENT-ID-CASE']);
  if (seen !== 0 && /\p{Cc}/u.test(text)) faults.push(READER_FAULTS['CONTROL-CHARACTER']);
  if ((seen & NON_ASCII) !== 0) faults.push(READER_FAULTS['CHARACTER-SET']);
  return faults;
}

/** True for what concerns the file as a whole, so that one place of it is enough. */
export function isOncePerFile({ code }: Fault): boolean {
  return code === 'CONTROL-CHARACTER' || code === 'CHARACTER-SET';
}

/** Bytes that belong to no interchange; an error when the file has none at all. */
export function textSkipped(bytes: number, isBeforeInterchange: boolean, isAllOfFile: boolean): Fault {
  const where = isBeforeInterchange ? ' before the interchange' : '';
  return {
    code: 'TEXT-SKIPPED',
    severity: isAllOfFile ? 'error' : 'info',
    message: `${bytes} bytes${where} are not X12 and were skipped.`,
    fix: isAllOfFile
      ? 'Look whether this is the right file: X12 begins with ISA, GS or ST.'
      : 'Nothing to do, unless part of the file is missing.',
  };
}
