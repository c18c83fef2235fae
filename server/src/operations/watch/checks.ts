/** What is watched, as a list: each look gives one sentence (what is wrong, what to do) as long as something is wrong. */
import type { FoundWatch } from '../../store/watches.ts';
import { DAY, spanWords } from './span.ts';

/** What the looks go by; everything in milliseconds (since 1970, where it is a time) and bytes. */
export interface Sight {
  readonly now: number;
  /** By how much this computer's clock went back since it was last seen to go. */
  readonly clockWentBack: number;
  /** Null where it could not be asked. */
  readonly disk: { readonly free: number | null };
  readonly practiceSince: number;
  readonly lastBackup: number | null;
  /** Of when the backup is that this data was restored from, until an admin lets the exchange go on. */
  readonly restoredFrom: number | null;
  /** Names and roles of browsers that wait to be let in, since the data was restored. */
  readonly waitingBrowsers: readonly string[];
  /** When the received files came that could not be read or matched, oldest first. */
  readonly waitingFiles: readonly number[];
  /** Of the server's own TLS certificate. */
  readonly certificateEnds: number | null;
  /** One for each connection that the practice has set up. */
  readonly clearinghouses: readonly ClearinghouseSight[];
}

export interface ClearinghouseSight {
  /** Of the connection. */
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly stateMessage: string;
  readonly stateSince: number;
  /** Written on the newest file that came from it within a day, by its own clock. */
  readonly newestFile: number | null;
  /** Milliseconds by which our clock was ahead of its own when it wrote a file of ours within the last day. */
  readonly clockAhead: number | null;
  /** That its password has to be changed soon. */
  readonly passwordReminder: string | undefined;
  /** Where its files went: to the account that it has, first of all. */
  readonly houses: readonly HouseSight[];
  /** When a file of it came last. */
  readonly lastFile: number | null;
}

/** What a house has to answer for: that of the connection's account, or of one that the connection had when the files were made. */
export interface HouseSight {
  readonly name: string;
  readonly isFormer: boolean;
  /** When the files were sent of which a claim still awaits the file's answer (999, TA1), oldest first. */
  readonly unanswered: readonly number[];
  /** How long its 999 usually takes. */
  readonly usualAnswer: number;
  /** Files that may have arrived or not. */
  readonly inDoubt: number;
  /** Claims whose file was accepted and that it is late with (277CA). */
  readonly lateClaims: number;
}

export const WATCH_LIMITS = {
  backupAge: 2 * DAY,
  diskFree: 1_000_000_000,
  clockBack: 5 * 60_000,
  clockBehind: 10 * 60_000,
  clockAhead: 10 * 60_000,
  waitingFiles: DAY,
  certificateLeft: 14 * DAY,
  connectionDown: 60 * 60_000,
  /** Without any file, though some are waited for. */
  silence: 3 * DAY,
} as const;

type Look = (sight: Sight) => string | undefined;
type ConnectionLook = (clearinghouse: ClearinghouseSight, sight: Sight) => string | undefined;

/** As many as fit a sentence are named. */
const NAMED = 8;

