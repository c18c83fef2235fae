/** /fee-schedule: prices and contracts of the practice: brought, exported and changed by an admin, read by everybody who bills. */
import {
  FeeScheduleImported,
  FeeSchedulePreview,
  FeeScheduleSummary,
  FoundProcedures,
  PROCEDURE_CODE,
  Procedure,
  ScheduledProcedure,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS, BILLING, EVERYONE, recordLook } from '../../access/index.ts';
import {
  changeProcedure,
  endProcedure,
  findInFeeSchedule,
  importFeeSchedule,
  previewFeeSchedule,
  readFeeSchedule,
  summaryOfFeeSchedule,
  tableOfSchedule,
} from '../../fee-schedule/index.ts';
import { listProcedures } from '../../store/fee-schedule.ts';
import { wordsOfFault } from '../../tables/index.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { sendTable, TABLE_FILE, TableFormat } from '../table-file.ts';

const FOUND = 50;

const common = { path: '/fee-schedule', security: NEEDS_DEVICE } as const;
const ERRORS = { 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const getSummary = createRoute({
  ...common,
  method: 'get',
  summary: 'How much stands in the fee schedule',
  middleware: requireRole(EVERYONE),
  responses: { 200: answer('In numbers.', FeeScheduleSummary), ...ERRORS },
});

const postImport = createRoute({
  ...common,
  method: 'post',
  summary: 'Bring a fee schedule (CSV or Excel): looked at, or imported in place of what is there',
  middleware: requireRole(ADMINS),
  request: {
    query: z.object({
      import: z.enum(['true', 'false']).default('false').meta({ description: 'Without it, only looked at.' }),
    }),
  },
  responses: {
    200: answer('What an import would do; nothing was changed.', FeeSchedulePreview),
    201: answer('Imported.', FeeScheduleImported),
    400: PROBLEM[400],
    413: PROBLEM[413],
    422: PROBLEM[422],
    ...ERRORS,
  },
});

const getAll = createRoute({
  ...common,
  path: '/fee-schedule/procedures',
  method: 'get',
  summary: 'Every procedure, without contracts: what fills a visit',
  middleware: requireRole(EVERYONE),
  responses: { 200: answer('By code.', z.array(Procedure)), ...ERRORS },
});

const getFound = createRoute({
  ...common,
  path: '/fee-schedule/search',
  method: 'get',
  summary: 'Procedures by the beginning of the code, or of words of the description, with contracts',
  middleware: requireRole(BILLING),
  request: {
    query: z.object({ search: z.string().max(100).default(''), after: z.string().max(5).default('') }),
  },
  responses: { 200: answer(`${FOUND} at most.`, FoundProcedures), 400: PROBLEM[400], ...ERRORS },
});

const getExport = createRoute({
  ...common,
  path: '/fee-schedule/export',
  method: 'get',
  summary: 'The whole fee schedule as a table that can be brought back',
  middleware: requireRole(BILLING),
  request: { query: TableFormat },
  responses: {
    200: TABLE_FILE,
    400: PROBLEM[400],
    ...ERRORS,
  },
});

const CodeParam = z.object({ code: z.string().regex(PROCEDURE_CODE) });

const putProcedure = createRoute({
  ...common,
  path: '/fee-schedule/procedures/{code}',
  method: 'put',
  summary: 'Add a procedure, or replace the one with its code',
  middleware: requireRole(ADMINS),
  request: { params: CodeParam, ...body(ScheduledProcedure.omit({ code: true })) },
  responses: { 200: answer('As stored.', ScheduledProcedure), 400: PROBLEM[400], ...ERRORS },
});

const deleteProcedure = createRoute({
  ...common,
  path: '/fee-schedule/procedures/{code}',
  method: 'delete',
  summary: 'Take a procedure out of the fee schedule',
  middleware: requireRole(ADMINS),
  request: { params: CodeParam },
  responses: { 204: { description: 'Gone.' }, 404: PROBLEM[404], ...ERRORS },
});

export function feeScheduleRoutes({
  store,
  runtime,
  worklists,
}: Pick<AppDeps, 'store' | 'runtime' | 'worklists'>) {
  const contextOf = (practiceId: string) => ({ store, runtime, practiceId });
  return new OpenAPIHono<AppEnv>()
    .openapi(getSummary, async (c) => c.json(await summaryOfFeeSchedule(c.var.scope), 200))
    .openapi(postImport, async (c) => {
      const { device, scope } = c.var;
      const bytes = Buffer.from(await c.req.arrayBuffer());
      if (c.req.valid('query').import === 'false') {
        const preview = await previewFeeSchedule(scope, bytes);
        return preview.ok
          ? c.json(preview.value, 200)
          : problem(c, 'table-unreadable', { detail: wordsOfFault(preview.error) });
      }
      const imported = await importFeeSchedule(contextOf(scope.practiceId), bytes, device.id);
      if (!imported.ok) return problem(c, 'table-unreadable', { detail: wordsOfFault(imported.error) });
      void worklists.run();
      return c.json(imported.value, 201);
    })
    .openapi(getAll, async (c) => c.json(await listProcedures(c.var.scope), 200))
    .openapi(getFound, async (c) =>
      c.json(await findInFeeSchedule(c.var.scope, c.req.valid('query'), FOUND), 200),
    )
    .openapi(getExport, async (c) => {
      const { device, scope } = c.var;
      const table = tableOfSchedule(await readFeeSchedule(scope));
      await recordLook({ store, runtime }, scope, device.id, 'fee-schedule-exported', scope.practiceId);
      return sendTable(c, table, { ...c.req.valid('query'), name: 'fee-schedule', sheet: 'Fee schedule' });
    })
    .openapi(putProcedure, async (c) => {
      const { device, scope } = c.var;
      const procedure = { ...c.req.valid('json'), code: c.req.valid('param').code };
      await changeProcedure(contextOf(scope.practiceId), device.id, procedure);
      void worklists.run();
      return c.json(procedure, 200);
    })
    .openapi(deleteProcedure, async (c) => {
      const { device, scope } = c.var;
      const isGone = await endProcedure(contextOf(scope.practiceId), device.id, c.req.valid('param').code);
      if (!isGone) return problem(c, 'not-found');
      void worklists.run();
      return c.body(null, 204);
    });
}
