/** The sample files of the folder that X12_CORPUS_DIR names, for tests; none when it is unset. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CorpusFile {
  /** Within the folder. */
  readonly path: string;
  /** Such as 837P. */
  readonly kind: string;
  /** Neither where validators disagree, or none was asked. */
  readonly isKnownGood: boolean;
  readonly isKnownBad: boolean;
  readonly note: string;
}

const folder = process.env.X12_CORPUS_DIR;

export const hasCorpus = folder !== undefined;

/** The rows of INDEX.tsv: file, kind, origin, licence, version, exercises, known_good, note. */
export const corpusFiles: readonly CorpusFile[] = folder === undefined ? [] : indexOf(folder);

export function corpusBytes(file: CorpusFile): Uint8Array {
  return readFileSync(join(folder ?? '', file.path));
}

function indexOf(directory: string): CorpusFile[] {
  const [, ...rows] = readFileSync(join(directory, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [path = '', kind = '', , , , , knownGood, note = ''] = row.split('\t');
    return { path, kind, isKnownGood: knownGood === 'yes', isKnownBad: knownGood === 'no', note };
  });
}
