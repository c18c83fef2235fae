/** Keeps one stream of live events open: connects, reads, notices silence, and connects again with growing pauses. */
import { LiveEvent } from '@claimside/shared/api';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { readJson, ServerTrouble } from './problems.ts';

export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** Not connected; tries again by itself after `retryInMs`. */
  | { readonly kind: 'waiting'; readonly retryInMs: number }
  /** The server refused this device: trying again is useless. */
  | { readonly kind: 'refused'; readonly trouble: ServerTrouble };

export interface LiveOptions {
  /** Opens the stream; rejects with a ServerTrouble. */
  open(signal: AbortSignal): Promise<Response>;
  onState(state: LiveState): void;
  /** Called at each (re)connection, as events may have been missed, and at each event. */
  onConnected(): void;
  onEvent(event: LiveEvent): void;
  /** 0 to 1. */
  random(): number;
  /** Resolves after `ms`, sooner when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** The server's first byte comes within this, or the try counts as failed. */
export const OPEN_LIMIT_MS = 15_000;
/** The server says every 15 s that it is there (GET /events); two misses in a row are a dead line. */
export const SILENCE_LIMIT_MS = 40_000;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

/** What to show from `before` to `now`: who was offline stays so through every try until one succeeds. */
export function shownState(before: LiveState, now: LiveState): LiveState {
  return before.kind === 'waiting' && now.kind === 'connecting' ? before : now;
}

/** Pause before try `attempt` (from 1): doubles up to 10 s, spread by a quarter so that browsers don't return as one. */
export function pauseBefore(attempt: number, random: () => number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return Math.round(pause * (0.75 + random() * 0.5));
}

/** Runs until the signal aborts or the server refuses the device. */
export async function listen(options: LiveOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    options.onState({ kind: 'connecting' });
    const line = watchSilence(options.wait, signal);
    try {
      const response = await options.open(line.signal);
      line.allow(SILENCE_LIMIT_MS);
      failures = 0;
      options.onState({ kind: 'live' });
      options.onConnected();
      await readEvents(response, line, options.onEvent);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ServerTrouble && (error.kind === 'revoked' || error.kind === 'not-allowed')) {
        options.onState({ kind: 'refused', trouble: error });
        return;
      }
    } finally {
      line.end();
    }
    if (signal.aborted) return;
    failures += 1;
    const retryInMs = pauseBefore(failures, options.random);
    options.onState({ kind: 'waiting', retryInMs });
    await options.wait(retryInMs, signal);
  }
}

/** One connection's life: its signal aborts when nothing was heard for as long as was allowed, or with `outer`. */
interface Line {
  readonly signal: AbortSignal;
  /** Something was heard: the next may take so long. */
  allow(ms: number): void;
  end(): void;
}

function watchSilence(wait: LiveOptions['wait'], outer: AbortSignal): Line {
  const dead = new AbortController();
  const signal = AbortSignal.any([outer, dead.signal]);
  let turn = new AbortController();
  const allow = (ms: number): void => {
    turn.abort();
    turn = new AbortController();
    const mine = turn.signal;
    void wait(ms, mine).then(() => {
      if (!mine.aborted) dead.abort();
    });
  };
  allow(OPEN_LIMIT_MS);
  return { signal, allow, end: () => turn.abort() };
}

/** Unknown or malformed events are passed over: a newer server may send kinds that this version does not know. */
async function readEvents(
  response: Response,
  line: Line,
  onEvent: (event: LiveEvent) => void,
): Promise<void> {
  if (!response.body) return;
  // Also the comment lines count, which the parser keeps to itself.
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, next) {
      line.allow(SILENCE_LIMIT_MS);
      next.enqueue(bytes);
    },
  });
  const messages = response.body
    .pipeThrough(heard, { signal: line.signal })
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  for await (const message of messages) {
    const event = LiveEvent.safeParse(readJson(message.data));
    if (event.success) onEvent(event.data);
  }
}

/** The real wait, over the browser's clock. */
export function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
