/** GET /health: is this a Claimside server, does its database answer, what needs a person? The only thing it tells strangers. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { WATCHES } from '../../operations/watch/checks.ts';
import { listWatchNames } from '../../store/watches.ts';
import { answer } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

const Health = z.object({
  service: z.literal('claimside'),
  /** The process works and its database answers; a person may be needed all the same. */
  status: z.literal('ok'),
  /** A line for each watchdog, without figures and without a word of whom it concerns. */
  watches: z.array(z.object({ name: z.string(), needsPerson: z.boolean() })),
});

const getHealth = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the server works',
  responses: { 200: answer('It does.', Health) },
});

export function healthRoutes({ store }: Pick<AppDeps, 'store'>) {
  return new OpenAPIHono<AppEnv>().openapi(getHealth, async (c) => {
    const found = await listWatchNames(store.db);
    const watches = Object.keys(WATCHES).map((name) => ({ name, needsPerson: found.includes(name) }));
    return c.json({ service: 'claimside' as const, status: 'ok' as const, watches }, 200);
  });
}
