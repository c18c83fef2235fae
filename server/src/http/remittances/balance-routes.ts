/** /payer-balances: what payers took back, carried forward or paid beside claims. */
import { BalanceEntryList, PageQuery, PayerBalanceList } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING, recordLook } from '../../access/index.ts';
import { balanceEntries, payerBalances } from '../../remittance/index.ts';
import { answer, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const getBalances = createRoute({
  method: 'get',
  path: '/payer-balances',
  summary: 'What payers took back, carried forward or paid beside claims, by reason and reference',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { query: PageQuery },
  responses: {
    200: answer('The balances, those that are not settled first.', PayerBalanceList),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

const getEntries = createRoute({
  method: 'get',
  path: '/payer-balances/{id}/entries',
  summary: 'What one balance came about by, the newest payment first',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, query: PageQuery },
  responses: {
    200: answer('The entries.', BalanceEntryList),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

export function payerBalanceRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  const audit = ({ device, scope }: AppEnv['Variables']) =>
    recordLook({ store, runtime }, scope, device.id, 'payer-balances-listed', scope.practiceId);
  return new OpenAPIHono<AppEnv>()
    .openapi(getBalances, async (c) => {
      const balances = await payerBalances(c.var.scope, c.req.valid('query'));
      await audit(c.var);
      return c.json(balances, 200);
    })
    .openapi(getEntries, async (c) => {
      const entries = await balanceEntries(c.var.scope, c.req.valid('param').id, c.req.valid('query'));
      if (!entries) return problem(c, 'not-found');
      await audit(c.var);
      return c.json(entries, 200);
    });
}
