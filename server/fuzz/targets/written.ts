/** A file as it was read, written again: bounded, at rest, and the same when it is read and written in pieces. */
import { ACKNOWLEDGEMENT_999 } from '../../src/transactions/ack-999/kind.ts';
import {
  ClaimFileReader,
  ClaimFileWriter,
  readClaimInterchanges,
  writeClaimInterchanges,
} from '../../src/transactions/claim-837p/index.ts';
import { ELIGIBILITY_RESPONSE } from '../../src/transactions/eligibility-270-271/answer/kind.ts';
import { ELIGIBILITY_REQUEST } from '../../src/transactions/eligibility-270-271/inquiry/kind.ts';
import type { Fields } from '../../src/transactions/guide/rules.ts';
import {
  AnswerFileReader,
  AnswerFileWriter,
  readAnswers,
  writeAnswers,
} from '../../src/transactions/parts/answers/file.ts';
import type { AnswerKind } from '../../src/transactions/parts/answers/kind.ts';
import type { InterchangeStart } from '../../src/transactions/parts/file-parts.ts';
import type { TransactionFileReader } from '../../src/transactions/parts/file-reader.ts';
import {
  RemittanceFileReader,
  RemittanceFileWriter,
  readRemittanceInterchanges,
  writeRemittanceInterchanges,
} from '../../src/transactions/remittance-835/index.ts';
import { CLAIM_STATUS_REQUEST } from '../../src/transactions/status-276/kind.ts';
import { CLAIM_STATUS_RESPONSE } from '../../src/transactions/status-277/kind.ts';
import { CLAIM_ACKNOWLEDGEMENT } from '../../src/transactions/status-277ca/kind.ts';
import { FindingList, type X12Finding } from '../../src/x12/index.ts';
import { chunksOf } from '../promises/chunks.ts';
import { mustBeSame } from '../promises/findings.ts';
import { must, mustEqual } from '../promises/promise.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const AT_REST = 'what was written is read and written again the same';
const IN_PIECES = 'a file read and written in pieces is the file read and written at once';

/** Loops that a file names and does not fill are written with what they must have: `LX~` makes five segments. */
const WRITTEN_PER_BYTE = 16;
const WRITTEN_AT_LEAST = 20_000;
/** A round for each of so many segments: they may be mended one by one. */
const MENDING_ROUNDS = 500;

/** One transaction, as a tree and in pieces. */
interface Written<Interchange extends InterchangeStart> {
  readonly name: string;
  /** ST01. */
  readonly transaction: string;
  read(bytes: Uint8Array): {
    readonly interchanges: readonly Interchange[];
    readonly findings: readonly X12Finding[];
  };
  write(interchanges: readonly Interchange[]): Uint8Array;
  /** A reader whose parts go straight to a writer. */
  inPieces(
    findings: FindingList,
    write: (text: string) => void,
  ): { readonly reader: TransactionFileReader; readonly writer: { end(): void } };
}

export const claimsWrittenTarget = targetOf({
  name: 'claim-837p-written',
  transaction: '837',
  read: readClaimInterchanges,
  write: writeClaimInterchanges,
  inPieces(findings, write) {
    const writer = new ClaimFileWriter(write);
    return { reader: new ClaimFileReader(findings, writer), writer };
  },
});

export const remittanceWrittenTarget = targetOf({
  name: 'remittance-835-written',
  transaction: '835',
  read: readRemittanceInterchanges,
  write: writeRemittanceInterchanges,
  inPieces(findings, write) {
    const writer = new RemittanceFileWriter(write);
    return { reader: new RemittanceFileReader(findings, writer), writer };
  },
});

export const acknowledgementWrittenTarget = answersWritten('ack-999-written', ACKNOWLEDGEMENT_999, '999');
export const claimAcknowledgementWrittenTarget = answersWritten(
  'status-277ca-written',
  CLAIM_ACKNOWLEDGEMENT,
);
export const claimStatusWrittenTarget = answersWritten('status-277-written', CLAIM_STATUS_RESPONSE);
export const claimStatusRequestWrittenTarget = answersWritten(
  'status-276-written',
  CLAIM_STATUS_REQUEST,
  '276',
);
export const eligibilityRequestWrittenTarget = answersWritten(
  'eligibility-270-written',
  ELIGIBILITY_REQUEST,
  '270',
);
export const eligibilityResponseWrittenTarget = answersWritten(
  'eligibility-271-written',
  ELIGIBILITY_RESPONSE,
  '271',
);

function answersWritten<Model extends Fields>(
  name: string,
  kind: AnswerKind<Model>,
  transaction = '277',
): Target {
  return targetOf({
    name,
    transaction,
    read: (bytes) => readAnswers(kind, bytes),
    write: (interchanges) => writeAnswers(kind, interchanges),
    inPieces(findings, write) {
      const writer = new AnswerFileWriter(kind, write);
      return { reader: new AnswerFileReader(kind, findings, writer), writer };
    },
  });
}

function targetOf<Interchange extends InterchangeStart>(kind: Written<Interchange>): Target {
  return {
    name: kind.name,
    transactions: [kind.transaction],
    oneIn: 24,
    read({ bytes, text }) {
      const { interchanges, findings } = kind.read(bytes);
      const written = kind.write(interchanges);
      must(
        written.length <= WRITTEN_AT_LEAST + bytes.length * WRITTEN_PER_BYTE,
        'what is written is bounded by the size of what was read',
        () => `${written.length} of ${bytes.length} bytes`,
      );
      checkRest(kind, written, interchanges, findings);
      const streamed = inPieces(kind, bytes, text);
      mustBeSame(streamed.findings, findings, IN_PIECES);
      // An acknowledgement in an odd place is put elsewhere by the tree.
      if (!text.includes('TA1'))
        mustEqual(streamed.written, new TextDecoder().decode(written), IN_PIECES, '');
      return { findings, kept: undefined };
    },
  };
}

/**
 * What divides a set without an envelope is a guess, which may fail where nothing stands in it. What has faults may be
 * mended when it is written, and be understood in another way then: each round puts at least one segment more in its
 * place, until all is at rest.
 */
function checkRest<Interchange extends InterchangeStart>(
  kind: Written<Interchange>,
  written: Uint8Array,
  interchanges: readonly Interchange[],
  findings: readonly X12Finding[],
): void {
  if (interchanges.some(({ header }) => header === undefined)) return;
  const isGood = findings.every(({ severity, snip }) => severity === 'info' || snip > 2);
  let before = written;
  let again = writtenAgain(kind, before);
  for (let rounds = isGood ? 0 : MENDING_ROUNDS; rounds > 0 && !isSame(before, again); rounds -= 1) {
    before = again;
    again = writtenAgain(kind, before);
  }
  mustEqual(latin1(again), latin1(before), AT_REST, isGood ? '' : 'with faults');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function writtenAgain<Interchange extends InterchangeStart>(
  { read, write }: Written<Interchange>,
  bytes: Uint8Array,
): Uint8Array {
  return write(read(bytes).interchanges);
}

function inPieces<Interchange extends InterchangeStart>(
  kind: Written<Interchange>,
  bytes: Uint8Array,
  text: string,
) {
  const findings = new FindingList();
  const parts: string[] = [];
  const { reader, writer } = kind.inPieces(findings, (part) => parts.push(part));
  for (const chunk of chunksOf(bytes, new Random(hashOf(text)))) reader.push(chunk);
  reader.end();
  writer.end();
  return { findings: findings.toArray(), written: parts.join('') };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
