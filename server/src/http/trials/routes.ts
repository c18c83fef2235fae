/** /connections/{id}/trial: invented claims sent by an account, and what has come back of them so far. For admins. */
import { Trial } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ADMINS } from '../../access/index.ts';
import { readTrial, startTrial } from '../../exchange/index.ts';
import { findConnection } from '../../store/connections.ts';
import { answer, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const admin = {
  path: '/connections/{id}/trial',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: { params: IdParam },
} as const;

const read = createRoute({
  ...admin,
  method: 'get',
  summary: 'The newest trial of an account, step by step',
  responses: {
    200: answer('Null where none was asked for.', Trial.nullable()),
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const start = createRoute({
  ...admin,
  method: 'post',
  summary: 'Send a file of invented claims, marked as a test whatever the mode of the account',
  responses: {
    202: answer('It is sent within seconds.', Trial),
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

type Deps = Pick<AppDeps, 'store' | 'runtime' | 'news' | 'worker'>;

export function trialRoutes({ store, runtime, news, worker }: Deps) {
  return new OpenAPIHono<AppEnv>()
    .openapi(read, async (c) => {
      const { id } = c.req.valid('param');
      if (!(await findConnection(c.var.scope, id))) return problem(c, 'not-found');
      return c.json((await readTrial(c.var.scope, id)) ?? null, 200);
    })
    .openapi(start, async (c) => {
      const { practiceId, id: deviceId } = c.var.device;
      const { id } = c.req.valid('param');
      const started = await startTrial({ store, runtime }, practiceId, id, deviceId);
      if (!started.ok)
        return started.error === 'no-connection'
          ? problem(c, 'not-found')
          : problem(c, 'trial-not-possible', { detail: started.error.why });
      worker.nudge();
      news.publish(practiceId, { type: 'exchange-changed' });
      return c.json(started.value, 202);
    });
}
