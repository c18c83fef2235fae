import type { LiveEvent } from '@claimside/shared/api';
import { describe, expect, it } from 'vitest';
import { type LiveState, listen, pauseBefore } from './live.ts';
import { ServerTrouble } from './problems.ts';

const stream = (...chunks: string[]) =>
  new Response(new Blob(chunks).stream(), { headers: { 'content-type': 'text/event-stream' } });
const down = () => Promise.reject(new ServerTrouble('unreachable', 'No answer.'));

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
      wait: async (ms) => {
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

  it('never waits longer than half a minute and a quarter', () => {
    expect(pauseBefore(1, () => 0)).toBe(750);
    expect(pauseBefore(50, () => 1)).toBe(37_500);
  });
});
