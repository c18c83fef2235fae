/** GET /health: is this a Claimside server, and does its database answer? The only thing it tells strangers. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { findFirstPracticeId } from '../../store/practices.ts';
import { answer } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

const Health = z.object({ service: z.literal('claimside'), status: z.literal('ok') });

const getHealth = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the server works',
  responses: { 200: answer('It does.', Health) },
});

export function healthRoutes({ store }: Pick<AppDeps, 'store'>) {
  return new OpenAPIHono<AppEnv>().openapi(getHealth, async (c) => {
    await findFirstPracticeId(store.db);
    return c.json({ service: 'claimside' as const, status: 'ok' as const }, 200);
  });
}
