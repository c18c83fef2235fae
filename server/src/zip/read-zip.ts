/** Opens a zip within bounds, and trusts nothing it says about itself. */
import { err, ok, type Result } from '@claimside/shared/values';
import { fromBufferPromise } from 'yauzl';

export const ZIP_LIMITS = {
  entries: 500,
  /** As much as of a file that comes alone. */
  entryBytes: 32_000_000,
  totalBytes: 128_000_000,
  ratio: 200,
} as const;

export interface ZipEntry {
  /** Last part of the name in the zip: folders are ignored. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** All files of the zip, or one sentence why it was not opened. Names and sizes inside are input. */
export async function readZip(
  bytes: Uint8Array,
  limits: { [Key in keyof typeof ZIP_LIMITS]: number } = ZIP_LIMITS,
): Promise<Result<readonly ZipEntry[], string>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { decodeStrings: false });
    if (zip.entryCount > limits.entries) return err(`The package holds more than ${limits.entries} files.`);
    const entries: ZipEntry[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileNameRaw.toString('latin1');
      if (path.endsWith('/')) continue;
      if (entries.length >= limits.entries)
        return err(`The package holds more than ${limits.entries} files.`);
      if (entry.isEncrypted()) return err('The package is locked with a password.');
      const allowed = Math.min(limits.entryBytes, limits.totalBytes - total);
      if (entry.uncompressedSize > allowed) return err('The package is larger than allowed once opened.');
      if (entry.uncompressedSize > 100_000 && entry.uncompressedSize > entry.compressedSize * limits.ratio)
        return err('The package grows more than allowed when opened.');
      const content = await inflate(await zip.openReadStreamPromise(entry), allowed);
      if (content === undefined) return err('The package is larger than allowed once opened.');
      total += content.length;
      entries.push({ name: baseName(path), bytes: content });
    }
    if (entries.length === 0) return err('The package is empty.');
    return ok(entries);
  } catch {
    return err('The package is damaged and cannot be opened.');
  }
}

async function inflate(stream: AsyncIterable<Buffer>, allowed: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > allowed) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function baseName(path: string): string {
  const name = (path.split(/[\\/]/).pop() ?? '').replace(/\p{Cc}/gu, '');
  return name === '' ? 'unnamed' : name.slice(0, 200);
}
