/** Claimside's own work on 835 files. */
// Only that: what takes and gives JSON beside it has 20 MB of its own.
import { RemittanceFileChecker } from '../../src/transactions/remittance-835/check/check-file.ts';
import { RemittanceFileReader } from '../../src/transactions/remittance-835/file-reader.ts';
import { FindingList } from '../../src/x12/index.ts';
import type { Round, SampleFile, Work } from './work.ts';

type Pieces = ReturnType<SampleFile['piecesOnDisk']>;

const read =
  (pieces: Pieces): Round =>
  async () => {
    let count = 0;
    const findings = new FindingList();
    const reader = new RemittanceFileReader(findings, {
      claim() {
        count += 1;
      },
    });
    for await (const chunk of pieces()) reader.push(chunk);
    reader.end();
    if (findings.toArray().length > 0) throw new Error('a sample file has findings');
    return count;
  };

/** As `claimside x12 check` does it. */
const checked =
  (pieces: Pieces): Round =>
  async () => {
    let count = 0;
    const checker = new RemittanceFileChecker({
      claim() {
        count += 1;
      },
    });
    for await (const chunk of pieces()) checker.push(chunk);
    if (checker.end().length > 0) throw new Error('a sample file has findings');
    return count;
  };

const WORKS = {
  read: (file) => read(file.piecesInMemory()),
  check: (file) => checked(file.piecesInMemory()),
  'read-from-disk': (file) => read(file.piecesOnDisk()),
  'check-from-disk': (file) => checked(file.piecesOnDisk()),
} satisfies Record<string, Work>;

export default WORKS;
