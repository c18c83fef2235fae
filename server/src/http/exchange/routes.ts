/** GET /exchange: how the exchange with the clearinghouse stands. */
import { ExchangeStatus } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { byGravity, FOR_ADMINS } from '../../operations/watch/checks.ts';
import { getExchangeStatus } from '../../store/exchange-status.ts';
import { listWatches } from '../../store/watches.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';

const getExchange = createRoute({
  method: 'get',
  path: '/exchange',
  summary: 'How the exchange with the clearinghouse stands, and what waits',
  security: NEEDS_DEVICE,
  responses: {
    200: answer('The state, with one sentence when a person should act.', ExchangeStatus),
    401: PROBLEM[401],
  },
});

/** What the connection's own sentence says is not said twice. */
async function watchesFor({ device, scope }: AppEnv['Variables']): Promise<ExchangeStatus['watches']> {
  if (device.role === 'clinician') return [];
  const found = byGravity(await listWatches(scope)).filter(({ name }) => name !== 'connection');
  return device.role === 'admin' ? found : found.filter(({ name }) => !FOR_ADMINS.has(name));
}

export function exchangeRoutes({ runtime }: Pick<AppDeps, 'runtime'>) {
  return new OpenAPIHono<AppEnv>().openapi(getExchange, async (c) =>
    c.json(
      { ...(await getExchangeStatus(c.var.scope, runtime.now())), watches: await watchesFor(c.var) },
      200,
    ),
  );
}
