/** Trouble that tests and trainers can switch on while the sandbox runs; each lasts until it is switched off. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface SandboxFaults {
  /** Right passwords are refused too. */
  refuseLogins: boolean;
  /** A connection ends before the first byte is said. */
  dropAtConnect: boolean;
  /** A connection ends when a folder is opened for listing. */
  dropOnList: boolean;
  /** An upload's connection ends once this many of its bytes are stored; the part stays in `inbound`. */
  dropOnWriteAfterBytes: number | undefined;
  /** The upload is complete and will be picked up, but the connection ends before the client is told. */
  dropOnClose: boolean;
  /** A download's connection ends once this many of its bytes are sent. */
  dropOnReadAfterBytes: number | undefined;
  /** Writing fails as on a full disk. */
  diskFull: boolean;
  /** Wait before each SFTP answer. */
  delayMilliseconds: number;
  /**
   * Makes and keeps a new host key, ends all connections, and shows the new key from the next one on. Gives its
   * fingerprint. `clear` does not bring the old key back.
   */
  swapHostKey(): Promise<string>;
  /** All of the above but the host key back to no trouble. */
  clear(): void;
}

const bytes = z.number().int().min(0).optional();
/** What `faults.json` may hold; what it leaves out is no trouble. */
const Settings = z.strictObject({
  refuseLogins: z.boolean().default(false),
  dropAtConnect: z.boolean().default(false),
  dropOnList: z.boolean().default(false),
  dropOnWriteAfterBytes: bytes,
  dropOnClose: z.boolean().default(false),
  dropOnReadAfterBytes: bytes,
  diskFull: z.boolean().default(false),
  delayMilliseconds: z.number().int().min(0).max(60_000).default(0),
});
type Settings = Omit<SandboxFaults, 'swapHostKey' | 'clear'>;

const NONE: Settings = {
  refuseLogins: false,
  dropAtConnect: false,
  dropOnList: false,
  dropOnWriteAfterBytes: undefined,
  dropOnClose: false,
  dropOnReadAfterBytes: undefined,
  diskFull: false,
  delayMilliseconds: 0,
};

export function createFaults(swapHostKey: () => Promise<string>): SandboxFaults {
  const faults: SandboxFaults = {
    ...NONE,
    swapHostKey,
    clear() {
      Object.assign(faults, NONE);
    },
  };
  return faults;
}

/**
 * For trainers, who have no hands inside the process: the file `faults.json` in the data folder. What it gives is to be
 * called before each connection; a changed file replaces all settings, a removed one clears them.
 */
export function followFaultsFile(
  dataDir: string,
  faults: SandboxFaults,
  log: (line: string) => void,
): () => void {
  let known: string | undefined;
  return () => {
    const text = contentOf(join(dataDir, 'faults.json'));
    if (text === known) return;
    known = text;
    const read = Settings.safeParse(text === undefined ? {} : parsed(text));
    if (read.success) Object.assign(faults, NONE, read.data);
    log(read.success ? 'faults.json applied' : 'faults.json cannot be read; faults stay as they were');
  };
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
