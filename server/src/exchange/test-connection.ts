/** Tries a connection before it is relied on: one log-in, both folders looked at, nothing sent. */
import { err, ok, type Result } from '@claimside/shared/values';
import { type ConnectionSettings, profileOf } from '../clearinghouse/index.ts';
import { reportTrouble } from './connection-state.ts';
import { connectSftp } from './sftp-transport.ts';
import type { ConnectTransport, TransportError } from './transport.ts';

export interface ConnectionTest {
  /** Files that wait in the clearinghouse's folders. */
  readonly inboundFiles: number;
  readonly outboundFiles: number;
}

/** The error's `message` is one sentence for a person; `name` is what people call the connection. */
export async function testConnection(
  settings: ConnectionSettings,
  secret: string,
  name?: string,
  connect: ConnectTransport = connectSftp,
): Promise<Result<ConnectionTest, TransportError & { readonly message: string }>> {
  const profile = profileOf(settings, name);
  const { host, port, username, hostKeySha256 } = settings;
  const explain = (error: TransportError) => {
    const { message } = reportTrouble(error, 0, Number.POSITIVE_INFINITY, profile.name);
    return err({ ...error, message: isRefused(error) ? REFUSED : message });
  };
  const session = await connect({ host, port, username, hostKeySha256, secret });
  if (!session.ok) return explain(session.error);
  try {
    const inbound = await session.value.list(profile.folders.inbound);
    if (!inbound.ok) return explain(inbound.error);
    const outbound = await session.value.list(profile.folders.outbound);
    if (!outbound.ok) return explain(outbound.error);
    return ok({ inboundFiles: inbound.value.files.length, outboundFiles: outbound.value.files.length });
  } finally {
    await session.value.close();
  }
}

const isRefused = ({ kind, code }: TransportError) => kind === 'login-refused' && code !== 'KEY';

const REFUSED = 'The log-in was refused. Check user name and password; it was tried once.';
