/** /remittances: the payments that came, one in full, whether its money has arrived; /payer-balances: what is beside claims. */
import { PayerBalance, RecordDeposit, RemittanceDetail, RemittanceSummary } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { payerBalances, recordDeposit, remittanceDetail } from '../../remittance/index.ts';
import type { AuditAction } from '../../store/audit.ts';
import { findRemittance, listRemittances } from '../../store/remittances.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

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

const getRemittance = createRoute({
  method: 'get',
  path: '/remittances/{id}',
  summary: 'One remittance in full, read anew from the file that it came in',
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

const getPayerBalances = createRoute({
  method: 'get',
  path: '/payer-balances',
  summary: 'What payers took back, carried forward or paid beside claims, by reason and reference',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  responses: {
    200: answer('The balances, those that are not settled first.', z.array(PayerBalance)),
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

export function remittanceRoutes({ store, runtime, news }: Pick<AppDeps, 'store' | 'runtime' | 'news'>) {
  const audit = ({ device, scope }: AppEnv['Variables'], action: AuditAction, subject: string) =>
    store.transaction((db) => recordAudit(runtime, { ...scope, db }, device.id, action, subject));
  return new OpenAPIHono<AppEnv>()
    .openapi(getRemittances, async (c) => {
      const remittances = await listRemittances(c.var.scope);
      await audit(c.var, 'remittances-listed', c.var.scope.practiceId);
      return c.json(remittances, 200);
    })
    .openapi(getRemittance, async (c) => {
      const { id } = c.req.valid('param');
      const detail = await remittanceDetail(c.var.scope, id);
      if (!detail) return problem(c, 'not-found');
      await audit(c.var, 'remittance-read', id);
      return c.json(detail, 200);
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
    })
    .openapi(getPayerBalances, async (c) => {
      const balances = await payerBalances(c.var.scope);
      await audit(c.var, 'payer-balances-listed', c.var.scope.practiceId);
      return c.json(balances, 200);
    });
}
