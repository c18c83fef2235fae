/** Writes a 999 as a clearinghouse sends it, TA1 between ISA and GS. Used by the sandbox clearinghouse and by tests. */
import { type InterchangeEnvelope, type SegmentToWrite, writeInterchange } from '../../x12/index.ts';
import { writeInterchangeAcknowledgement } from '../ack-ta1/index.ts';
import type {
  FunctionalGroupAcknowledgement,
  ImplementationAcknowledgementFile,
  SegmentError,
} from './model.ts';

/** AK103 and AK203: the version of what is acknowledged. */
const VERSION_BY_GROUP: Readonly<Record<string, string>> = { HC: '005010X222A1' };

/** One transaction set per acknowledged group; without any the interchange holds only its TA1 segments. */
export function writeAcknowledgement999(
  envelope: InterchangeEnvelope,
  file: Pick<ImplementationAcknowledgementFile, 'interchangeAcknowledgements' | 'acknowledgements'>,
): Uint8Array {
  return writeInterchange(
    envelope,
    {
      functionalIdentifier: 'FA',
      identifier: '999',
      version: '005010X231A1',
      hasVersionInSet: true,
      sets: file.acknowledgements.map(groupSegments),
    },
    file.interchangeAcknowledgements.map(writeInterchangeAcknowledgement),
  );
}

function groupSegments(group: FunctionalGroupAcknowledgement): SegmentToWrite[] {
  const version = VERSION_BY_GROUP[group.functionalIdentifier];
  const segments: SegmentToWrite[] = [['AK1', group.functionalIdentifier, group.groupControlNumber, version]];
  for (const set of group.transactionSets) {
    segments.push(['AK2', set.identifier, set.controlNumber, version]);
    segments.push(...set.segmentErrors.flatMap(segmentErrorSegments));
    if (set.code !== undefined) segments.push(['IK5', set.code, ...set.errorCodes]);
  }
  if (group.code !== undefined) {
    const counts = [group.setsIncluded, group.setsReceived, group.setsAccepted].map(String);
    segments.push(['AK9', group.code, ...counts, ...group.errorCodes]);
  }
  return segments;
}

function segmentErrorSegments(error: SegmentError): SegmentToWrite[] {
  return [
    ['IK3', error.segmentId, String(error.ordinal), error.loop, error.code],
    ...error.contexts.map((context): SegmentToWrite => ['CTX', context.split(':')]),
    ...error.elementErrors.map(
      ({ element, component, repetition, code, value }): SegmentToWrite => [
        'IK4',
        [element, component, repetition].map((part) => (part === undefined ? undefined : String(part))),
        undefined,
        code,
        value,
      ],
    ),
  ];
}
