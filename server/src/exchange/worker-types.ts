/** The exchange worker as the rest of the server sees it. */
import type { News } from '../news.ts';
import type { Runtime } from '../runtime.ts';
import type { Store } from '../store/store.ts';
import type { ConnectTransport } from './transport.ts';

export interface ExchangeWorker {
  /** Begins to work through all practices' outboxes and inboxes. */
  start(): void;
  /** Something was queued or decided: look at once whether a file is due to leave, instead of at the next interval. */
  nudge(): void;
  /** One full round (send, receive, interpret) for every connection; resolves when nothing more can be done now. */
  runOnce(): Promise<void>;
  /** Finishes the step under way and closes connections. */
  stop(): Promise<void>;
}

export interface ExchangeOptions {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly news: News;
  /** Opens the sealed secret of a connection. */
  readonly openSecret: (sealed: string) => string;
  /** How often the clearinghouse's outbound folder is listed, unless the profile of the connection says otherwise. */
  readonly pollMilliseconds?: number;
  /** How a clearinghouse is reached; SFTP unless a test puts faults in between. */
  readonly connect?: ConnectTransport;
  /** This process among others that work with the same store; alone unless told. */
  readonly process?: { readonly id: string; readonly isAlive: (id: string) => boolean };
  /** Ends after so many milliseconds or when the signal says so, whichever is first. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}
