/** Office Ally's ERA package: a zip that holds one 835 and its readable text. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The same files at the same time give the same bytes. */
export async function zip(files: readonly PackedFile[], at: Date): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const { name, bytes } of files)
    archive.addBuffer(Buffer.from(bytes), name, { mtime: at, mode: 0o100644 });
  archive.end();
  return buffer(archive.outputStream);
}
