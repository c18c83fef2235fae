/** What is measured: one piece of work on one file, done in a process of its own. */
import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';

/** Does what is not to be measured; what it gives is one round, which tells how much it did so that no work is skipped. */
export type Work = (file: SampleFile) => Round | Promise<Round>;
export type Round = () => number | Promise<number>;

/** How all readers get a file that comes in pieces. */
const CHUNK_BYTES = 64 * 1024;

export class SampleFile {
  readonly path: string;
  readonly claims: number;

  constructor(path: string, claims: number) {
    this.path = path;
    this.claims = claims;
  }

  bytes(): Buffer {
    return readFileSync(this.path);
  }

  /** From memory: the same bytes for each round, without the disk. */
  piecesInMemory(): () => Readable {
    const bytes = this.bytes();
    const chunks: Uint8Array[] = [];
    for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
      chunks.push(bytes.subarray(from, from + CHUNK_BYTES));
    return () => Readable.from(chunks);
  }

  /** From disk, never held as a whole. */
  piecesOnDisk(): () => Readable {
    return () => createReadStream(this.path, { highWaterMark: CHUNK_BYTES });
  }
}
