/** GET /events: server-sent events with ids of what changed, until the browser leaves or its device is revoked. */
import { LiveEvent } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { isActive } from '../../access/index.ts';
import { NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { gather } from './gather.ts';

/** News of a busy minute reaches a browser a few times a second, not with each claim. */
const GATHER_MILLISECONDS = 250;
const RETRY_MILLISECONDS = 2_000;

const getEvents = createRoute({
  method: 'get',
  path: '/events',
  summary: 'What changes, live (server-sent events; ids only)',
  security: NEEDS_DEVICE,
  responses: {
    200: {
      description:
        'A stream; `event:` is the type, `data:` the LiveEvent. A comment line now and then keeps it open.',
      content: { 'text/event-stream': { schema: LiveEvent } },
    },
    401: PROBLEM[401],
  },
});

export function eventRoutes(
  deps: Pick<AppDeps, 'news' | 'revocations' | 'heartbeatMilliseconds' | 'closing' | 'runtime'>,
) {
  return new OpenAPIHono<AppEnv>().openapi(getEvents, (c) => {
    const { device, scope } = c.var;
    return streamSSE(
      c,
      async (stream) => {
        const over = new AbortController();
        const end = () => over.abort();
        const ended = new Promise<void>((resolve) => {
          over.signal.addEventListener('abort', () => resolve(), { once: true });
        });
        /** Each piece looks first whether the device may still listen. */
        const say = gather({
          write: async (text) =>
            (await isActive(deps.runtime, scope, device.id)) ? stream.write(text) : end(),
          tooMany: lineOf({ type: 'much-changed' }),
          everyMilliseconds: GATHER_MILLISECONDS,
          signal: over.signal,
          onEnd: end,
        });
        const stops = [
          deps.news.subscribe(device.practiceId, (event) => say(lineOf(event))),
          deps.revocations.subscribe(device.id, end),
        ];
        const heartbeat = setInterval(() => say(': alive\n\n'), deps.heartbeatMilliseconds);
        stream.onAbort(end);
        deps.closing.addEventListener('abort', end, { once: true });
        say(`retry: ${RETRY_MILLISECONDS}\n: listening\n\n`);
        await ended;
        clearInterval(heartbeat);
        deps.closing.removeEventListener('abort', end);
        for (const stop of stops) stop();
      },
      async () => deps.runtime.log.warn({ deviceId: device.id }, 'a live stream broke off'),
    );
  });
}

function lineOf(event: LiveEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
