/** 837P: segments that came before are read and checked to the same effect as when each is looked at anew. */
import {
  ClaimFileReader,
  type ClaimFileVisitor,
  type ReadClaim,
} from '../../src/transactions/claim-837p/index.ts';
import { FindingList, type X12Finding } from '../../src/x12/index.ts';
import { mustBeSame } from '../promises/findings.ts';
import { mustEqual } from '../promises/promise.ts';
import type { Target } from './target.ts';

const KNOWN = 'what came before is read and checked as when it is looked at anew';

export const claimsKnownTarget: Target = {
  name: 'claim-837p-known',
  transactions: ['837'],
  oneIn: 4,
  read({ bytes }) {
    // Three times in a row, so that even the segments of a short file come again.
    const thrice = Buffer.concat([bytes, bytes, bytes]);
    const [anew, known] = [readWith(thrice), readWith(thrice, 0)];
    mustBeSame(known.findings, anew.findings, KNOWN);
    mustEqual(known.told, anew.told, KNOWN, 'told');
    return { findings: [], kept: undefined };
  },
};

function readWith(bytes: Uint8Array, recognizesAfter?: number) {
  const told: unknown[] = [];
  const visitor: ClaimFileVisitor<ReadClaim> = {
    interchange: (start) => told.push(start),
    interchangeAcknowledgement: (elements) => told.push(elements),
    group: (start) => told.push(start),
    set: (start) => told.push(start),
    claim: (claim) => told.push(claim),
  };
  const list = new FindingList();
  const reader = new ClaimFileReader(list, visitor, undefined, { recognizesAfter });
  reader.push(bytes);
  reader.end();
  const findings: readonly X12Finding[] = list.toArray();
  return { told, findings };
}
