/** /reports: how surely, how soon and how fully visits are paid, from the practice's own data; no patient stands in it. */
import { REPORT_TABLES, Report, ReportAsked } from '@claimside/shared/api';
import { reportFileName } from '@claimside/shared/reports';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordLook } from '../../access/index.ts';
import { reportOf, sheetsOfReport, spanOf, tableOfReport } from '../../reports/index.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { sendCsv, sendWorkbook, TABLE_FILE, TableFormat } from '../table-file.ts';

const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const inOrder = ({ from, to }: ReportAsked): boolean => from === undefined || to === undefined || from <= to;
const ORDER = { message: 'The first day is behind the last one.', path: ['from'] };

const getReport = createRoute({
  method: 'get',
  path: '/reports',
  summary: 'First pass, days, denials, money and aging of visits of some time, by payer, provider or month',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { query: ReportAsked.refine(inOrder, ORDER) },
  responses: { 200: answer('Each figure with the number of accounts that it is of.', Report), ...ERRORS },
});

/** A CSV file is one table; an Excel file has a sheet for each. */
const Exported = ReportAsked.extend({
  ...TableFormat.shape,
  table: z.enum(REPORT_TABLES).default('rows').meta({ description: 'Which one a CSV file is of.' }),
});

const getExport = createRoute({
  method: 'get',
  path: '/reports/export',
  summary: 'A report: one table as CSV, or all of them as Excel',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { query: Exported.refine(inOrder, ORDER) },
  responses: { 200: TABLE_FILE, ...ERRORS },
});

export function reportRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getReport, async (c) =>
      c.json(await reportOf(c.var.scope, c.req.valid('query'), runtime.now()), 200),
    )
    .openapi(getExport, async (c) => {
      const { device, scope } = c.var;
      const { format, table, ...asked } = c.req.valid('query');
      const report = await reportOf(scope, asked, runtime.now());
      await recordLook({ store, runtime }, scope, device.id, 'report-exported', scope.practiceId);
      const called = { ...asked, ...spanOf(asked, runtime.now()) };
      return format === 'csv'
        ? sendCsv(c, tableOfReport(report, table, asked), reportFileName({ ...called, table }))
        : sendWorkbook(c, sheetsOfReport(report, asked), reportFileName(called));
    });
}
