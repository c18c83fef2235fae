/** /practice: the practice's own data, which fills what no EHR page shows; and what visits tell of it. */
import { PayerNameChosen, PayerNameRemembered, PracticeSettings } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS, EVERYONE } from '../../access/index.ts';
import { postPayeesKnown } from '../../exchange/index.ts';
import { changePractice, rememberPayerName, tagOf } from '../../practice/index.ts';
import { getPractice } from '../../store/practices.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const readPractice = createRoute({
  method: 'get',
  path: '/practice',
  summary: "The practice's settings, null until set up; the ETag tells them from others",
  security: NEEDS_DEVICE,
  responses: { 200: answer('The settings.', PracticeSettings.nullable()), 401: PROBLEM[401] },
});

const IfMatch = z.object({
  'if-match': z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The ETag of the settings that were changed: those of another person are kept.' }),
});

const putPractice = createRoute({
  method: 'put',
  path: '/practice',
  summary: "Replace the practice's settings",
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: { ...body(PracticeSettings), headers: IfMatch },
  responses: {
    200: answer('The settings as stored.', PracticeSettings),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    409: PROBLEM[409],
  },
});

const postPayerName = createRoute({
  method: 'post',
  path: '/practice/payer-names',
  summary: 'Remember what a page calls a payer that a person has chosen for a visit',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: body(PayerNameChosen),
  responses: {
    200: answer('Whether the name is new.', PayerNameRemembered),
    400: PROBLEM[400],
    401: PROBLEM[401],
    404: PROBLEM[404],
  },
});

export function practiceRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'worklists'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(readPractice, async (c) => {
      const { settings } = await getPractice(c.var.scope);
      c.header('etag', `"${tagOf(settings)}"`);
      return c.json(settings, 200);
    })
    .openapi(putPractice, async (c) => {
      const { device } = c.var;
      const settings = c.req.valid('json');
      const { practiceId } = device;
      // A proxy that compresses marks the tag as weak.
      const onlyOver = c.req.valid('header')['if-match']?.replace(/^W\/|"/g, '');
      const before = await changePractice(deps, practiceId, device.id, settings, onlyOver);
      if (!before.ok) return problem(c, 'practice-changed-meanwhile');
      void deps.worklists.run();
      await postPayeesKnown({ ...deps, practiceId }, before.value, settings);
      return c.json(settings, 200);
    })
    .openapi(postPayerName, async (c) => {
      const { device } = c.var;
      const outcome = await rememberPayerName(deps, device.practiceId, device.id, c.req.valid('json'));
      if (outcome === 'not-found') return problem(c, outcome);
      return c.json({ isNew: outcome === 'remembered' }, 200);
    });
}
