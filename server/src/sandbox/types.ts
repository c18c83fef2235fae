/** What a running sandbox clearinghouse is made from, what it offers, and what it remembers of each file. */
import type { UtcInstant } from '@claimside/shared/values';
import type { Runtime } from '../runtime.ts';
import type { SandboxFaults } from './faults.ts';
import type { ScenarioName } from './scenarios.ts';

export interface SandboxOptions {
  /** Everything it keeps: inbound, outbound, archive, scheduled answers, journal, account, host key. */
  readonly dataDir: string;
  /** Loopback only: it holds claims, and its password is shown to whoever starts it. */
  readonly host?: '127.0.0.1';
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** For questions that are answered at once, by HTTP. 0 or absent: any free port. */
  readonly realTimePort?: number;
  /** How late a slow answer to one is; 8000 when absent. */
  readonly slowMilliseconds?: number;
  /** Absent: the one kept in the data folder, made at the first start. */
  readonly username?: string;
  readonly password?: string;
  /** Time before each answer; 0 when absent. */
  readonly paceMilliseconds?: number;
  /** A finished upload is picked up when its connection ends, at the latest after this time; 1000 when absent. */
  readonly pickUpMilliseconds?: number;
  readonly runtime: Pick<Runtime, 'now' | 'randomBytes'>;
  /** One line a request: operation, path, size, outcome. Never contents. */
  readonly log?: (line: string) => void;
}

export interface Sandbox {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** OpenSSH form, `SHA256:` and unpadded base64; changes with `faults.swapHostKey()`. */
  readonly hostKeySha256: string;
  /** Where questions are answered at once, with the same user name and password. */
  readonly realTime: { readonly soap: string; readonly mime: string };
  readonly dataDir: string;
  /** Attempts that showed a credential (password or key), successful or not, since the start. */
  readonly authenticationAttempts: number;
  readonly faults: SandboxFaults;
  /** Every upload picked up so far, oldest first, also from before a restart. */
  received(): Promise<readonly ReceivedFile[]>;
  /** Every report put into `outbound` so far, oldest first, also from before a restart. */
  published(): Promise<readonly PublishedFile[]>;
  /** Resolves when every finished upload is picked up and every answer is published. */
  idle(): Promise<void>;
  /** Returns the way to stop listening. */
  on<Name extends keyof SandboxEvents>(
    event: Name,
    listener: (file: SandboxEvents[Name]) => void,
  ): () => void;
  /** Ends all connections; answers not yet published are published after the next start. */
  close(): Promise<void>;
}

export interface SandboxEvents {
  received: ReceivedFile;
  published: PublishedFile;
}

/** What became of an upload as a whole; a rejected claim in an accepted file is no file verdict. */
export type FileVerdict =
  | 'accepted'
  | 'partly-accepted'
  | 'rejected'
  | 'duplicate'
  | 'unreadable'
  /** The name lacks 837P: never answered. */
  | 'ignored';

export interface ReceivedFile {
  /** Ten digits, growing. */
  readonly fileId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly receivedAt: UtcInstant;
  /** The name holds OATEST. */
  readonly test: boolean;
  readonly verdict: FileVerdict;
  /** ISA06 and ISA13, when they could be read. */
  readonly interchange?: { readonly senderId: string; readonly controlNumber: number };
  readonly claims: readonly ReceivedClaim[];
  /** The kept copy of the bytes. */
  readonly archivePath: string;
}

export interface ReceivedClaim {
  /** CLM01. */
  readonly patientControlNumber: string;
  /** Ten digits, growing. */
  readonly clearinghouseClaimId: string;
  readonly scenario: ScenarioName;
  /** What the payer calls it (REF*1K, CLP07): the number that a replacement or void has to name. */
  readonly payerClaimControlNumber: string;
  /** The payer's number of the claim that it replaced or voided. */
  readonly corrects?: string;
}

export interface PublishedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly publishedAt: UtcInstant;
  /** Where it stands in `outbound`, unless a client removed it. */
  readonly path: string;
}
