/** /remittances: the payments that came, one with its claims, whether its money has arrived. */

import type { AuditAction } from '@claimside/shared/api';
import {
  ClaimsPaid,
  ClaimsPaidSearch,
  RecordDeposit,
  RemittanceDetail,
  RemittanceList,
  RemittanceSearch,
  RemittanceSummary,
} from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING, recordAudit, recordLook } from '../../access/index.ts';
import { waysOutOf } from '../../exchange/index.ts';
import { claimsPaid, recordDeposit, remittanceDetail } from '../../remittance/index.ts';
import { listRemittances } from '../../store/remittance-list.ts';
import { findRemittance } from '../../store/remittances.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const searchRemittances = createRoute({
  method: 'post',
  path: '/remittances/search',
  summary:
    'Remittances page by page: what waits for a person first, then the newest payment; or those set aside by people',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: body(RemittanceSearch),
  responses: {
    200: answer('The remittances.', RemittanceList),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

const getRemittance = createRoute({
  method: 'get',
  path: '/remittances/{id}',
  summary: 'One remittance, read anew from the file that it came in, with the sums of all its claims',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('The remittance.', RemittanceDetail),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const searchClaimsPaid = createRoute({
  method: 'post',
  path: '/remittances/{id}/claims',
  summary: 'The claims of a remittance page by page, in its order',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(ClaimsPaidSearch) },
  responses: {
    200: answer('The claims.', ClaimsPaid),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const postDeposit = createRoute({
  method: 'post',
  path: '/remittances/{id}/deposit',
  summary: 'Say what of a payment has arrived at the bank; said again it changes nothing',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(RecordDeposit) },
  responses: {
    200: answer('The remittance as it stands now.', RemittanceSummary),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

export function remittanceRoutes({ store, runtime, news }: Pick<AppDeps, 'store' | 'runtime' | 'news'>) {
  const audit = ({ device, scope }: AppEnv['Variables'], action: AuditAction, subject: string) =>
    recordLook({ store, runtime }, scope, device.id, action, subject);
  return new OpenAPIHono<AppEnv>()
    .openapi(searchRemittances, async (c) => {
      const remittances = await listRemittances(c.var.scope, c.req.valid('json'));
      await audit(c.var, 'remittances-listed', c.var.scope.practiceId);
      return c.json(remittances, 200);
    })
    .openapi(getRemittance, async (c) => {
      const { id } = c.req.valid('param');
      const detail = await remittanceDetail(c.var.scope, id);
      if (!detail) return problem(c, 'not-found');
      await audit(c.var, 'remittance-read', id);
      return c.json({ ...detail, ways: [...(await waysOutOf(c.var.scope, id))] }, 200);
    })
    .openapi(searchClaimsPaid, async (c) => {
      const { id } = c.req.valid('param');
      const claims = await claimsPaid(c.var.scope, id, c.req.valid('json'));
      if (!claims) return problem(c, 'not-found');
      await audit(c.var, 'remittance-read', id);
      return c.json(claims, 200);
    })
    .openapi(postDeposit, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const { receivedOn, amount } = c.req.valid('json');
      const outcome = await store.transaction(async (db) => {
        const within = { ...scope, db };
        const remittance = await findRemittance(within, id);
        if (!remittance) return 'not-found';
        if (!remittance.posted) return 'remittance-not-posted';
        const cause = { at: runtime.now(), source: { kind: 'person', deviceId: device.id } } as const;
        await recordDeposit(within, remittance.paymentKey, { receivedOn, amount: cents(amount) }, cause);
        await recordAudit(runtime, within, device.id, 'deposit-recorded', id);
        return (await findRemittance(within, id))?.summary ?? 'not-found';
      });
      if (typeof outcome === 'string') return problem(c, outcome);
      news.publish(scope.practiceId, { type: 'remittance-added' });
      return c.json(outcome, 200);
    });
}
