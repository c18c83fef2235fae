/** Claimside's own work on 837P files. */
import { runEdits } from '@claimside/shared/edits';
import { ClaimFileChecker } from '../../src/transactions/claim-837p/check/index.ts';
import {
  ClaimFileReader,
  type ClaimFileVisitor,
  ClaimFileWriter,
  type NumberedClaim,
  type ReadClaim,
  writeClaimFile,
} from '../../src/transactions/claim-837p/index.ts';
import { FindingList, type Segment, SegmentReader } from '../../src/x12/index.ts';
import { benchClaims, ENVELOPE, TODAY } from './claims.ts';
import type { Round, SampleFile, Work } from './work.ts';

type Pieces = ReturnType<SampleFile['piecesOnDisk']>;

/** Every component of every element is cut out, as the others do. */
const segments =
  (pieces: Pieces): Round =>
  async () => {
    let count = 0;
    const cutAll = (segment: Segment) => {
      for (let n = 1; n <= segment.elementCount; n += 1) segment.components(n);
      count += 1;
    };
    const reader = new SegmentReader(new FindingList(), cutAll);
    for await (const chunk of pieces()) reader.push(chunk);
    reader.end();
    return count;
  };

const read =
  (pieces: Pieces): Round =>
  async () => {
    let count = 0;
    const findings = new FindingList();
    const reader = new ClaimFileReader(findings, {
      ...IGNORES_ENVELOPE,
      claim() {
        count += 1;
      },
    });
    for await (const chunk of pieces()) reader.push(chunk);
    reader.end();
    if (findings.toArray().length > 0) throw new Error('a sample file has findings');
    return count;
  };

const IGNORES_ENVELOPE: Omit<ClaimFileVisitor<ReadClaim>, 'claim'> = {
  interchange() {},
  interchangeAcknowledgement() {},
  group() {},
  set() {},
};

/** As `claimside x12 check` does it. */
const checked =
  (pieces: Pieces): Round =>
  async () => {
    const checker = new ClaimFileChecker({ today: TODAY });
    for await (const chunk of pieces()) checker.push(chunk);
    const { findings, claimCount } = checker.end();
    if (findings.length > 0) throw new Error('a sample file has findings');
    return claimCount;
  };

/** Each claim is an object of its own in all its parts, as it comes from a database. */
function separateClaims(count: number): NumberedClaim[] {
  return benchClaims(count).map((claim) => structuredClone(claim));
}

const WORKS = {
  nothing: () => () => 0,
  segments: (file) => segments(file.piecesInMemory()),
  read: (file) => read(file.piecesInMemory()),
  check: (file) => checked(file.piecesInMemory()),
  write(file) {
    const list = separateClaims(file.claims);
    return () => writeClaimFile(ENVELOPE, list).bytes.length;
  },
  edits(file) {
    const list = separateClaims(file.claims);
    return () => {
      for (const { claim } of list)
        if (runEdits(claim, { today: TODAY }).length > 0) throw new Error('a sample claim has findings');
      return list.length;
    };
  },
  'segments-from-disk': (file) => segments(file.piecesOnDisk()),
  'read-from-disk': (file) => read(file.piecesOnDisk()),
  'check-from-disk': (file) => checked(file.piecesOnDisk()),
  /** Read and written again claim by claim. */
  'rewrite-from-disk'(file) {
    const pieces = file.piecesOnDisk();
    return async () => {
      let bytes = 0;
      const writer = new ClaimFileWriter((text) => (bytes += text.length));
      const reader = new ClaimFileReader(new FindingList(), writer);
      for await (const chunk of pieces()) reader.push(chunk);
      reader.end();
      writer.end();
      return bytes;
    };
  },
} satisfies Record<string, Work>;

export default WORKS;
