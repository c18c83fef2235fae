/** /patients: a patient list is brought: looked at, imported, or given back as far as it has to be mended. */
import { ColumnsSaid, PatientsImported, PatientsPreview } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordLook } from '../../access/index.ts';
import { importPatients, previewPatients, rowsToMend } from '../../patients/index.ts';
import { toCsv, wordsOfFault } from '../../tables/index.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const columns = ColumnsSaid.optional().meta({
  type: 'string',
  description: 'What each column is, divided by commas; empty: left out. Without it the headings tell.',
});

const common = { method: 'post', security: NEEDS_DEVICE, middleware: requireRole(BILLING) } as const;
const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const postImport = createRoute({
  ...common,
  path: '/patients',
  summary: 'Bring a patient list (CSV or Excel): looked at, or imported beside those who are kept',
  request: {
    query: z.object({
      columns,
      import: z
        .enum(['false', 'all', 'sound'])
        .default('false')
        .meta({ description: 'Only looked at; refused with any fault; or rows with a fault left out.' }),
    }),
  },
  responses: {
    200: answer('What an import would do; nothing was changed.', PatientsPreview),
    201: answer('Imported.', PatientsImported),
    413: PROBLEM[413],
    422: PROBLEM[422],
    ...ERRORS,
  },
});

const postToMend = createRoute({
  ...common,
  path: '/patients/to-mend',
  summary: 'The rows of a patient list that have a fault, each with what is wrong with it',
  request: { query: z.object({ columns }) },
  responses: {
    200: { description: 'A file.', content: { 'text/csv': { schema: z.string() } } },
    413: PROBLEM[413],
    422: PROBLEM[422],
    ...ERRORS,
  },
});

export function patientImportRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(postImport, async (c) => {
      const { device, scope } = c.var;
      const context = { store, runtime, practiceId: scope.practiceId };
      const { columns: said, import: how } = c.req.valid('query');
      const brought = { bytes: Buffer.from(await c.req.arrayBuffer()), said };
      if (how === 'false') {
        const preview = await previewPatients(context, scope, brought);
        if (!preview.ok) return problem(c, 'table-unreadable', { detail: wordsOfFault(preview.error) });
        // It shows what is kept of those whom the list would change.
        await recordLook({ store, runtime }, scope, device.id, 'patients-listed', scope.practiceId);
        return c.json(preview.value, 200);
      }
      const imported = await importPatients(context, brought, how === 'sound', device.id);
      if (!imported.ok) return problem(c, 'table-unreadable', { detail: wordsOfFault(imported.error) });
      return c.json(imported.value, 201);
    })
    .openapi(postToMend, async (c) => {
      const { scope } = c.var;
      const context = { store, runtime, practiceId: scope.practiceId };
      const bytes = Buffer.from(await c.req.arrayBuffer());
      const rows = await rowsToMend(context, scope, { bytes, said: c.req.valid('query').columns });
      if (!rows.ok) return problem(c, 'table-unreadable', { detail: wordsOfFault(rows.error) });
      return c.body(toCsv(rows.value), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="to-mend.csv"',
      });
    });
}
