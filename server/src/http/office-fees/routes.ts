/** /fees: what the clearinghouse asks for a month and for the next claim, and by which amounts. */
import { ClaimToCost, CostOfNextClaim, FeeSettings, Month, MonthOfFees } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS, BILLING, EVERYONE, recordAudit } from '../../access/index.ts';
import { costOfNextClaim, monthOfFees } from '../../office-fees/index.ts';
import { saveFeeSettings } from '../../store/office-fees.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const getMonth = createRoute({
  method: 'get',
  path: '/fees',
  summary: 'What a month costs at the clearinghouse, under both readings of its rule',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { query: z.object({ month: Month.optional() }) },
  responses: {
    200: answer(
      'This month (UTC) where none is named. Null where the clearinghouse charges otherwise.',
      MonthOfFees.nullable(),
    ),
    ...ERRORS,
  },
});

const putSettings = createRoute({
  method: 'put',
  path: '/fees/settings',
  summary: 'The reading and the dated amounts by which the practice is charged',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: body(FeeSettings),
  responses: { 200: answer('As stored.', FeeSettings), ...ERRORS },
});

const postNextClaim = createRoute({
  method: 'post',
  path: '/fees/next-claim',
  summary: 'What a claim would cost if it left now, in words; nothing of a patient is asked',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: body(ClaimToCost),
  responses: { 200: answer('Empty where it costs nothing.', CostOfNextClaim), ...ERRORS },
});

export function officeFeeRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getMonth, async (c) => {
      const month = c.req.valid('query').month ?? runtime.now().slice(0, 7);
      return c.json(await monthOfFees(c.var.scope, month), 200);
    })
    .openapi(putSettings, async (c) => {
      const { device, scope } = c.var;
      const settings = c.req.valid('json');
      await store.transaction(async (db) => {
        await saveFeeSettings({ ...scope, db }, settings);
        await recordAudit(runtime, { ...scope, db }, device.id, 'fee-settings-changed', scope.practiceId);
      });
      return c.json(settings, 200);
    })
    .openapi(postNextClaim, async (c) =>
      c.json(await costOfNextClaim(c.var.scope, c.req.valid('json'), runtime.now()), 200),
    );
}
