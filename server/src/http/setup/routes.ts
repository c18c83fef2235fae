/** GET /setup: what is there of the practice's set-up, for the list of steps in Options. For admins. */
import { SetupFacts } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ADMINS } from '../../access/index.ts';
import { setupFactsOf } from '../../setup/index.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const getSetup = createRoute({
  method: 'get',
  path: '/setup',
  summary:
    'What is there of the set-up: practice, payers, account, test file, browsers, the first claim and payment',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  responses: { 200: answer('What is there.', SetupFacts), 401: PROBLEM[401], 403: PROBLEM[403] },
});

export function setupRoutes({ runtime }: Pick<AppDeps, 'runtime'>) {
  return new OpenAPIHono<AppEnv>().openapi(getSetup, async (c) =>
    c.json(await setupFactsOf(c.var.scope, runtime.now()), 200),
  );
}
