/** Reading from a clearinghouse block by block: a large file may take its time, a silent one may not. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { FileEntryWithStats, SFTPWrapper } from 'ssh2';
import { LIMITS } from './limits.ts';
import { step } from './sftp-step.ts';
import type { Listing, RemoteFile, TransportError } from './transport.ts';

/** SFTP status: nothing follows. */
const END = '1';

/**
 * The file's bytes, at most one more than `size`: enough to see that it has grown since it was listed.
 * Refused with `TIMEOUT` when the server is silent for the time of one request, however much came before.
 */
export async function readFile(
  sftp: SFTPWrapper,
  path: string,
  size: number,
  silenceMilliseconds?: number,
): Promise<Result<Buffer, TransportError>> {
  const opened = await step<Buffer>(sftp, 'open', (done) => sftp.open(path, 'r', done), silenceMilliseconds);
  if (!opened.ok) return opened;
  const handle = opened.value;
  const content = Buffer.alloc(size + 1);
  let at = 0;
  while (at < content.length) {
    const length = Math.min(LIMITS.blockBytes, content.length - at);
    const read = await step<number>(
      sftp,
      'open',
      (done) => sftp.read(handle, content, at, length, at, done),
      silenceMilliseconds,
    );
    if (!read.ok && read.error.code !== END) {
      letGo(sftp, handle);
      return read;
    }
    if (!read.ok || read.value === 0) break;
    at += read.value;
  }
  letGo(sftp, handle);
  return ok(content.subarray(0, at));
}

/** Plain files of a folder; what is left out of the listing is counted, not dropped in silence. */
export async function listFolder(
  sftp: SFTPWrapper,
  folder: string,
  limits: { readonly listedFiles: number; readonly countedFiles: number } = LIMITS,
): Promise<Result<Listing, TransportError>> {
  const opened = await step<Buffer>(sftp, 'open', (done) => sftp.opendir(folder, done));
  if (!opened.ok) return opened;
  const files: RemoteFile[] = [];
  let oddNames = 0;
  let beyondLimit = 0;
  while (files.length + oddNames + beyondLimit < limits.countedFiles) {
    const some = await step<FileEntryWithStats[]>(sftp, 'open', (done) => sftp.readdir(opened.value, done));
    if (!some.ok && some.error.code === END) break;
    if (!some.ok) {
      letGo(sftp, opened.value);
      return err(some.error);
    }
    if (some.value.length === 0) break;
    for (const entry of some.value) {
      if (!isFile(entry)) continue;
      if (!isPlainName(entry.filename)) oddNames += 1;
      else if (files.length >= limits.listedFiles) beyondLimit += 1;
      else files.push(toRemoteFile(entry));
    }
  }
  letGo(sftp, opened.value);
  return ok({ files, oddNames, beyondLimit });
}

/** True for one path segment without control characters: names in a listing are input. */
export function isPlainName(name: string): boolean {
  return name !== '.' && name !== '..' && /^[^/\\\p{Cc}]{1,255}$/u.test(name);
}

/** What `ls -l` would print tells the kind; servers that print nothing tell it in the mode. */
function isFile({ longname, attrs }: FileEntryWithStats): boolean {
  return longname.startsWith('-') || (!/^[a-z]/.test(longname) && attrs.isFile());
}

/** A server need not tell size and time. Of an unknown size nothing agrees with what comes, which people are told. */
function toRemoteFile({ filename, attrs }: FileEntryWithStats): RemoteFile {
  const { size = 0, mtime = 0 }: { readonly size?: number; readonly mtime?: number } = attrs;
  return { name: filename, size, modified: mtime * 1_000 };
}

/** Nobody waits for this answer: a dead connection has closed the handle anyway. */
function letGo(sftp: SFTPWrapper, handle: Buffer): void {
  try {
    sftp.close(handle, () => {});
  } catch {
    // The connection is gone, and the handle with it.
  }
}