function browserWords(waiting: readonly string[]): string {
  if (waiting.length === 0) return '';
  const rest = waiting.length - NAMED;
  const names = `${waiting.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return ` A browser may have been revoked since, so each waits for an admin to let it in again, in Options or with claimside devices admit: ${names}.`;
}

const OF_SERVER = {
  backup({ now, practiceSince, lastBackup }) {
    const age = now - (lastBackup ?? practiceSince);
    if (age < WATCH_LIMITS.backupAge) return undefined;
    const how = 'Run claimside backup, or start the server with --backup-to, which makes one each day.';
    return lastBackup === null
      ? `There is no backup of this practice’s data. ${how}`
      : `The last backup is ${spanWords(age)} old. ${how}`;
  },
  disk({ disk }) {
    if (disk.free === null || disk.free >= WATCH_LIMITS.diskFree) return undefined;
    return `The disk of the server has ${(disk.free / 1e9).toFixed(1)} GB left. Free some space: once it is full, no visit can be billed and no answer read.`;
  },
  clock({ now, clockWentBack, clearinghouses }) {
    if (clockWentBack >= WATCH_LIMITS.clockBack)
      return `The clock of the server went back by ${spanWords(clockWentBack)}, so dates on claims and files may be wrong. Set it right (by NTP), then restart the server.`;
    const [latest] = clearinghouses.toSorted((a, b) => (b.newestFile ?? 0) - (a.newestFile ?? 0));
    const late = (latest?.newestFile ?? 0) - now;
    if (late >= WATCH_LIMITS.clockBehind)
      return `A file at ${latest?.name} is dated ${spanWords(late)} from now: the clock of the server is late. Set it right (by NTP).`;
    // Where only one of several says so, that one is wrong.
    const told = clearinghouses.filter(({ clockAhead }) => clockAhead !== null);
    const least = Math.min(...told.map(({ clockAhead }) => clockAhead ?? 0));
    if (told.length === 0 || least < WATCH_LIMITS.clockAhead) return undefined;
    return `${told[0]?.name} dated a file ${spanWords(least)} before it was sent: the clock of the server is ahead. Set it right (by NTP).`;
  },
  'files-for-a-person'({ now, waitingFiles }) {
    const late = waitingFiles.filter((at) => now - at > WATCH_LIMITS.waitingFiles);
    const [oldest] = late;
    if (oldest === undefined) return undefined;
    const files = late.length === 1 ? 'One received file waits' : `${late.length} received files wait`;
    return `${files} for a person, the oldest for ${spanWords(now - oldest)}: what stands in it is not at its claims yet. Look at it under Payments.`;
  },
  restored({ restoredFrom, waitingBrowsers }) {
    if (restoredFrom === null) return undefined;
    const when = `${new Date(restoredFrom).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    return `This data was restored from a backup of ${when}. Visits billed after that look unbilled here, and may have been sent: compare with the clearinghouse’s own list before billing any.${browserWords(waitingBrowsers)} Nothing goes out or comes in until an admin lets each connection go on there, which ends this.`;
  },
  certificate({ now, certificateEnds }) {
    const left = certificateEnds === null ? Number.POSITIVE_INFINITY : certificateEnds - now;
    if (left >= WATCH_LIMITS.certificateLeft) return undefined;
    return left <= 0
      ? 'The server’s TLS certificate has ended: browsers refuse it. Put a new one in its place and reload the server (SIGHUP).'
      : `The server’s TLS certificate ends in ${spanWords(left)}. Put a new one in its place and reload the server (SIGHUP).`;
  },
} as const satisfies Record<string, Look>;

/** A sentence for each house that something is wrong with. */
function ofHouses(look: (house: HouseSight, sight: Sight) => string | undefined): ConnectionLook {
  return ({ houses }, sight) => houses.flatMap((house) => look(house, sight) ?? []).join(' ') || undefined;
}

const elsewhere = (isFormer: boolean): string =>
  isFormer ? ' What comes there is not fetched: add that account as a further connection in Options.' : '';

