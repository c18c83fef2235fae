/** /remittances/{id}/decision and /reopen: what a person says of a payment of which nothing was posted. */
import { DecideRemittance, RemittanceSummary } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { BILLING } from '../../access/index.ts';
import {
  postAllTheSame,
  type RemittanceRefusal,
  reopenRemittance,
  setRemittanceAside,
} from '../../exchange/index.ts';
import { findRemittance } from '../../store/remittances.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const postDecision = createRoute({
  method: 'post',
  path: '/remittances/{id}/decision',
  summary: 'Set a payment aside of which nothing was posted, or post it all the same; see `ways`',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(DecideRemittance) },
  responses: {
    200: answer('The remittance as it stands now.', RemittanceSummary),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

const postReopen = createRoute({
  method: 'post',
  path: '/remittances/{id}/reopen',
  summary: 'Take a payment up again that was set aside: it waits for a person',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('The remittance as it stands now.', RemittanceSummary),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

export function remittanceDecisionRoutes({
  store,
  runtime,
  news,
  closing: stopping,
}: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'closing'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(postDecision, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const { decision, reason } = c.req.valid('json');
      const deciding = { store, runtime, news, practiceId: scope.practiceId, stopping };
      const outcome = await DECIDE[decision](deciding, id, { deviceId: device.id, reason });
      if (outcome !== 'done') return refused(c, outcome);
      const remittance = await findRemittance(scope, id);
      return remittance ? c.json(remittance.summary, 200) : problem(c, 'not-found');
    })
    .openapi(postReopen, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const outcome = await reopenRemittance(
        { store, runtime, news, practiceId: scope.practiceId, stopping },
        id,
        device.id,
      );
      if (outcome !== 'done') return refused(c, outcome);
      const remittance = await findRemittance(scope, id);
      return remittance ? c.json(remittance.summary, 200) : problem(c, 'not-found');
    });
}

const refused = (c: Context, refusal: RemittanceRefusal) =>
  problem(c, refusal.code, refusal.code === 'remittance-not-postable' ? { detail: refusal.why } : {});

const DECIDE = { 'set-aside': setRemittanceAside, 'post-all-the-same': postAllTheSame } as const;
