/** /files: what came from the clearinghouse, first what needs a person; what people set aside; and the raw bytes to look at. */
import {
  type AuditAction,
  BroughtFile,
  FileList,
  FileSearch,
  InboundFile,
  SetFileAside,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordAudit, recordLook } from '../../access/index.ts';
import { takeFile } from '../../exchange/index.ts';
import { findFile, listInboundFiles, readInboundFile, searchFiles } from '../../store/files.ts';
import { reopenFile, setFileAside } from '../../store/files-set-aside.ts';
import type { Scope } from '../../store/store.ts';
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

const postReopen = createRoute({
  method: 'post',
  path: '/files/{id}/reopen',
  summary: 'Take a file up again that was set aside: it waits for a person',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('The file as it stands now.', InboundFile),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

const postSearch = createRoute({
  method: 'post',
  path: '/files/search',
  summary: 'Files in one state page by page, the newest first',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: body(FileSearch),
  responses: {
    200: answer('The files.', FileList),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
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
    200: answer('The same content came before; that file.', BroughtFile),
    201: answer('Taken: understood, or waiting for a person with the reason.', BroughtFile),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    413: PROBLEM[413],
    422: PROBLEM[422],
  },
});

export function fileRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'news' | 'closing'>) {
  const { store, runtime, news, closing } = deps;
  /** False, with nothing on record, where nothing was to be done. */
  const decide = async (
    { device, scope }: AppEnv['Variables'],
    id: string,
    action: AuditAction,
    work: (scope: Scope) => Promise<boolean>,
  ): Promise<boolean> => {
    const isDone = await store.transaction(async (db) => {
      const within = { ...scope, db };
      if (!(await work(within))) return false;
      await recordAudit(runtime, within, device.id, action, id);
      return true;
    });
    if (isDone) news.publish(scope.practiceId, { type: 'exchange-changed' });
    return isDone;
  };
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
      return c.json({ ...file, isNew }, isNew ? 201 : 200);
    })
    .openapi(getFiles, async (c) => c.json(await listInboundFiles(c.var.scope), 200))
    .openapi(postSearch, async (c) => c.json(await searchFiles(c.var.scope, c.req.valid('json')), 200))
    .openapi(postSetAside, async (c) => {
      const { id } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      const by = { at: runtime.now(), deviceId: c.var.device.id };
      const isDone = await decide(c.var, id, 'file-set-aside', (scope) =>
        setFileAside(scope, id, { kind: 'set-aside', ...by, reason }),
      );
      const file = await findFile(c.var.scope, id);
      if (!file) return problem(c, 'not-found');
      return isDone ? c.json(file, 200) : problem(c, 'file-needs-nobody');
    })
    .openapi(postReopen, async (c) => {
      const { id } = c.req.valid('param');
      const by = { at: runtime.now(), deviceId: c.var.device.id };
      const isDone = await decide(c.var, id, 'file-reopened', (scope) => reopenFile(scope, id, by));
      const file = await findFile(c.var.scope, id);
      if (!file) return problem(c, 'not-found');
      return isDone ? c.json(file, 200) : problem(c, 'file-waits-already');
    })
    .openapi(getContent, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const file = await readInboundFile(scope, id);
      if (!file) return problem(c, 'not-found');
      await recordLook({ store, runtime }, scope, device.id, 'file-read', id);
      return c.body(new Uint8Array(file.bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${safeFileName(file.name)}"`,
      });
    });
}
