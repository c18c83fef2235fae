/** Writes a 999: as it was read, or as a clearinghouse sends it, TA1 between ISA and GS (for the sandbox clearinghouse and for tests). */
import { foldText, type InterchangeEnvelope } from '../../x12/index.ts';
import { elementsOf } from '../ack-ta1/index.ts';
import { ownAnswers, writeAnswers } from '../parts/answers/file.ts';
import { VERSION_999 } from './guide.ts';
import { ACKNOWLEDGEMENT_999 } from './kind.ts';
import type { FunctionalGroupAcknowledgement, ImplementationAcknowledgementFile } from './model.ts';
import type { AcknowledgementInterchange } from './read.ts';

/** AK103 and AK203, where an answer of ours names none: the version of what is acknowledged. */
const VERSION_BY_GROUP: Readonly<Record<string, string>> = { HC: '005010X222A1' };

/** One transaction set per acknowledged group; without any the interchange holds only its TA1 segments. */
export function writeAcknowledgement999(
  envelope: InterchangeEnvelope,
  file: Pick<ImplementationAcknowledgementFile, 'interchangeAcknowledgements' | 'acknowledgements'>,
): Uint8Array {
  const head = { functionalIdentifier: 'FA', version: VERSION_999 };
  const answers = file.acknowledgements.map((group) => ({ groups: [withVersion(group)] }));
  const interchange = {
    ...ownAnswers(envelope, head, answers),
    acknowledgements: file.interchangeAcknowledgements.map(elementsOf),
  };
  return writeAnswers(ACKNOWLEDGEMENT_999, [interchange], { fold: foldText });
}

export function writeAcknowledgementInterchanges(
  interchanges: readonly AcknowledgementInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  return writeAnswers(ACKNOWLEDGEMENT_999, interchanges, { behindSegments });
}

function withVersion(group: FunctionalGroupAcknowledgement): FunctionalGroupAcknowledgement {
  const version = group.version ?? VERSION_BY_GROUP[group.functionalIdentifier];
  if (version === undefined) return group;
  return {
    ...group,
    version,
    transactionSets: group.transactionSets.map((set) => ({ version, ...set })),
  };
}
