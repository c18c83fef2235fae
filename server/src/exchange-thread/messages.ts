/** What the exchange's thread and the server say to each other. */
import type { LiveEvent } from '@claimside/shared/api';
import type { WritersTurns } from '../store/writers-turn.ts';

/** Given to the thread when it begins. */
export interface ThreadSetting {
  readonly dataDir: string;
  /** 64 hex digits, in place of the data folder's key file. */
  readonly givenKey: string | undefined;
  readonly processId: string;
  readonly pollMilliseconds: number | undefined;
  readonly logLevel: string;
  readonly turns: WritersTurns;
}

export type ToThread =
  | { readonly ask: 'start' | 'nudge' | 'stop' }
  /** Answered by `done` of the same number. */
  | { readonly ask: 'runOnce'; readonly number: number };

export type FromThread =
  | { readonly told: 'news'; readonly practiceId: string; readonly event: LiveEvent }
  /** A line of the log, as JSON. */
  | { readonly told: 'log'; readonly line: string }
  | { readonly told: 'done'; readonly number: number };
