/** The 999 with its TA1: whether the file and each of its transaction sets can be used at all. */
import type {
  FunctionalGroupAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from '../../transactions/ack-999/index.ts';
import type { InterchangeAcknowledgement } from '../../transactions/ack-ta1/index.ts';
import type { ClaimFile } from '../../transactions/claim-837p/index.ts';

/** What was found of one transaction set. */
export interface SetVerdict {
  /** ST02. */
  readonly controlNumber: string;
  /** Empty: accepted. */
  readonly errors: readonly SegmentError[];
}

/** TA105 of a refused interchange; `000` accepts. */
export type InterchangeNote = '000' | '008' | '024' | '025';

export interface FileAcknowledgement {
  readonly interchange: InterchangeAcknowledgement;
  /** None when the interchange is refused before its group is looked at. */
  readonly groups: readonly FunctionalGroupAcknowledgement[];
}

/** A TA1 that accepts, and a 999 that accepts the sets without errors. */
export function acknowledge(file: ClaimFile, sets: readonly SetVerdict[]): FileAcknowledgement {
  const transactionSets = sets.map(answerSet);
  const accepted = transactionSets.filter(({ code }) => code === 'A').length;
  const code = accepted === sets.length ? 'A' : accepted === 0 ? 'R' : 'P';
  return {
    interchange: interchangeAnswer(file, '000'),
    groups: [group(file, { transactionSets, code, setsAccepted: accepted, errorCodes: [] }, sets.length)],
  };
}

/** The whole file was here before: its control numbers are used up (TA105 025, AK905 19). */
export function refuseDuplicate(file: ClaimFile, sets: number): FileAcknowledgement {
  const refused = { transactionSets: [], code: 'R', setsAccepted: 0, errorCodes: ['19'] } as const;
  return { interchange: interchangeAnswer(file, '025'), groups: [group(file, refused, sets)] };
}

/** Only a TA1 that rejects. */
export function refuseInterchange(file: ClaimFile, note: InterchangeNote): FileAcknowledgement {
  return { interchange: interchangeAnswer(file, note), groups: [] };
}

function interchangeAnswer({ envelope }: ClaimFile, noteCode: InterchangeNote): InterchangeAcknowledgement {
  return {
    // Without leading zeros, as Office Ally sends it.
    controlNumber: String(envelope.interchangeControlNumber),
    date: envelope.date.replaceAll('-', '').slice(2),
    time: envelope.time,
    code: noteCode === '000' ? 'A' : 'R',
    noteCode,
  };
}

function group(
  { envelope }: ClaimFile,
  verdict: Pick<FunctionalGroupAcknowledgement, 'transactionSets' | 'code' | 'setsAccepted' | 'errorCodes'>,
  sets: number,
): FunctionalGroupAcknowledgement {
  return {
    functionalIdentifier: 'HC',
    groupControlNumber: String(envelope.groupControlNumber),
    setsIncluded: sets,
    setsReceived: sets,
    ...verdict,
  };
}

function answerSet({ controlNumber, errors }: SetVerdict): TransactionSetAcknowledgement {
  const rejected = errors.length > 0;
  return {
    identifier: '837',
    controlNumber,
    segmentErrors: errors,
    code: rejected ? 'R' : 'A',
    // 5: one or more segments in error.
    errorCodes: rejected ? ['5'] : [],
  };
}
