/** Every upper bound of the exchange, in one place. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const LIMITS = {
  /** TCP connection and SSH handshake with log-in. */
  connectMilliseconds: 20 * SECOND,
  /** One SFTP request (some names of a listing, stat, one block) without an answer. */
  requestMilliseconds: 60 * SECOND,
  /** The end of a session, which no transfer waits for any more. */
  goodbyeMilliseconds: 2 * SECOND,
  /** One block of an upload or download. */
  blockBytes: 32_000,
  /** A file larger than this is left in the outbound folder for a person: reading takes some twenty times its size. */
  inboundFileBytes: 32_000_000,
  /** A file whose reading was begun this often and never ended is not read again: it may be what ends the process. */
  readingsOfOneFile: 5,
  /** Broken downloads of one file after which a person hears of it. */
  brokenDownloads: 3,
  /** Downloads of one file in a row, listed the same, that were not as long as listed, after which a person hears of it. */
  unfinishedDownloads: 4,
  /** An empty file in the outbound folder may be about to be filled: it is taken once it is this old. */
  emptyFileMilliseconds: 1 * MINUTE,
  /** Names looked at in one listing. */
  listedFiles: 20_000,
  /** Names counted in one listing; past it the count is a least. */
  countedFiles: 200_000,
  /** Downloads in one round; the rest follows in the next. */
  filesPerRound: 500,
  /** Files frozen in one round, attempts that a cancelled claim undid included. */
  outboundFilesPerRound: 20,
  /** Claims in one transaction that notices which answers stay away. */
  silencesAtOnce: 50,
  /** Waits between attempts while the clearinghouse cannot be used: doubled each time. */
  firstBackoffMilliseconds: 5 * SECOND,
  longestBackoffMilliseconds: 15 * MINUTE,
  /** A process's turn at a practice's exchange unless it is renewed: how long others wait for one that hangs. */
  leaseMilliseconds: 30 * SECOND,
  leaseRenewalMilliseconds: 10 * SECOND,
  /** Nothing is begun over there so shortly before the turn runs out. */
  leaseMarginMilliseconds: 5 * SECOND,
  /** How often a process looks whether the turn of another one is over, and what other processes have queued. */
  standByMilliseconds: 2 * SECOND,
  /** How often an idle practice without a known schedule is looked at. */
  defaultPollMilliseconds: 60 * SECOND,
} as const;
