/** What the exchange needs of a connection to a clearinghouse, whatever carries it. */
import type { Result } from '@claimside/shared/values';

/**
 * `phase` says how far an upload came: up to `open` no byte of the file can have reached its final name;
 * from `write` on it may have.
 */
export interface TransportError {
  readonly kind: 'unreachable' | 'login-refused' | 'host-key-changed' | 'trouble';
  readonly phase: 'connect' | 'open' | 'write' | 'verify';
  /**
   * An error code such as ECONNREFUSED, for the log; never text of a server. `EXISTS`: a file stands under that name and
   * was left as it is. `STOPPED`: we gave up between two requests. `KEY`: our private key is none, and nobody was asked.
   */
  readonly code: string;
  /** How many files it concerns, where the code is about several. */
  readonly files?: number;
}

/** The server said no, and did nothing: numbers are SFTP statuses. Silence or a dead connection says nothing. */
export const isRefusal = ({ code }: TransportError): boolean => /^\d+$/.test(code);

export interface RemoteFile {
  /** As listed: input, checked to be a plain name. */
  readonly name: string;
  readonly size: number;
  /** Milliseconds since 1970, by the clearinghouse's clock. */
  readonly modified: number;
}

/** What a folder holds, and how much of it `files` leaves out. */
export interface Listing {
  readonly files: readonly RemoteFile[];
  /** Files whose names are no plain names (control characters, slashes): they cannot be asked for. */
  readonly oddNames: number;
  /** Files past the most that are looked at. */
  readonly beyondLimit: number;
}

export interface Uploaded {
  /** Milliseconds since 1970, by the clearinghouse's clock; undefined where it does not say. */
  readonly writtenAt?: number;
}

/** An open, logged-in connection. Errors are values; nothing here rejects. */
export interface TransportSession {
  list(folder: string): Promise<Result<Listing, TransportError>>;
  download(folder: string, file: RemoteFile): Promise<Result<Buffer, TransportError>>;
  /**
   * Resolves when the server has confirmed every byte and closed the file. Never writes over a file that is there.
   * `temporary`: the name under which it is written before it is renamed; null writes under the final name.
   * `mayGoOn` is asked before each request that changes something over there.
   */
  upload(
    folder: string,
    name: string,
    bytes: Uint8Array,
    temporary: string | null,
    mayGoOn: () => boolean,
  ): Promise<Result<Uploaded, TransportError>>;
  /** Undefined when there is no such file. */
  sizeOf(folder: string, name: string): Promise<Result<number | undefined, TransportError>>;
  remove(folder: string, name: string): Promise<Result<void, TransportError>>;
  close(): Promise<void>;
}

export interface TransportTarget {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** Password, or a private key in PEM or OpenSSH form. */
  readonly secret: string;
  /** `SHA256:...`; nothing connects without it. */
  readonly hostKeySha256: string;
}

/** Opens a session, or says why not. `signal` abandons the attempt. */
export type ConnectTransport = (
  target: TransportTarget,
  signal?: AbortSignal,
) => Promise<Result<TransportSession, TransportError>>;
