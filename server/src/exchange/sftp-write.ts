/** Writing to a clearinghouse in steps whose failure says whether the file can have arrived. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { SFTPWrapper } from 'ssh2';
import { LIMITS } from './limits.ts';
import { step } from './sftp-step.ts';
import { isRefusal, type TransportError, type Uploaded } from './transport.ts';

const stopped = (phase: TransportError['phase']) =>
  err<TransportError>({ kind: 'trouble', phase, code: 'STOPPED' });
const taken = err<TransportError>({ kind: 'trouble', phase: 'open', code: 'EXISTS' });

/**
 * Makes a file that was not there, writes every block, asks for the size while the file is still open, closes. A first
 * block that the server refuses counts as `open`: the file is empty.
 */
export async function writeFile(
  sftp: SFTPWrapper,
  path: string,
  bytes: Uint8Array,
  mayGoOn: () => boolean,
): Promise<Result<Uploaded, TransportError>> {
  // Not every server knows of an exclusive open: the look before it is for those.
  if (await isThere(sftp, path)) return taken;
  if (!mayGoOn()) return stopped('open');
  const opened = await step<Buffer>(sftp, 'open', (done) => sftp.open(path, 'wx', done));
  if (!opened.ok) return isRefusal(opened.error) && (await isThere(sftp, path)) ? taken : opened;
  const handle = opened.value;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < content.length; at += LIMITS.blockBytes) {
    if (!mayGoOn()) return stopped('write');
    const length = Math.min(LIMITS.blockBytes, content.length - at);
    const written = await step<void>(sftp, 'write', (done) =>
      sftp.write(handle, content, at, length, at, done),
    );
    if (!written.ok)
      return at === 0 && isRefusal(written.error) ? err({ ...written.error, phase: 'open' }) : written;
  }
  const stats = await step<{ size: number; mtime?: number }>(sftp, 'verify', (done) =>
    sftp.fstat(handle, done),
  );
  const closed = await step<void>(sftp, 'write', (done) => sftp.close(handle, done));
  if (!closed.ok) return closed;
  if (stats.ok && stats.value.size !== content.length)
    return err({ kind: 'trouble', phase: 'verify', code: 'SIZE' });
  return ok(stats.ok && stats.value.mtime ? { writtenAt: stats.value.mtime * 1_000 } : {});
}

/**
 * Writes under a temporary name and renames: plainly, which fails when the target exists. A failure is of phase `open` where no
 * more than an empty file can be left of it; else the temporary file has to be taken away before anything is sent again.
 */
export async function writeAndRename(
  sftp: SFTPWrapper,
  path: string,
  temporary: string,
  bytes: Uint8Array,
  mayGoOn: () => boolean,
): Promise<Result<Uploaded, TransportError>> {
  if (await isThere(sftp, path)) return taken;
  const written = await writeFile(sftp, temporary, bytes, mayGoOn);
  if (!written.ok) {
    if (written.error.code === 'EXISTS') return written;
    const isUndone = (await removeFile(sftp, temporary)).ok || written.error.phase === 'open';
    return err({ ...written.error, phase: isUndone ? 'open' : 'write' });
  }
  if (!mayGoOn()) return stopped('write');
  const renamed = await step<void>(sftp, 'write', (done) => sftp.rename(temporary, path, done));
  if (renamed.ok) return written;
  if (!isRefusal(renamed.error)) return renamed;
  if (!(await removeFile(sftp, temporary)).ok) return renamed;
  return (await isThere(sftp, path)) ? taken : err({ ...renamed.error, phase: 'open' });
}

export async function removeFile(sftp: SFTPWrapper, path: string): Promise<Result<void, TransportError>> {
  return step<void>(sftp, 'write', (done) => sftp.unlink(path, done));
}

/** False too where the server does not say. */
async function isThere(sftp: SFTPWrapper, path: string): Promise<boolean> {
  return (await step<unknown>(sftp, 'open', (done) => sftp.lstat(path, done))).ok;
}
