/** /claims/{id}/acts: what a person did about a claim without sending another one. */
import { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING } from '../../access/index.ts';
import { answer, body, IdempotencyHeader, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { recordAct } from './record-act.ts';

const postAct = createRoute({
  method: 'post',
  path: '/claims/{id}/acts',
  summary: 'Write down what was done about a claim: money let go or taken, a letter, off the lists or back',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, headers: IdempotencyHeader, ...body(ClaimAct) },
  responses: {
    200: answer('The claim as it stands then.', ClaimDetail),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

export function claimActRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'news'>) {
  return new OpenAPIHono<AppEnv>().openapi(postAct, async (c) => {
    const { device } = c.var;
    const recorded = await recordAct(
      deps,
      { practiceId: device.practiceId, deviceId: device.id },
      c.req.valid('param').id,
      c.req.valid('header')['idempotency-key'],
      c.req.valid('json'),
    );
    if (recorded.ok) return c.json(recorded.value, 200);
    const { error } = recorded;
    return problem(c, error.code, error.code === 'can-not-do' ? { detail: error.why } : {});
  });
}
