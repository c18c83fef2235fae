/** GET and PUT /practice: the practice's own data, which fills what no EHR page shows. */
import { PracticeSettings } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ADMINS } from '../../access/index.ts';
import { postPayeesKnown } from '../../exchange/index.ts';
import { changePractice } from '../../practice/index.ts';
import { getPractice } from '../../store/practices.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';

const readPractice = createRoute({
  method: 'get',
  path: '/practice',
  summary: "The practice's settings, null until set up",
  security: NEEDS_DEVICE,
  responses: { 200: answer('The settings.', PracticeSettings.nullable()), 401: PROBLEM[401] },
});

const putPractice = createRoute({
  method: 'put',
  path: '/practice',
  summary: "Replace the practice's settings",
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: body(PracticeSettings),
  responses: {
    200: answer('The settings as stored.', PracticeSettings),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

export function practiceRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'worklists'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(readPractice, async (c) => c.json((await getPractice(c.var.scope)).settings, 200))
    .openapi(putPractice, async (c) => {
      const { device } = c.var;
      const settings = c.req.valid('json');
      const { practiceId } = device;
      const before = await changePractice(deps, practiceId, device.id, settings);
      void deps.worklists.run();
      await postPayeesKnown({ ...deps, practiceId }, before, settings);
      return c.json(settings, 200);
    });
}
