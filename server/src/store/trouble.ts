/** Tells trouble of the disk under the database from errors of the code that works with it. */

/** Result codes of SQLite, with all that extend them, which say nothing about what was to be stored. */
const OF_THE_DISK = [
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_READONLY',
  'SQLITE_IOERR',
  'SQLITE_CORRUPT',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'SQLITE_PROTOCOL',
];

/** True where the same may succeed once the disk is in order: nothing was stored, and nobody else is to blame. */
export function isDiskTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return OF_THE_DISK.some((each) => code.startsWith(each)) || isDiskTrouble(error.cause);
}
