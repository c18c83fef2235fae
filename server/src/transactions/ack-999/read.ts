/** Reads a 999, and any TA1 in the same file; a file with nothing but a TA1 is read too. */
import { FindingList, locationOf, type Segment, type X12Finding } from '../../x12/index.ts';
import {
  checkInterchangeAcknowledgement,
  type InterchangeAcknowledgement,
  interchangeAcknowledgementOf,
} from '../ack-ta1/index.ts';
import { AnswerFileReader, AnswerTree } from '../parts/answers/file.ts';
import { type AnswerInterchange, answersIn } from '../parts/answers/tree.ts';
import { ACKNOWLEDGEMENT_999 } from './kind.ts';
import type { Acknowledgement, ImplementationAcknowledgementFile } from './model.ts';

export type AcknowledgementInterchange = AnswerInterchange<Acknowledgement>;

/** Acknowledgements in the order of the file. Control numbers as sent back: compare them as numbers. */
export function readAcknowledgement999(bytes: Uint8Array): ImplementationAcknowledgementFile {
  const { interchanges, findings } = readAcknowledgementInterchanges(bytes);
  const header = interchanges[0]?.header;
  return {
    interchangeControlNumber: header?.controlNumber ?? '',
    senderId: header?.senderId ?? '',
    ...acknowledgementsIn(interchanges),
    findings,
  };
}

/** What a tree holds without what stands around it. */
export function acknowledgementsIn(
  interchanges: readonly AcknowledgementInterchange[],
): Pick<ImplementationAcknowledgementFile, 'interchangeAcknowledgements' | 'acknowledgements'> {
  return {
    interchangeAcknowledgements: interchanges.flatMap(({ acknowledgements = [] }) =>
      acknowledgements.map((elements): InterchangeAcknowledgement => interchangeAcknowledgementOf(elements)),
    ),
    acknowledgements: answersIn(interchanges).flatMap(({ groups }) => groups),
  };
}

/** By interchange, group and set: what `writeAcknowledgementInterchanges` takes. */
export function readAcknowledgementInterchanges(bytes: Uint8Array): {
  readonly interchanges: readonly AcknowledgementInterchange[];
  readonly findings: readonly X12Finding[];
} {
  const findings = new FindingList();
  const tree = new AnswerTree<Acknowledgement>();
  const interchangeAcknowledgement = (segment: Segment) =>
    checkInterchangeAcknowledgement(segment, (fault, element) =>
      findings.add(locationOf(segment, '', element), fault),
    );
  const reader = new AnswerFileReader(ACKNOWLEDGEMENT_999, findings, tree, { interchangeAcknowledgement });
  reader.push(bytes);
  reader.end();
  return { interchanges: tree.interchanges, findings: findings.toArray() };
}
