/** Every answer of the sample folder, read and written, is the file again, but for what is listed here and in the README. */
import { expect, test } from 'vitest';
import { readAcknowledgementInterchanges, writeAcknowledgementInterchanges } from '../../ack-999/index.ts';
import { corpusBytes, corpusFiles, hasCorpus } from '../../corpus.ts';
import { readClaimStatusInterchanges, writeClaimStatusInterchanges } from '../../status-277/index.ts';

const ROUND_TRIPS: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  '277': (bytes) => writeClaimStatusInterchanges(readClaimStatusInterchanges(bytes).interchanges),
  '999': (bytes) => writeAcknowledgementInterchanges(readAcknowledgementInterchanges(bytes).interchanges),
  TA1: (bytes) => writeAcknowledgementInterchanges(readAcknowledgementInterchanges(bytes).interchanges),
};

/** Segments without blanks around them; amounts in their shortest form; numbers of a claim, and contexts of an error, in any order. */
function comparable(bytes: Uint8Array): string[] {
  const segments = new TextDecoder()
    .decode(bytes)
    .split('~')
    .map((segment) =>
      segment.trim().replace(/\.(\d*[1-9])?0+(?=\*|$)/g, (_, kept) => (kept ? `.${kept}` : '')),
    );
  // Counts are worked out anew.
  return segments
    .filter(Boolean)
    .map((segment) => segment.replace(/^IEA\*\d+/, 'IEA'))
    .sort();
}

const files = corpusFiles.filter(({ kind, path }) => kind in ROUND_TRIPS && !path.startsWith('malformed/'));

test.skipIf(!hasCorpus).each(files)('$path is written as it was read', (file) => {
  const bytes = corpusBytes(file);
  const written = ROUND_TRIPS[file.kind]?.(bytes) ?? new Uint8Array();
  expect(comparable(written)).toEqual(comparable(bytes));
});
