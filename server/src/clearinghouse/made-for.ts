/** Whom a file is made for: nobody looks for it at another account, and it is never sent there. */
import { isDeepStrictEqual } from 'node:util';
import { type ConnectionSettings, profileOf } from './connection-settings.ts';
import { plainHost } from './host.ts';
import { PROFILES } from './profiles.ts';

export interface MadeFor {
  readonly profileId: ConnectionSettings['profileId'];
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** ISA08. */
  readonly receiverId: string;
}

export function madeFor(settings: ConnectionSettings): MadeFor {
  const { profileId, port, username } = settings;
  const { receiverId } = profileOf(settings).envelope;
  return { profileId, host: plainHost(settings.host), port, username, receiverId };
}

/** True for a file of which it is known that it was made for another account than this one. */
export function isForAnother(file: MadeFor | null, account: MadeFor): boolean {
  return file !== null && !isDeepStrictEqual(file, account);
}

type LogIn = Pick<ConnectionSettings, 'host' | 'port' | 'username'>;

/** Whether both log in as the same user to the same server: the same files lie there. */
export function isSameLogIn(one: LogIn, other: LogIn): boolean {
  const isHost = plainHost(one.host) === plainHost(other.host);
  return isHost && one.port === other.port && one.username === other.username;
}

/** As people find it: `Office Ally (ftp10.officeally.com)`. */
export function placeOf({ profileId, host }: MadeFor): string {
  return `${PROFILES[profileId].name} (${host})`;
}
