/** A TCP connection that sends small packets at once: SFTP over a delayed socket is slower by hundreds of times. */
import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '@claimside/shared/values';
import { LIMITS } from './limits.ts';
import type { TransportError } from './transport.ts';

export function openSocket(
  host: string,
  port: number,
  signal?: AbortSignal,
): Promise<Result<Socket, TransportError>> {
  return new Promise((resolve) => {
    const limit = AbortSignal.timeout(LIMITS.connectMilliseconds);
    const stop = signal ? AbortSignal.any([signal, limit]) : limit;
    const socket = connect({ host, port, noDelay: true });
    const fail = (code: string) => {
      socket.destroy();
      resolve(err({ kind: 'unreachable', phase: 'connect', code }));
    };
    const onStop = () => fail('TIMEOUT');
    const onError = (error: NodeJS.ErrnoException) => fail(error.code ?? 'SOCKET');
    if (stop.aborted) return onStop();
    stop.addEventListener('abort', onStop, { once: true });
    socket.once('error', onError);
    socket.once('connect', () => {
      stop.removeEventListener('abort', onStop);
      socket.removeListener('error', onError);
      resolve(ok(socket));
    });
  });
}
