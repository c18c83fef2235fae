/** How the connection stands after an attempt, with one sentence: what happened and what to do. */
import type { ConnectionState } from '../store/connections.ts';
import type { TransportError } from './transport.ts';

export interface ConnectionReport {
  readonly state: ConnectionState;
  readonly message: string;
  readonly failedLogins: number;
}

/** `failedLogins` counts refusals in a row before this attempt. */
export function reportTrouble(
  problem: TransportError,
  failedLogins: number,
  maximumFailedLogins: number,
  clearinghouse: string,
): ConnectionReport {
  if (problem.kind === 'login-refused') {
    if (problem.code === 'KEY')
      return {
        state: 'login-refused',
        failedLogins,
        message: `The private key for ${clearinghouse} cannot be read, so nobody was asked to let Claimside in. Set it again in Options, or with claimside clearinghouse set.`,
      };
    const refused = failedLogins + 1;
    if (refused >= maximumFailedLogins) return loginStopped(refused, clearinghouse);
    return {
      state: 'login-refused',
      failedLogins: refused,
      message: `${clearinghouse} refused the log-in. Check user name and password; after ${maximumFailedLogins} refusals Claimside stops trying, so that the account is not locked.`,
    };
  }
  const sentences: Record<Exclude<TransportError['kind'], 'login-refused'>, string> = {
    unreachable: `${clearinghouse} cannot be reached. Claims wait here and go out by themselves; check the host name and the network if this lasts.`,
    'host-key-changed':
      problem.code === 'NO-PIN'
        ? `No host key is pinned for ${clearinghouse}, so nothing is sent. Read it with claimside clearinghouse host-key, compare it and set it.`
        : `The host key of ${clearinghouse} is not the pinned one, so no password was sent. Ask the clearinghouse whether it changed its key before you pin the new one.`,
    trouble:
      listingTrouble(problem, clearinghouse) ??
      (problem.phase === 'connect' || problem.phase === 'open'
        ? `${clearinghouse} answered, but a file or folder could not be opened. Check the folder names; Claimside tries again.`
        : `The connection to ${clearinghouse} broke during a transfer. Claimside looks at what arrived and goes on from there.`),
  };
  return { state: problem.kind, failedLogins, message: sentences[problem.kind] };
}

/** What a listing left out: those files are not fetched until somebody acts. */
function listingTrouble({ code, files = 0 }: TransportError, clearinghouse: string): string | undefined {
  const many = files === 1 ? '1 file' : `${files} files`;
  if (code === 'TOO-MANY-NAMES')
    return `The outbound folder at ${clearinghouse} holds ${many} more than Claimside looks at, so answers may be missed. Have old files removed there.`;
  if (code === 'ODD-NAMES')
    return `${many} in the outbound folder at ${clearinghouse} cannot be fetched because of characters in the name. Ask the clearinghouse to name them plainly.`;
  return undefined;
}

export function loginStopped(failedLogins: number, clearinghouse: string): ConnectionReport {
  return {
    state: 'login-stopped',
    failedLogins,
    message: `${clearinghouse} refused the log-in ${failedLogins} times, so Claimside stopped trying. Set the right password in Options, or with claimside clearinghouse set; claims wait until then.`,
  };
}

/** The round ended with an error of ours or of the store, whatever the clearinghouse did. */
export function roundFailed(failedLogins: number, clearinghouse: string): ConnectionReport {
  return {
    state: 'trouble',
    failedLogins,
    message: `Claimside could not finish its work with ${clearinghouse}: look at the server log. It tries again; nothing is lost, but answers may lie there.`,
  };
}

export const ALL_WELL = { state: 'ok', message: '', failedLogins: 0 } as const satisfies ConnectionReport;
