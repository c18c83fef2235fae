/** Keeps one stream of live events open: connects, reads, and connects again with growing pauses. */
import { LiveEvent } from '@claimside/shared/api';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { ServerTrouble } from './problems.ts';

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

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Pause before try `attempt` (from 1): doubles up to 30 s, spread by a quarter so that browsers don't return as one. */
export function pauseBefore(attempt: number, random: () => number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return Math.round(pause * (0.75 + random() * 0.5));
}

/** Runs until the signal aborts or the server refuses the device. */
export async function listen(options: LiveOptions, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    options.onState({ kind: 'connecting' });
    try {
      const response = await options.open(signal);
      failures = 0;
      options.onState({ kind: 'live' });
      options.onConnected();
      await readEvents(response, options.onEvent);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ServerTrouble && (error.kind === 'revoked' || error.kind === 'not-allowed')) {
        options.onState({ kind: 'refused', trouble: error });
        return;
      }
    }
    if (signal.aborted) return;
    failures += 1;
    const retryInMs = pauseBefore(failures, options.random);
    options.onState({ kind: 'waiting', retryInMs });
    await options.wait(retryInMs, signal);
  }
}

/** Unknown or malformed events are passed over: a newer server may send kinds that this version does not know. */
async function readEvents(response: Response, onEvent: (event: LiveEvent) => void): Promise<void> {
  if (!response.body) return;
  const messages = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  for await (const message of messages) {
    const event = LiveEvent.safeParse(readJson(message.data));
    if (event.success) onEvent(event.data);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
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
