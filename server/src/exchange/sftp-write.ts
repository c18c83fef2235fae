/** Writing to a clearinghouse in steps whose failure says whether the file can have arrived. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { SFTPWrapper } from 'ssh2';
import { LIMITS } from './limits.ts';
import { step } from './sftp-step.ts';
import type { TransportError } from './transport.ts';

/**
 * Opens, writes every block, asks for the size while the file is still open, closes. A first block that the server
 * refuses with an SFTP status counts as `open`: the file is empty. Silence or a dead connection says nothing.
 */
export async function writeFile(
  sftp: SFTPWrapper,
  path: string,
  bytes: Uint8Array,
): Promise<Result<void, TransportError>> {
  const opened = await step<Buffer>(sftp, 'open', (done) => sftp.open(path, 'w', done));
  if (!opened.ok) return opened;
  const handle = opened.value;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < content.length; at += LIMITS.blockBytes) {
    const length = Math.min(LIMITS.blockBytes, content.length - at);
    const written = await step<void>(sftp, 'write', (done) =>
      sftp.write(handle, content, at, length, at, done),
    );
    if (!written.ok) {
      const refused = at === 0 && /^\d+$/.test(written.error.code);
      return refused ? err({ ...written.error, phase: 'open' }) : written;
    }
  }
  const stats = await step<{ size: number }>(sftp, 'verify', (done) => sftp.fstat(handle, done));
  const closed = await step<void>(sftp, 'write', (done) => sftp.close(handle, done));
  if (!closed.ok) return closed;
  if (stats.ok && stats.value.size !== content.length)
    return err({ kind: 'trouble', phase: 'verify', code: 'SIZE' });
  return ok(undefined);
}

/** Plain rename, which fails when the target exists: a waiting file is never overwritten. */
export async function renameFile(
  sftp: SFTPWrapper,
  from: string,
  to: string,
): Promise<Result<void, TransportError>> {
  return step<void>(sftp, 'write', (done) => sftp.rename(from, to, done));
}

export async function removeFile(sftp: SFTPWrapper, path: string): Promise<Result<void, TransportError>> {
  return step<void>(sftp, 'write', (done) => sftp.unlink(path, done));
}
