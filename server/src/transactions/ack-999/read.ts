/** Reads a 999, and any TA1 in the same file; a file with nothing but a TA1 is read too. */
import { FindingList, readInterchangeFile, type Segment, type TransactionSet } from '../../x12/index.ts';
import { type InterchangeAcknowledgement, readInterchangeAcknowledgement } from '../ack-ta1/index.ts';
import type { Open } from '../parts/open.ts';
import { ASK_SENDER, Reading } from '../parts/reading.ts';
import { unexpectedSet } from '../parts/unexpected-set.ts';
import type {
  ElementError,
  FunctionalGroupAcknowledgement,
  ImplementationAcknowledgementFile,
  SegmentError,
  TransactionSetAcknowledgement,
} from './model.ts';

const GROUP_CODES = ['A', 'E', 'P', 'R', 'M', 'W', 'X'] as const;
const SET_CODES = ['A', 'E', 'R', 'M', 'W', 'X'] as const;

type OpenSegmentError = Open<SegmentError, { contexts: string[]; elementErrors: ElementError[] }>;
type OpenSet = Open<TransactionSetAcknowledgement, { segmentErrors: OpenSegmentError[] }>;
type OpenGroup = Open<FunctionalGroupAcknowledgement, { transactionSets: OpenSet[] }>;

/** Acknowledgements in the order of the file. Control numbers as sent back: compare them as numbers. */
export function readAcknowledgement999(bytes: Uint8Array): ImplementationAcknowledgementFile {
  const findings = new FindingList();
  const reading = new Reading(findings);
  const file = readInterchangeFile(bytes, findings);
  const acknowledgements = file.transactionSets.flatMap((set) => readSet(set, reading));
  const interchangeAcknowledgements = file.interchangeAcknowledgements
    .map((segment) => readInterchangeAcknowledgement(segment, reading))
    .filter((ta1): ta1 is InterchangeAcknowledgement => ta1 !== undefined);
  return {
    interchangeControlNumber: file.interchanges[0]?.controlNumber ?? '',
    senderId: file.interchanges[0]?.senderId ?? '',
    interchangeAcknowledgements,
    acknowledgements,
    findings: findings.toArray(),
  };
}

function readSet(set: TransactionSet, reading: Reading): FunctionalGroupAcknowledgement[] {
  const [header, ...segments] = set.segments;
  if (!header) return [];
  if (set.identifier !== '999') {
    reading.report(header, unexpectedSet('a 999', set));
    return [];
  }
  const groups: OpenGroup[] = [];
  for (const segment of segments) takeSegment(segment, groups, reading);
  const [first] = groups;
  if (!first)
    reading.report(header, {
      code: 'AK1-MISSING',
      snip: 2,
      message: 'This 999 has no AK1, and does not say which group it answers.',
      fix: ASK_SENDER,
    });
  else if (first.code === undefined) {
    reading.report(header, {
      code: 'AK9',
      snip: 2,
      message: 'AK9 is missing or has no known code: this is not an acceptance.',
      fix: ASK_SENDER,
    });
  }
  return groups;
}

function takeSegment(segment: Segment, groups: OpenGroup[], reading: Reading): void {
  if (segment.id === 'AK1') {
    groups.push(newGroup(segment));
    return;
  }
  const group = groups.at(-1);
  const set = group?.transactionSets.at(-1);
  const error = set?.segmentErrors.at(-1);
  const expectedParent = { AK2: group, AK9: group, IK3: set, IK5: set, CTX: error, IK4: error };
  if (segment.id in expectedParent && !expectedParent[segment.id as keyof typeof expectedParent]) {
    const message = `${segment.id} stands before the segment it belongs to.`;
    reading.report(segment, { code: 'SEGMENT-ORDER', snip: 2, message, fix: ASK_SENDER });
    return;
  }
  if (segment.id === 'AK2' && group) {
    group.transactionSets.push(newSet(segment));
  } else if (segment.id === 'IK3' && set) {
    set.segmentErrors.push(newSegmentError(segment, reading));
  } else if (segment.id === 'CTX' && error) {
    const key = segment.components(1);
    if (!key[0]?.startsWith('SITUATIONAL')) error.contexts.push(key.join(':'));
  } else if (segment.id === 'IK4' && error) {
    error.elementErrors.push(readElementError(segment));
  } else if (segment.id === 'IK5' && set) {
    set.code = SET_CODES.find((code) => code === segment.element(1));
    set.errorCodes = errorCodes(segment, 2);
    if (set.code === undefined) {
      reading.report(
        segment,
        {
          code: 'IK501',
          message: `IK501 is none of ${SET_CODES.join(', ')}.`,
          value: segment.element(1),
          fix: ASK_SENDER,
        },
        1,
      );
    }
  } else if (segment.id === 'AK9' && group) {
    group.code = GROUP_CODES.find((code) => code === segment.element(1));
    group.setsIncluded = reading.count(segment, 2);
    group.setsReceived = reading.count(segment, 3);
    group.setsAccepted = reading.count(segment, 4);
    group.errorCodes = errorCodes(segment, 5);
  }
}

function newGroup(segment: Segment): OpenGroup {
  return {
    functionalIdentifier: segment.element(1),
    groupControlNumber: segment.element(2),
    transactionSets: [],
    code: undefined,
    setsIncluded: 0,
    setsReceived: 0,
    setsAccepted: 0,
    errorCodes: [],
  };
}

function newSet(segment: Segment): OpenSet {
  return {
    identifier: segment.element(1),
    controlNumber: segment.element(2),
    segmentErrors: [],
    code: undefined,
    errorCodes: [],
  };
}

function newSegmentError(segment: Segment, reading: Reading): OpenSegmentError {
  return {
    segmentId: segment.element(1),
    ordinal: reading.count(segment, 2),
    loop: segment.element(3),
    code: segment.element(4),
    contexts: [],
    elementErrors: [],
  };
}

function readElementError(segment: Segment): ElementError {
  const [element = 0, component, repetition] = segment
    .components(1)
    .map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined));
  const value = segment.element(4);
  return {
    element,
    ...(component === undefined ? {} : { component }),
    ...(repetition === undefined ? {} : { repetition }),
    code: segment.element(3),
    ...(value === '' ? {} : { value }),
  };
}

function errorCodes(segment: Segment, from: number): string[] {
  return segment.elements
    .slice(from)
    .map((code) => code.trim())
    .filter((code) => code !== '');
}
