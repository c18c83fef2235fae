/** The one question of a file, or why there is none; and what stands around the answer. */
import type { UtcInstant } from '@claimside/shared/values';
import { writeAcknowledgement999 } from '../../transactions/ack-999/index.ts';
import type { AnswerInterchange } from '../../transactions/parts/answers/tree.ts';
import type { InterchangeEnvelope, X12Finding } from '../../x12/index.ts';
import { dayOf, timeOf } from '../answers/judged.ts';
import { segmentError } from '../segment-error.ts';
import type { ReceivedFile } from '../types.ts';

export interface QuestionContext {
  readonly at: UtcInstant;
  /** ISA13 and GS06 of the answer. */
  readonly controlNumber: number;
  /** All claims that came by SFTP. */
  readonly received: readonly ReceivedFile[];
}

export interface Question<Model> {
  /** Undefined where the form is wrong: errors of syntax or of the guide, or not one set alone. */
  readonly request: Model | undefined;
  readonly interchange: AnswerInterchange<Model> | undefined;
  readonly errors: readonly X12Finding[];
}

export function questionIn<Model>(
  interchanges: readonly AnswerInterchange<Model>[],
  findings: readonly X12Finding[],
): Question<Model> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const [set, ...others] = sets;
  const isGood = errors.length === 0 && others.length === 0;
  return { request: isGood ? set?.answer : undefined, interchange: interchanges[0], errors };
}

/** The service, as it calls itself in ISA and GS. */
export const SERVICE = { qualifier: '01', id: 'OFFALLY' } as const;

export function envelopeBack(
  { interchange }: Question<unknown>,
  { at, controlNumber }: QuestionContext,
): InterchangeEnvelope {
  const header = interchange?.header;
  const sender = header?.senderId.trim() || 'UNKNOWN';
  return {
    interchangeSender: SERVICE,
    interchangeReceiver: { qualifier: header?.senderQualifier || 'ZZ', id: sender },
    applicationSender: SERVICE.id,
    applicationReceiver: interchange?.groups[0]?.header?.applicationSender || sender,
    usageIndicator: 'P',
    acknowledgementRequested: '0',
    interchangeControlNumber: controlNumber,
    groupControlNumber: controlNumber,
    transactionSetControlNumber: 1,
    date: dayOf(at),
    time: timeOf(at),
  };
}

/** A 999 that rejects it, each fault with its place. */
export function rejected(
  identifier: '270' | '276',
  question: Question<unknown>,
  context: QuestionContext,
): Uint8Array {
  const group = question.interchange?.groups[0];
  const sets = group?.sets ?? [];
  return writeAcknowledgement999(envelopeBack(question, context), {
    interchangeAcknowledgements: [],
    acknowledgements: [
      {
        functionalIdentifier: identifier === '270' ? 'HS' : 'HR',
        groupControlNumber: group?.header?.controlNumber || '1',
        transactionSets: sets.slice(0, 1).map(({ controlNumber }) => ({
          identifier,
          controlNumber,
          segmentErrors: question.errors.map(segmentError),
          code: 'R',
          // 5: one or more segments in error; 1: this is not taken.
          errorCodes: [question.errors.length > 0 ? '5' : '1'],
        })),
        code: 'R',
        setsIncluded: sets.length,
        setsReceived: sets.length,
        setsAccepted: 0,
        errorCodes: [],
      },
    ],
  });
}
