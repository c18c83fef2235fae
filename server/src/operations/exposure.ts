/** Whether an address may be listened on: patient data leaves this machine under TLS only. */
import { BlockList, isIP } from 'node:net';
import { StartError } from '../start-error.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

export function isLoopback(host: string): boolean {
  const kind = isIP(host);
  if (kind === 0) return host === 'localhost';
  return LOOPBACK.check(host, kind === 4 ? 'ipv4' : 'ipv6');
}

/** Throws a StartError for a network address without TLS, unless a proxy is said to speak it. */
export function guardExposure(options: {
  readonly host: string;
  readonly hasTls: boolean;
  readonly isBehindProxy: boolean;
}): void {
  const { host, hasTls, isBehindProxy } = options;
  if (isLoopback(host) || hasTls || isBehindProxy) return;
  throw new StartError(
    `Claimside does not listen on ${host} without TLS: patient data would cross the network in the clear. Give --tls-cert and --tls-key, or, where only a TLS proxy can reach this address, --behind-proxy; or listen on 127.0.0.1.`,
  );
}
