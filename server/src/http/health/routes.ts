/** GET /health: is this a Claimside server, does its database answer, what needs a person? The only thing it tells strangers. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { MAIN_CONNECTION } from '../../clearinghouse/index.ts';
import { watchLines } from '../../operations/watch/lines.ts';
import { answer } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

const Health = z.object({
  service: z.literal('claimside'),
  /** The process works and its database answers; a person may be needed all the same. */
  status: z.literal('ok'),
  /**
   * A line for each watchdog, without figures and without a word of whom it concerns. `connection`: the number of one beside the main
   * connection.
   */
  watches: z.array(
    z.object({ name: z.string(), connection: z.string().optional(), needsPerson: z.boolean() }),
  ),
});

const getHealth = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the server works',
  responses: { 200: answer('It does.', Health) },
});

export function healthRoutes({ store }: Pick<AppDeps, 'store'>) {
  return new OpenAPIHono<AppEnv>().openapi(getHealth, async (c) => {
    const watches = (await watchLines(store.db)).map(({ name, connectionId, needsPerson }) => ({
      name,
      ...(connectionId !== '' && connectionId !== MAIN_CONNECTION && { connection: connectionId }),
      needsPerson,
    }));
    return c.json({ service: 'claimside' as const, status: 'ok' as const, watches }, 200);
  });
}
