/** The live connection under a clock of the test's own: order, breaks, silence. */
import type { LiveEvent } from '@claimside/shared/api';
import { describe, expect, it } from 'vitest';
import { type LiveState, listen, OPEN_LIMIT_MS, pauseBefore, SILENCE_LIMIT_MS, shownState } from './live.ts';
import { ServerTrouble } from './problems.ts';

const stream = (...chunks: string[]) =>
  new Response(new Blob(chunks).stream(), { headers: { 'content-type': 'text/event-stream' } });
const down = () => Promise.reject(new ServerTrouble('unreachable', 'No answer.'));

const LIMITS: readonly number[] = [OPEN_LIMIT_MS, SILENCE_LIMIT_MS];
const until = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Runs through `answers` in turn and stops after the last. */
async function run(answers: readonly (() => Promise<Response>)[]) {
  const stop = new AbortController();
  const states: LiveState[] = [];
  const events: LiveEvent[] = [];
  const pauses: number[] = [];
  let connected = 0;
  let turn = 0;
  await listen(
    {
      open: () => {
        turn += 1;
        return answers[turn - 1]?.() ?? down();
      },
      onState: (state) => states.push(state),
      onConnected: () => {
        connected += 1;
      },
      onEvent: (event) => events.push(event),
      random: () => 0.5,
      wait: async (ms, signal) => {
        if (LIMITS.includes(ms)) return until(signal);
        pauses.push(ms);
        if (turn >= answers.length) stop.abort();
      },
    },
    stop.signal,
  );
  return { states: states.map((state) => state.kind), events, pauses, connected };
}

describe('the live connection', () => {
  it('gives events in order, whatever pieces they come in, and passes over what it does not know', async () => {
    const { events } = await run([
      async () =>
        stream(
          ': listening\n\nevent: claim-changed\ndata: {"type":"claim-chan',
          'ged","claimId":"c1"}\n\n',
          'data: not json\n\ndata: {"type":"from-the-future"}\n\n',
          'data: {"type":"remittance-added"}\n\n',
        ),
    ]);
    expect(events).toEqual([{ type: 'claim-changed', claimId: 'c1' }, { type: 'remittance-added' }]);
  });

  it('comes back after a break with growing pauses, and starts small again once it was connected', async () => {
    const { states, pauses, connected } = await run([down, down, async () => stream(': hello\n\n'), down]);
    expect(pauses).toEqual([1_000, 2_000, 1_000, 2_000]);
    expect(connected).toBe(1);
    expect(states).toEqual([
      ...['connecting', 'waiting'],
      ...['connecting', 'waiting'],
      ...['connecting', 'live', 'waiting'],
      ...['connecting', 'waiting'],
    ]);
  });

  it('stops for good when the device was revoked', async () => {
    const { states, pauses } = await run([() => Promise.reject(new ServerTrouble('revoked', 'Unpaired.'))]);
    expect(states).toEqual(['connecting', 'refused']);
    expect(pauses).toEqual([]);
  });

  it('a server that never answers the opening is given up after 15 s', async () => {
    const stop = new AbortController();
    const states: string[] = [];
    await listen(
      {
        open: async (signal) => {
          await until(signal);
          throw new ServerTrouble('unreachable', 'No answer.');
        },
        onState: ({ kind }) => states.push(kind),
        onConnected: () => states.push('connected'),
        onEvent: () => {},
        random: () => 0.5,
        wait: async (ms, signal) => {
          if (ms === SILENCE_LIMIT_MS) return until(signal);
          if (ms !== OPEN_LIMIT_MS) stop.abort();
        },
      },
      stop.signal,
    );
    expect(states).toEqual(['connecting', 'waiting']);
  });

  it('a line on which nothing comes for 40 s, not even a comment, is dead: offline, and a new try', async () => {
    const stop = new AbortController();
    const states: string[] = [];
    const fire: (() => void)[] = [];
    let send = (_: string) => {};
    const silent = new ReadableStream<Uint8Array>({
      start: (controller) => {
        send = (text) => controller.enqueue(new TextEncoder().encode(text));
      },
    });
    let watches = 0;
    let watchAgain = () => {};
    const heardTwice = new Promise<void>((resolve) => {
      watchAgain = resolve;
    });
    const listening = listen(
      {
        open: async () => new Response(silent),
        onState: ({ kind }) => states.push(kind),
        onConnected: () => send(': alive\n\n'),
        onEvent: () => {},
        random: () => 0.5,
        wait: (ms, signal) => {
          if (ms === OPEN_LIMIT_MS) return until(signal);
          if (ms !== SILENCE_LIMIT_MS) {
            stop.abort();
            return Promise.resolve();
          }
          watches += 1;
          if (watches === 2) watchAgain();
          return Promise.race([until(signal), new Promise<void>((resolve) => fire.push(resolve))]);
        },
      },
      stop.signal,
    );
    await heardTwice;
    fire[0]?.(); // the watch before the comment came ends without harm
    await Promise.resolve();
    expect(states).toEqual(['connecting', 'live']);
    fire[1]?.();
    await listening;
    expect(states).toEqual(['connecting', 'live', 'waiting']);
  });

  it('is shown as offline through every try until one succeeds', () => {
    const waiting: LiveState = { kind: 'waiting', retryInMs: 1_000 };
    expect(shownState(waiting, { kind: 'connecting' })).toBe(waiting);
    expect(shownState(waiting, { kind: 'live' })).toEqual({ kind: 'live' });
    expect(shownState({ kind: 'live' }, waiting)).toBe(waiting);
  });

  it('never waits longer than ten seconds and a quarter', () => {
    expect(pauseBefore(1, () => 0)).toBe(750);
    expect(pauseBefore(50, () => 1)).toBe(12_500);
  });
});
