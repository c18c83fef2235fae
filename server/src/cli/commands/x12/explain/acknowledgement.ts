/** A TA1 or 999 for people: what became of the file, its sets, and which segments were found wrong. */
import {
  acknowledgementWords,
  elementErrorWords,
  groupErrorWords,
  type ImplementationAcknowledgementFile,
  type SegmentError,
  segmentErrorWords,
  setErrorWords,
} from '../../../../transactions/ack-999/index.ts';
import { noteWords } from '../../../../transactions/ack-ta1/index.ts';

type Answers = Pick<ImplementationAcknowledgementFile, 'acknowledgements' | 'interchangeAcknowledgements'>;

export function explainAcknowledgements({
  interchangeAcknowledgements,
  acknowledgements,
}: Answers): string[] {
  return [
    ...interchangeAcknowledgements.map(
      ({ controlNumber, code, noteCode }) =>
        `Interchange ${controlNumber}: ${acknowledgementWords(code)}${noteCode === '000' ? '' : `: ${noteWords(noteCode)} [${noteCode}]`}`,
    ),
    ...acknowledgements.flatMap((group) => [
      `Group ${group.groupControlNumber} (${group.functionalIdentifier}): ${acknowledgementWords(group.code)}, ${group.setsAccepted ?? '?'} of ${group.setsIncluded ?? '?'} sets accepted${reasons(group.errorCodes, groupErrorWords)}`,
      ...group.transactionSets.flatMap((set) => [
        `  Set ${set.controlNumber} (${set.identifier}): ${acknowledgementWords(set.code)}${reasons(set.errorCodes, setErrorWords)}`,
        ...set.segmentErrors.flatMap(explainSegment),
      ]),
    ]),
  ];
}

function explainSegment({ segmentId, ordinal, loop, code, contexts, elementErrors }: SegmentError): string[] {
  const place = `Segment ${ordinal}, ${segmentId}${loop === '' ? '' : ` in loop ${loop}`}`;
  return [
    `    ${place} ${segmentErrorWords(code)} [${code}]${contexts.length > 0 ? `, at ${contexts.join(', ')}` : ''}`,
    ...elementErrors.map(({ element, component, code: own, value }) => {
      const at = `${segmentId}${String(element).padStart(2, '0')}${component === undefined ? '' : `-${component}`}`;
      return `      ${at} ${elementErrorWords(own)} [${own}]${value === undefined ? '' : `, found ${value}`}`;
    }),
  ];
}

function reasons(codes: readonly string[], words: (code: string) => string): string {
  return codes.map((code) => `; ${words(code)} [${code}]`).join('');
}
