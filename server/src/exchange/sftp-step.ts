/** One SFTP request, whose outcome is always a value: an answer, a refusal, a dead connection, or silence. */
import { err, ok, type Result } from '@claimside/shared/values';
import type { SFTPWrapper } from 'ssh2';
import { LIMITS } from './limits.ts';
import type { TransportError } from './transport.ts';

type Done<T> = (error: Error | null | undefined, value?: T) => void;

/** Channels that have ended: a request to one of them would never be answered. */
const ended = new WeakSet<SFTPWrapper>();

/** Call once when the channel opens. */
export function watchEnd(sftp: SFTPWrapper): void {
  sftp.once('close', () => ended.add(sftp));
}

/** `code` of the error is the SFTP status as a number, `CLOSED` for a dead connection, `TIMEOUT` for silence. */
export function step<T>(
  sftp: SFTPWrapper,
  phase: TransportError['phase'],
  request: (done: Done<T>) => unknown,
  silenceMilliseconds: number = LIMITS.requestMilliseconds,
): Promise<Result<T, TransportError>> {
  if (ended.has(sftp)) return Promise.resolve(err({ kind: 'trouble', phase, code: 'CLOSED' }));
  return new Promise((resolve) => {
    const fail = (code: string) => settle(err({ kind: 'trouble', phase, code }));
    const onClose = () => fail('CLOSED');
    const timer = setTimeout(() => fail('TIMEOUT'), silenceMilliseconds);
    const settle = (result: Result<T, TransportError>) => {
      clearTimeout(timer);
      sftp.removeListener('close', onClose);
      resolve(result);
    };
    sftp.once('close', onClose);
    try {
      request((error, value) => {
        if (error) fail(String((error as { code?: string | number }).code ?? 'ERROR'));
        else settle(ok(value as T));
      });
    } catch {
      fail('CLOSED');
    }
  });
}
