/** Opens the files that a person named, zips too, as parts of text that can be read more than once. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { crc32 } from 'node:zlib';
import { err, ok, type Result } from '@claimside/shared/values';
import { openPromise, type ZipFile } from 'yauzl';
import type { CodeFile } from '../store/code-lists.ts';
import { fileKind } from '../tables/file-kind.ts';
import type { FileFault } from './sink.ts';

/** Text to read: a file, or one inside a zip. */
export interface TextPart {
  readonly name: string;
  /** The file that a person named: the part itself, or the zip that it is in. */
  readonly file: string;
  readonly sizeBytes: number;
  /** From its beginning; throws at its end when it is not what the package promised. */
  open(): Promise<AsyncIterable<Buffer>>;
}

export interface OpenedFiles {
  readonly files: readonly CodeFile[];
  readonly parts: readonly TextPart[];
  close(): void;
}

/** A publisher's package has a dozen files; its text a few hundred megabytes at most. */
const ZIP_LIMITS = { entries: 200, totalBytes: 2_000_000_000 };
const TEXT = ['.txt', '.csv', '.tsv'];
/** Lists of what changed, and corrections of a few rows, in the layout of the whole list. */
const ONLY_CHANGES = /addenda|correction/i;

/** Rejects when a file can not be read at all. Close what is opened. */
export async function openCodeFiles(paths: readonly string[]): Promise<Result<OpenedFiles, FileFault>> {
  const zips: ZipFile[] = [];
  const close = () => {
    for (const zip of zips) zip.close();
  };
  const files: CodeFile[] = [];
  const parts: TextPart[] = [];
  for (const path of paths) {
    const name = basename(path);
    const { size } = await stat(path);
    files.push({ name, sizeBytes: size, sha256: await hashOf(path) });
    const kind = fileKind(await firstBytes(path));
    if (kind === 'text') {
      parts.push({ name, file: name, sizeBytes: size, open: async () => createReadStream(path) });
      continue;
    }
    const inside =
      kind === 'zip' ? await partsOfZip(path, name, zips) : err({ file: name, line: 0, ...kind });
    if (!inside.ok) {
      close();
      return inside;
    }
    parts.push(...inside.value);
  }
  return ok({ files, parts, close });
}

async function partsOfZip(
  path: string,
  name: string,
  zips: ZipFile[],
): Promise<Result<TextPart[], FileFault>> {
  const refused = (message: string, fix: string) => err({ file: name, line: 0, message, fix });
  try {
    const zip = await openPromise(path, { autoClose: false });
    zips.push(zip);
    if (zip.entryCount > ZIP_LIMITS.entries)
      return refused(
        `The package holds more than ${ZIP_LIMITS.entries} files.`,
        'Unpack it and name the one file.',
      );
    const parts: TextPart[] = [];
    const names: string[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const inside = basename(entry.fileName);
      names.push(inside);
      if (inside.startsWith('[Content_Types]'))
        return refused(
          'This is an Excel workbook.',
          'Take the .txt or .csv of the same package, or save the sheet as CSV.',
        );
      if (!TEXT.includes(extname(inside).toLowerCase()) || ONLY_CHANGES.test(inside)) continue;
      total += entry.uncompressedSize;
      if (total > ZIP_LIMITS.totalBytes)
        return refused(
          'The package is larger than any list once opened.',
          'Unpack it and name the one file.',
        );
      parts.push({
        name: inside,
        file: name,
        sizeBytes: entry.uncompressedSize,
        open: async () => checked(await zip.openReadStreamPromise(entry), entry.crc32),
      });
    }
    if (parts.length > 0) return ok(parts);
    return refused(
      `The package holds no text file (.txt or .csv), but ${names.slice(0, 5).join(', ') || 'nothing'}.`,
      'Download the package that has the text files.',
    );
  } catch {
    return refused('The package is damaged and can not be opened.', 'Download it again.');
  }
}

/** The library compares sizes only: a changed digit in a code would pass. */
async function* checked(bytes: AsyncIterable<Buffer>, expected: number): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of bytes) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== expected) throw new Error('the checksum of a file in the package is wrong');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
