/** GET /events: server-sent events with ids of what changed, until the browser leaves or its device is revoked. */
import { LiveEvent } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { isActive } from '../../access/index.ts';
import { NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

/** Events that may wait for a slow browser; past that the stream ends, and the browser comes back and reads afresh. */
const MOST_WAITING = 1_000;
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
        let end = () => {};
        const ended = new Promise<void>((resolve) => {
          end = resolve;
        });
        let waiting = 0;
        let tail: Promise<unknown> = Promise.resolve();
        /** Writes in order; each write looks first whether the device may still listen. */
        const send = (write: () => Promise<unknown>) => {
          waiting += 1;
          if (waiting > MOST_WAITING) return end();
          tail = tail
            .then(async () => ((await isActive(deps.runtime, scope, device.id)) ? write() : end()))
            .catch(end)
            .finally(() => {
              waiting -= 1;
            });
        };
        const stops = [
          deps.news.subscribe(device.practiceId, (event) =>
            send(() => stream.writeSSE({ event: event.type, data: JSON.stringify(event) })),
          ),
          deps.revocations.subscribe(device.id, end),
        ];
        const heartbeat = setInterval(
          () => send(() => stream.write(': alive\n\n')),
          deps.heartbeatMilliseconds,
        );
        stream.onAbort(end);
        deps.closing.addEventListener('abort', end, { once: true });
        send(() => stream.write(`retry: ${RETRY_MILLISECONDS}\n: listening\n\n`));
        await ended;
        clearInterval(heartbeat);
        deps.closing.removeEventListener('abort', end);
        for (const stop of stops) stop();
      },
      async () => deps.runtime.log.warn({ deviceId: device.id }, 'a live stream broke off'),
    );
  });
}
