/** /files: what came from the clearinghouse, first what needs a person; and the raw bytes to look at. */
import { InboundFile } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { listInboundFiles, readInboundFile } from '../../store/files.ts';
import { answer, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const getFiles = createRoute({
  method: 'get',
  path: '/files',
  summary: 'Files from the clearinghouse: those that need a person first, then the newest',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  responses: {
    200: answer('The files.', z.array(InboundFile)),
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

const getContent = createRoute({
  method: 'get',
  path: '/files/{id}/content',
  summary: 'The bytes of a file exactly as received',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: {
      description: 'The bytes, as a download.',
      content: {
        'application/octet-stream': { schema: z.string().meta({ type: 'string', format: 'binary' }) },
      },
    },
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

export function fileRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getFiles, async (c) => c.json(await listInboundFiles(c.var.scope), 200))
    .openapi(getContent, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const file = await readInboundFile(scope, id);
      if (!file) return problem(c, 'not-found');
      await store.transaction((db) => recordAudit(runtime, { ...scope, db }, device.id, 'file-read', id));
      return c.body(new Uint8Array(file.bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${safeFileName(file.name)}"`,
      });
    });
}

/** A name from someone else's server, made harmless for a header and a disk. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._]+/, '');
  return safe.slice(-100) || 'file';
}
