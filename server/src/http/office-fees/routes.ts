/** /fees: what the clearinghouse asks for a month and for the next claim, and by which amounts. */
import { isDeepStrictEqual } from 'node:util';
import {
  ClaimToCost,
  CostOfNextClaim,
  FeeSettings,
  FeeSettingsChange,
  Month,
  MonthOfFees,
  TimeZone,
} from '@claimside/shared/api';
import { dateIn } from '@claimside/shared/values';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS, BILLING, EVERYONE, recordAudit } from '../../access/index.ts';
import { costOfNextClaim, feeSettingsOf, monthOfFees } from '../../office-fees/index.ts';
import { saveFeeSettings } from '../../store/office-fees.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const getMonth = createRoute({
  method: 'get',
  path: '/fees',
  summary: 'What a month costs at the clearinghouse, under both readings of its rule',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { query: z.object({ month: Month.optional(), timeZone: TimeZone }) },
  responses: {
    200: answer(
      'This month where none is named. Null where the clearinghouse charges otherwise.',
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
  request: body(FeeSettingsChange),
  responses: { 200: answer('As stored.', FeeSettings), ...ERRORS, 409: PROBLEM[409] },
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
      const { timeZone, month = dateIn(timeZone, runtime.now()).slice(0, 7) } = c.req.valid('query');
      return c.json(await monthOfFees(c.var.scope, month, timeZone), 200);
    })
    .openapi(putSettings, async (c) => {
      const { device, scope } = c.var;
      const { before, after } = c.req.valid('json');
      const isStored = await store.transaction(async (db) => {
        const within = { ...scope, db };
        if (!isDeepStrictEqual(await feeSettingsOf(within), before)) return false;
        await saveFeeSettings(within, after);
        await recordAudit(runtime, within, device.id, 'fee-settings-changed', scope.practiceId);
        return true;
      });
      return isStored ? c.json(after, 200) : problem(c, 'fee-settings-changed-meanwhile');
    })
    .openapi(postNextClaim, async (c) =>
      c.json(await costOfNextClaim(c.var.scope, c.req.valid('json'), runtime.now()), 200),
    );
}
