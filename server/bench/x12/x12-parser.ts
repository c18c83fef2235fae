/** What x12-parser does with the same files: a stream of segments, each an object of its components. */
import { X12parser } from 'x12-parser';
import type { SampleFile, Work } from './work.ts';

const count = (pieces: ReturnType<SampleFile['piecesOnDisk']>) => async () => {
  let segments = 0;
  for await (const _ of pieces().pipe(new X12parser())) segments += 1;
  return segments;
};

const WORKS = {
  segments: (file: SampleFile) => count(file.piecesInMemory()),
  'segments-from-disk': (file: SampleFile) => count(file.piecesOnDisk()),
} satisfies Record<string, Work>;

export default WORKS;
