/** What the reading thread is given and what it tells. */
import type { Failure, Lineage } from '../fuzzer.ts';
import type { Options } from './options.ts';

export interface Work {
  readonly options: Options;
  /** Of `State`. */
  readonly memory: SharedArrayBuffer;
  readonly corpusFolder: string | undefined;
}

export type Message = Progress | Found | Done;

export interface Progress {
  readonly kind: 'progress';
  /** Share of the work, 0 to 1. */
  readonly share: number;
}

/** A broken promise, with the input made as short as it still breaks it. */
export interface Found {
  readonly kind: 'found';
  readonly failure: Failure;
  readonly bytes: Uint8Array;
  /** Absent for a file that was given. */
  readonly input?: Lineage;
}

export interface Done {
  readonly kind: 'done';
  readonly inputs: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Different findings by place. */
  readonly seen: number;
  /** Bytes in use after a forced collection: when all was warm, and at the end; absent where there was too little to do. */
  readonly heap?: { readonly first: number; readonly last: number };
}
