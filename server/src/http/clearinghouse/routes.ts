/** GET /clearinghouse: what edits have to know of the clearinghouse. How the exchange with it stands is at /exchange. */
import { ClearinghouseFacts } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { EVERYONE } from '../../access/index.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { clearinghouseFactsOf } from './facts.ts';

const getClearinghouse = createRoute({
  method: 'get',
  path: '/clearinghouse',
  summary: 'What the clearinghouse asks of a claim, for the edits in the sidebar',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  responses: {
    200: answer('Null until the practice has an account at one.', ClearinghouseFacts.nullable()),
    401: PROBLEM[401],
  },
});

export function clearinghouseRoutes({ runtime }: Pick<AppDeps, 'runtime'>) {
  return new OpenAPIHono<AppEnv>().openapi(getClearinghouse, async (c) =>
    c.json(await clearinghouseFactsOf(c.var.scope, runtime.now()), 200),
  );
}