const OF_CONNECTION = {
  connection(clearinghouse, { now }) {
    if (['ok', 'paused'].includes(clearinghouse.state)) return undefined;
    const mendsItself = ['unreachable', 'trouble'].includes(clearinghouse.state);
    if (mendsItself && now - clearinghouse.stateSince < WATCH_LIMITS.connectionDown) return undefined;
    return clearinghouse.stateMessage;
  },
  password: ({ passwordReminder }) => passwordReminder,
  'unanswered-files': ofHouses(({ name, unanswered, usualAnswer, isFormer }, { now }) => {
    const late = unanswered.filter((at) => now - at > usualAnswer);
    const [oldest] = late;
    if (oldest === undefined) return undefined;
    const files = late.length === 1 ? 'One file has' : `${late.length} files have`;
    return `${files} had no 999 from ${name}, the oldest for ${spanWords(now - oldest)}. Their claims are under Silent: ask ${name} whether it has them.${elsewhere(isFormer)}`;
  }),
  'files-in-doubt': ofHouses(({ name, inDoubt }) => {
    if (inDoubt === 0) return undefined;
    const files = inDoubt === 1 ? 'One file' : `${inDoubt} files`;
    return `${files} may or may not have arrived at ${name}. Look there, then say so at one of its claims under Needs you, or with claimside exchange decide.`;
  }),
  'unanswered-claims': ofHouses(({ name, lateClaims, isFormer }) => {
    if (lateClaims === 0) return undefined;
    const claims = lateClaims === 1 ? 'One claim has' : `${lateClaims} claims have`;
    const [files, them] = lateClaims === 1 ? ['its file was', 'it'] : ['their files were', 'them'];
    return `${claims} had no answer (277CA) from ${name} for longer than usual, though ${files} accepted. Ask ${name} whether it has ${them}.${elsewhere(isFormer)}`;
  }),
  'no-files'({ name, houses, lastFile }, { now }) {
    const oldest = houses.find(({ isFormer }) => !isFormer)?.unanswered[0];
    if (oldest === undefined) return undefined;
    const quiet = now - Math.max(oldest, lastFile ?? 0);
    if (quiet < WATCH_LIMITS.silence) return undefined;
    return `Nothing at all has come from ${name} for ${spanWords(quiet)}, though files wait for their answer. Ask whether reports (999, 277CA, ERA) are on for this account.`;
  },
} as const satisfies Record<string, ConnectionLook>;

export const WATCHES = { ...OF_SERVER, ...OF_CONNECTION };

/** Whether it looks at each connection by itself. */
export const isOfConnection = (name: string): boolean => name in OF_CONNECTION;

export type WatchName = keyof typeof WATCHES;

/** What each is called, the gravest first. */
const TITLES: Readonly<Record<WatchName, string>> = {
  restored: 'Restored from a backup',
  connection: 'The connection is down',
  clock: 'The server’s clock is wrong',
  disk: 'The disk is nearly full',
  certificate: 'The certificate ends',
  password: 'A password runs out',
  'files-in-doubt': 'Did a file arrive?',
  'no-files': 'Nothing comes back',
  'unanswered-files': 'No answer to sent files',
  backup: 'No recent backup',
  'files-for-a-person': 'Received files wait',
  'unanswered-claims': 'No answer to claims',
};

/** The gravest first, with what each is called; `isGrave`: nothing is sent because of it. */
export function byGravity<Watch extends { readonly name: string }>(watches: readonly Watch[]) {
  return Object.entries(TITLES).flatMap(([name, title]) =>
    watches
      .filter((watch) => watch.name === name)
      .map((watch) => ({ ...watch, title, isGrave: name === 'restored' })),
  );
}

/** Only who runs the server can mend these; of the others whoever bills hears too. */
export const FOR_ADMINS: ReadonlySet<string> = new Set<WatchName>(['backup', 'clock', 'certificate']);

/** What one server of several knows, and the others do not: its own certificate, and what its clock did while it looked. */
export const OF_PROCESS: ReadonlySet<string> = new Set<WatchName>(['clock', 'certificate']);

/** Everything that is wrong. */
export function lookAt(sight: Sight): FoundWatch[] {
  const ofServer = Object.entries(OF_SERVER).map(([name, look]: [string, Look]) => ({
    name,
    connectionId: '',
    message: look(sight),
  }));
  const ofConnections = sight.clearinghouses.flatMap((clearinghouse) =>
    Object.entries(OF_CONNECTION).map(([name, look]: [string, ConnectionLook]) => ({
      name,
      connectionId: clearinghouse.id,
      message: look(clearinghouse, sight),
    })),
  );
  return [...ofServer, ...ofConnections].flatMap(({ message, ...watch }) =>
    message === undefined ? [] : [{ ...watch, message }],
  );
}
