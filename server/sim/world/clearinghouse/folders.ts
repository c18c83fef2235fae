/** The two folders of the simulated clearinghouse, and what lies in them. */

export interface Uploaded {
  readonly bytes: Buffer;
  /** Every byte was written and the file was closed, whether or not the client heard so. */
  readonly isWhole: boolean;
}

export interface Laid {
  readonly bytes: Buffer;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export class Folders {
  readonly inbound = new Map<string, Uploaded>();
  readonly outbound = new Map<string, Laid>();
}
