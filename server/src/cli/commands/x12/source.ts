/** The X12 of a file or of standard input, piece by piece, with progress for a person who waits. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type FileKind, identify } from '../../../x12/index.ts';
import type { Io } from '../../io.ts';
import { progressBar } from '../../progress-bar.ts';
import { Trouble } from '../../trouble.ts';

/** Enough to meet the first transaction set, whatever mail headers stand before it. */
const HEAD_BYTES = 64 * 1024;

export interface Source {
  /** As the person named it. */
  readonly name: string;
  readonly kind: FileKind;
  /** All bytes, the head included; can be read once. Ends early when the person stops the command. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** How a zip begins: clearinghouses send remittances in one. */
const ZIP = Buffer.from('PK\u0003\u0004');

/** `path` may be `-` for standard input. */
export async function openSource(io: Io, path: string): Promise<Source> {
  const { name, size, bytes } = await open(io, path);
  const iterator = bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const { value, done } = await iterator.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  const beginning = Buffer.concat(head);
  const kind = identify(beginning);
  if (beginning.subarray(0, ZIP.length).equals(ZIP))
    throw new Trouble(`${name} is a zip. Unpack it, and give the file in it that begins with ISA.`);
  if (kind === 'not-x12') throw new Trouble(`${name} holds no X12. It should begin with ISA, GS or ST.`);
  return { name, kind, chunks: all(io, head, iterator, size) };
}

export async function wholeOf({ chunks }: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}

/** All bytes of a file, or of standard input, with the name that people know it by. */
export async function openBytes(
  io: Io,
  path: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { name, size, bytes } = await open(io, path);
  const pieces: Uint8Array[] = [];
  for await (const chunk of all(io, [], bytes[Symbol.asyncIterator](), size)) pieces.push(chunk);
  return { name, bytes: Buffer.concat(pieces) };
}

async function open(io: Io, path: string) {
  if (path === '-') return { name: 'standard input', size: undefined, bytes: io.input };
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Trouble(`The file ${path} can not be read. Check its name.`);
  const bytes: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: 256 * 1024 });
  return { name: path, size: found.size, bytes };
}

async function* all(
  io: Io,
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  size: number | undefined,
): AsyncGenerator<Uint8Array> {
  const show = size === undefined ? undefined : progressBar(io, 'Reading');
  let done = 0;
  const count = (chunk: Uint8Array) => {
    done += chunk.length;
    if (size !== undefined) show?.(done, size);
    return chunk;
  };
  try {
    for (const chunk of head) yield count(chunk);
    for (let next = await rest.next(); !next.done && !io.stopped.aborted; next = await rest.next())
      yield count(next.value);
  } finally {
    io.progress(undefined);
    await rest.return?.();
  }
  if (io.stopped.aborted) throw new Trouble('Stopped: the file was not read to its end.');
}
