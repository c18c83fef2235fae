/** Writes an 835 that came as JSON, and tells what the file does not say as the JSON does. */
import { type FileModel, type WrittenAndRead, writeAndCompareBy } from '../parts/write-and-compare.ts';
import { PARTS, TOP } from './file-json.ts';
import type { RemittanceInterchange } from './file-parts.ts';
import { writeRemittanceInterchanges } from './file-writer.ts';
import { readRemittanceInterchanges } from './read.ts';

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareRemittances(
  interchanges: readonly RemittanceInterchange[],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareBy(modelOf(behindSegments), interchanges);
}

const modelOf = (behindSegments: '' | '\n'): FileModel<RemittanceInterchange> => ({
  top: TOP,
  write: (interchanges) => writeRemittanceInterchanges(interchanges, behindSegments),
  read: (bytes) => readRemittanceInterchanges(bytes).interchanges,
  said: (name, value) => (name === 'position' || name === 'lacks' ? undefined : value),
  partAt(keys) {
    const at = keys.findIndex((key) => Object.hasOwn(PARTS, key));
    const part = Object.entries(PARTS).find(([name]) => name === keys[at])?.[1];
    return part && { part, depth: at + 1 };
  },
});
