/** POST /letters/pdf: a letter as a PDF. Nothing of it is kept. For admins. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS } from '../../access/index.ts';
import { body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { letterPdf } from './pdf.ts';

const Letter = z.object({ title: z.string().min(1).max(100), text: z.string().min(1).max(20_000) });

const makePdf = createRoute({
  method: 'post',
  path: '/letters/pdf',
  summary: 'A letter to print or to fax; nothing of it is kept',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: body(Letter),
  responses: {
    200: {
      description: 'The letter.',
      content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } },
    },
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

export function letterRoutes({ runtime }: Pick<AppDeps, 'runtime'>) {
  return new OpenAPIHono<AppEnv>().openapi(makePdf, async (c) => {
    const { title, text } = c.req.valid('json');
    const pdf = await letterPdf(text, title, new Date(runtime.now()));
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' });
  });
}
