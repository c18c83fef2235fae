/** /files: what came from the clearinghouse, first what needs a person; and the raw bytes to look at. */
import { InboundFile, SetFileAside } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { takeFile } from '../../exchange/index.ts';
import { findFile, listInboundFiles, readInboundFile, setFileAside } from '../../store/files.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { FileNameHeader, fileNameOf, safeFileName } from '../file-name.ts';
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

const postSetAside = createRoute({
  method: 'post',
  path: '/files/{id}/set-aside',
  summary: 'Say why nobody needs to look at a file any more; it is kept as it is',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(SetFileAside) },
  responses: {
    200: answer('The file as it stands now.', InboundFile),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

const postFile = createRoute({
  method: 'post',
  path: '/files',
  summary:
    'Bring a file from elsewhere, such as an 835 of a payer’s portal: stored as it is, then read and posted',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { headers: FileNameHeader },
  responses: {
    200: answer('The same content came before; that file.', InboundFile),
    201: answer('Taken: understood, or waiting for a person with the reason.', InboundFile),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    413: PROBLEM[413],
    422: PROBLEM[422],
  },
});

export function fileRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'closing'>) {
  const { store, runtime, news, closing } = deps;
  return new OpenAPIHono<AppEnv>()
    .openapi(postFile, async (c) => {
      const { device, scope } = c.var;
      const bytes = Buffer.from(await c.req.arrayBuffer());
      if (bytes.length === 0) return problem(c, 'file-empty');
      const name = fileNameOf(c.req.valid('header')['x-file-name']);
      const tools = { store, runtime, news, practiceId: scope.practiceId, stopping: closing };
      const { fileId, isNew } = await takeFile(tools, { name, bytes }, device.id);
      const file = await findFile(scope, fileId);
      if (!file) throw new Error('a file just stored can not be read');
      return c.json(file, isNew ? 201 : 200);
    })
    .openapi(getFiles, async (c) => c.json(await listInboundFiles(c.var.scope), 200))
    .openapi(postSetAside, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      const isDone = await store.transaction(async (db) => {
        const within = { ...scope, db };
        if (!(await setFileAside(within, id, reason))) return false;
        await recordAudit(runtime, within, device.id, 'file-set-aside', id);
        return true;
      });
      const file = await findFile(scope, id);
      if (!file) return problem(c, 'not-found');
      if (!isDone) return problem(c, 'file-needs-nobody');
      news.publish(scope.practiceId, { type: 'exchange-changed' });
      return c.json(file, 200);
    })
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
