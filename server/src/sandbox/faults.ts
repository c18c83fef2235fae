/** Trouble that tests and trainers can switch on while the sandbox runs; each lasts until it is switched off. */

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
