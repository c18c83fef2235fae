/** Writes an 837P that came as JSON, and tells what the file does not say as the JSON does. */
import { type FileModel, type WrittenAndRead, writeAndCompareBy } from '../parts/write-and-compare.ts';
import { CLAIM } from './claim-shape.ts';
import { TOP } from './file-json.ts';
import type { ClaimInterchange } from './file-parts.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';

const PART = { shape: CLAIM, name: 'claim', file: 'an 837P' };

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompare(
  interchanges: readonly ClaimInterchange[],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareBy(modelOf(behindSegments), interchanges);
}

const modelOf = (behindSegments: '' | '\n'): FileModel<ClaimInterchange> => ({
  top: TOP,
  write: (interchanges) => writeClaimInterchanges(interchanges, behindSegments),
  read: (bytes) => readClaimInterchanges(bytes).interchanges,
  /** Codes as a file has them. */
  said(name, value) {
    if (name === 'statedCharge' || name === 'position' || name === 'opens') return undefined;
    return name === 'code' && typeof value === 'string' ? value.replaceAll('.', '') : value;
  },
  partAt(keys) {
    const at = keys.indexOf('claim');
    return at < 0 ? undefined : { part: PART, depth: at + 1 };
  },
});
