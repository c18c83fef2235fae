/** A file of claims as it was read, written again: bounded, at rest, and the same when it is read and written in pieces. */
import {
  ClaimFileReader,
  ClaimFileWriter,
  type ClaimInterchange,
  readClaimInterchanges,
  writeClaimInterchanges,
} from '../../src/transactions/claim-837p/index.ts';
import { FindingList, type X12Finding } from '../../src/x12/index.ts';
import { chunksOf } from '../promises/chunks.ts';
import { mustBeSame } from '../promises/findings.ts';
import { must, mustEqual } from '../promises/promise.ts';
import { hashOf, Random } from '../random.ts';
import type { Target } from './target.ts';

const AT_REST = 'what was written is read and written again the same';
const IN_PIECES = 'a claim file read and written in pieces is the file read and written at once';

/** Loops that a file names and does not fill are written with what they must have: `LX~` makes five segments. */
const WRITTEN_PER_BYTE = 16;
const WRITTEN_AT_LEAST = 20_000;
const MENDING_ROUNDS = 20;

export const claimsWrittenTarget: Target = {
  name: 'claim-837p-written',
  transactions: ['837'],
  oneIn: 24,
  read({ bytes, text }) {
    const { interchanges, findings } = readClaimInterchanges(bytes);
    const written = writeClaimInterchanges(interchanges);
    must(
      written.length <= WRITTEN_AT_LEAST + bytes.length * WRITTEN_PER_BYTE,
      'what is written is bounded by the size of what was read',
      () => `${written.length} of ${bytes.length} bytes`,
    );
    checkRest(written, interchanges, findings);
    const streamed = inPieces(bytes, text);
    mustBeSame(streamed.findings, findings, IN_PIECES);
    // An acknowledgement in an odd place is put elsewhere by the tree.
    if (!text.includes('TA1')) mustEqual(streamed.written, new TextDecoder().decode(written), IN_PIECES, '');
    return { findings, kept: undefined };
  },
};

/**
 * What divides a set without an envelope is a guess, which may fail where nothing stands in it. What has faults may be
 * mended when it is written, and be understood in another way then: each round puts at least one segment more in its
 * place, until all is at rest.
 */
function checkRest(
  written: Uint8Array,
  interchanges: readonly ClaimInterchange[],
  findings: readonly X12Finding[],
): void {
  if (interchanges.some(({ header }) => header === undefined)) return;
  const isGood = findings.every(({ severity, snip }) => severity === 'info' || snip > 2);
  let before = written;
  let again = writtenAgain(before);
  for (let rounds = isGood ? 0 : MENDING_ROUNDS; rounds > 0 && !isSame(before, again); rounds -= 1) {
    before = again;
    again = writtenAgain(before);
  }
  mustEqual(latin1(again), latin1(before), AT_REST, isGood ? '' : 'with faults');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function writtenAgain(bytes: Uint8Array): Uint8Array {
  return writeClaimInterchanges(readClaimInterchanges(bytes).interchanges);
}

/** Each part goes straight to the writer. */
function inPieces(bytes: Uint8Array, text: string) {
  const findings = new FindingList();
  const parts: string[] = [];
  const writer = new ClaimFileWriter((part) => parts.push(part));
  const reader = new ClaimFileReader(findings, writer);
  for (const chunk of chunksOf(bytes, new Random(hashOf(text)))) reader.push(chunk);
  reader.end();
  writer.end();
  return { findings: findings.toArray(), written: parts.join('') };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
