/** A TA1 or 999 for people: what became of the file, its sets, and which segments were found wrong. */
import type {
  ImplementationAcknowledgementFile,
  SegmentError,
} from '../../../../transactions/ack-999/index.ts';

/** TA104, IK501, AK901. */
const VERDICT: Readonly<Record<string, string>> = {
  A: 'accepted',
  E: 'accepted, with errors noted',
  P: 'partly accepted',
  R: 'rejected',
  M: 'rejected for security reasons',
  W: 'rejected for security reasons',
  X: 'rejected for security reasons',
};

type Answers = Pick<ImplementationAcknowledgementFile, 'acknowledgements' | 'interchangeAcknowledgements'>;

export function explainAcknowledgements({
  interchangeAcknowledgements,
  acknowledgements,
}: Answers): string[] {
  return [
    ...interchangeAcknowledgements.map(
      ({ controlNumber, code, noteCode }) =>
        `Interchange ${controlNumber}: ${verdict(code)}${noteCode === '000' ? '' : `, note ${noteCode}`}`,
    ),
    ...acknowledgements.flatMap((group) => [
      `Group ${group.groupControlNumber} (${group.functionalIdentifier}): ${verdict(group.code)}, ${group.setsAccepted} of ${group.setsIncluded} sets accepted${codes(group.errorCodes)}`,
      ...group.transactionSets.flatMap((set) => [
        `  Set ${set.controlNumber} (${set.identifier}): ${verdict(set.code)}${codes(set.errorCodes)}`,
        ...set.segmentErrors.flatMap(explainSegment),
      ]),
    ]),
  ];
}

function explainSegment({ segmentId, ordinal, loop, code, contexts, elementErrors }: SegmentError): string[] {
  const place = `segment ${ordinal}, ${segmentId}${loop === '' ? '' : ` in loop ${loop}`}`;
  return [
    `    ${place}: error ${code}${contexts.length > 0 ? ` (${contexts.join(', ')})` : ''}`,
    ...elementErrors.map(({ element, component, code: own, value }) => {
      const at = `${segmentId}${String(element).padStart(2, '0')}${component === undefined ? '' : `-${component}`}`;
      return `      ${at}: error ${own}${value === undefined ? '' : `, found ${value}`}`;
    }),
  ];
}

const verdict = (code: string | undefined) =>
  code === undefined ? 'not said, which is no acceptance' : (VERDICT[code] ?? `code ${code}`);
const codes = (list: readonly string[]) => (list.length === 0 ? '' : `, error ${list.join(', ')}`);
