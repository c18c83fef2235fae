/** GET /remittances: the payments that came, newest first. */
import { RemittanceSummary } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { listRemittances } from '../../store/remittances.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const getRemittances = createRoute({
  method: 'get',
  path: '/remittances',
  summary: 'Remittances, newest payment first',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  responses: {
    200: answer('The remittances.', z.array(RemittanceSummary)),
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

export function remittanceRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>().openapi(getRemittances, async (c) => {
    const { device, scope } = c.var;
    const remittances = await listRemittances(scope);
    await store.transaction((db) =>
      recordAudit(runtime, { ...scope, db }, device.id, 'remittances-listed', scope.practiceId),
    );
    return c.json(remittances, 200);
  });
}
