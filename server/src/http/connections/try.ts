/** Tries an account as it is stored: one log-in, nothing sent. */
import type { ConnectionTried } from '@claimside/shared/api';
import type { ServerKey } from '../../access/index.ts';
import { testConnection } from '../../exchange/index.ts';
import type { Connection } from '../../store/connections.ts';

export async function tryConnection(
  { name, settings, sealedSecret }: Connection,
  key: Pick<ServerKey, 'openSecret'>,
): Promise<ConnectionTried> {
  const secret = opened(key, sealedSecret);
  if (secret === undefined)
    return {
      isWell: false,
      message: 'The stored password cannot be opened with this server’s key. Set it again.',
    };
  const tested = await testConnection(settings, secret, name);
  if (!tested.ok) return { isWell: false, message: tested.error.message };
  const { inboundFiles, outboundFiles } = tested.value;
  const files = (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`;
  return {
    isWell: true,
    message: `Logged in at ${name}: ${files(inboundFiles)} in its inbound folder, ${files(outboundFiles)} in the outbound one.`,
  };
}

function opened({ openSecret }: Pick<ServerKey, 'openSecret'>, sealed: string): string | undefined {
  try {
    return openSecret(sealed);
  } catch {
    return undefined;
  }
}
