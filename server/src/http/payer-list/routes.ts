/** /payer-list: the clearinghouse's list of payers: brought by an admin, searched by everybody. */
import { FoundPayer, ListedPayer, PayerListImported, PayerListPreview } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { EVERYONE } from '../../access/index.ts';
import { importPayerList, previewPayerList, readSeedList, searchPayers } from '../../payer-list/index.ts';
import { listPayerLists } from '../../store/payer-lists.ts';
import { wordsOfFault } from '../../tables/index.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { FileNameHeader, fileNameOf } from '../file-name.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const FOUND = 20;

const common = {
  path: '/payer-list',
  security: NEEDS_DEVICE,
} as const;

const ERRORS = { 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const getImports = createRoute({
  ...common,
  method: 'get',
  summary: 'Every import of the payer list, the newest first',
  middleware: requireRole(EVERYONE),
  responses: { 200: answer('The one in use has no `replacedAt`.', z.array(PayerListImported)), ...ERRORS },
});

const postImport = createRoute({
  ...common,
  method: 'post',
  summary: 'Bring a payer list (CSV or Excel): looked at, or imported in place of the one before',
  middleware: requireRole(['admin']),
  request: {
    headers: FileNameHeader,
    query: z.object({
      import: z.enum(['true', 'false']).default('false').meta({ description: 'Without it, only looked at.' }),
      leaveOut: z.coerce
        .number()
        .int()
        .min(0)
        .default(0)
        .meta({ description: 'As many rows as the look could not read.' }),
    }),
  },
  responses: {
    200: answer('What an import would do; nothing was changed.', PayerListPreview),
    201: answer('Imported.', PayerListImported),
    400: PROBLEM[400],
    413: PROBLEM[413],
    422: PROBLEM[422],
    ...ERRORS,
  },
});

const getSeed = createRoute({
  ...common,
  path: '/payer-list/seed',
  method: 'get',
  summary: 'The small, dated list that comes with Claimside, to be brought like any other',
  middleware: requireRole(['admin']),
  responses: {
    200: { description: 'The list.', content: { 'text/csv': { schema: z.string() } } },
    ...ERRORS,
  },
});

const getFound = createRoute({
  ...common,
  path: '/payer-list/payers',
  method: 'get',
  summary: 'Payers by the beginnings of words of their names, or of their ids',
  middleware: requireRole(EVERYONE),
  request: {
    query: z.object({ search: z.string().max(100), transaction: ListedPayer.shape.transaction.optional() }),
  },
  responses: {
    200: answer(`At most ${FOUND} names, each with its rows.`, z.array(FoundPayer)),
    400: PROBLEM[400],
    ...ERRORS,
  },
});

export function payerListRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getImports, async (c) => c.json(await listPayerLists(c.var.scope), 200))
    .openapi(postImport, async (c) => {
      const { device, scope } = c.var;
      const file = {
        name: fileNameOf(c.req.valid('header')['x-file-name']),
        bytes: Buffer.from(await c.req.arrayBuffer()),
      };
      const context = { store, runtime, practiceId: scope.practiceId };
      const query = c.req.valid('query');
      if (query.import === 'false') {
        const preview = await previewPayerList(context, file);
        return preview.ok
          ? c.json(preview.value, 200)
          : problem(c, 'table-unreadable', { detail: wordsOfFault(preview.error) });
      }
      const { leaveOut } = query;
      const imported = await importPayerList(context, file, { leaveOut, byDevice: device.id });
      return imported.ok
        ? c.json(imported.value, 201)
        : problem(c, 'table-unreadable', { detail: wordsOfFault(imported.error) });
    })
    .openapi(getSeed, async (c) => {
      const { bytes } = await readSeedList();
      return c.body(bytes.toString('utf8'), 200, { 'content-type': 'text/csv; charset=utf-8' });
    })
    .openapi(getFound, async (c) => {
      const { search, transaction } = c.req.valid('query');
      return c.json(await searchPayers(c.var.scope, search, FOUND, transaction), 200);
    });
}
