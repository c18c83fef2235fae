/** POST /remittances: a payment typed in from paper. */
import { InboundFile, TypedPayment } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING } from '../../access/index.ts';
import { findFile } from '../../store/files.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { typePayment } from './type-payment.ts';

const postPayment = createRoute({
  method: 'post',
  path: '/remittances',
  summary: 'Type in a payment from paper: balanced and posted as one that came as a file',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: body(TypedPayment),
  responses: {
    200: answer('The very same payment was typed in before; that file.', InboundFile),
    201: answer('The file that it became, with what waits of it.', InboundFile),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

export function typedPaymentRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'closing'>) {
  return new OpenAPIHono<AppEnv>().openapi(postPayment, async (c) => {
    const { device, scope } = c.var;
    const taken = await typePayment(deps, scope, device.id, c.req.valid('json'));
    if (!taken.ok) {
      const { error } = taken;
      if (error.code === 'payment-unbalanced') return problem(c, error.code, { findings: error.findings });
      if (error.code === 'payment-known') return problem(c, error.code, { claimId: error.claimId });
      return problem(c, error.code);
    }
    const file = await findFile(scope, taken.value.fileId);
    if (!file) throw new Error('a file just stored can not be read');
    return c.json(file, taken.value.isNew ? 201 : 200);
  });
}
