/** POST /pairing-codes: an admin makes a one-time code for another browser. */
import { CreatePairingCodeRequest, PairingCode } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ADMINS, makePairingCode, recordAudit } from '../../access/index.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const postPairingCode = createRoute({
  method: 'post',
  path: '/pairing-codes',
  summary: 'Make a one-time code for another browser',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: body(CreatePairingCodeRequest),
  responses: {
    201: answer('Good for one browser, ten minutes and five wrong tries; shown this once.', PairingCode),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

export function pairingCodeRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'key'>) {
  return new OpenAPIHono<AppEnv>().openapi(postPairingCode, async (c) => {
    const { device } = c.var;
    const { role } = c.req.valid('json');
    const made = await deps.store.transaction(async (db) => {
      const scope = { db, practiceId: device.practiceId };
      await recordAudit(deps.runtime, scope, device.id, 'pairing-code-made', role);
      return makePairingCode(deps, scope, role, device.id);
    });
    return c.json(made, 201);
  });
}
