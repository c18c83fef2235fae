/** For tests and long runs: an account at a clearinghouse on this machine. */
import { ConnectionSettings } from '../clearinghouse/index.ts';
import type { Sandbox } from '../sandbox/index.ts';

/** Settings for a clearinghouse on this machine; test mode. */
export function settingsFor(
  server: Pick<Sandbox, 'host' | 'port' | 'username' | 'hostKeySha256'>,
  changes: Partial<ConnectionSettings> = {},
): ConnectionSettings {
  return ConnectionSettings.parse({
    profileId: 'sandbox',
    mode: 'test',
    host: server.host,
    port: server.port,
    username: server.username,
    hostKeySha256: server.hostKeySha256,
    submitter: {
      name: 'SAMPLE CLINIC',
      id: '123456789',
      contactName: 'BILLING OFFICE',
      contactPhone: '2175550100',
    },
    ...changes,
  });
}
