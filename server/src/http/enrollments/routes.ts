/** /enrollments: how the paperwork with payers stands: kept by admins, read and taken away by whoever bills. */
import { EnrollmentChange, EnrollmentKey, Enrollments, StoredEnrollment } from '@claimside/shared/api';
import { enrollmentSteps } from '@claimside/shared/enrollment';
import { earliestDateOnEarth } from '@claimside/shared/values';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ADMINS, BILLING, recordLook } from '../../access/index.ts';
import {
  changeEnrollment,
  endEnrollment,
  readEnrollments,
  tableOfEnrollments,
} from '../../enrollments/index.ts';
import { getPractice } from '../../store/practices.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { sendTable, TABLE_FILE, TableFormat } from '../table-file.ts';

const common = { path: '/enrollments', security: NEEDS_DEVICE } as const;
const ofOne = { ...common, path: '/enrollments/{kind}/{payerId}/{billingNpi}' } as const;
const ERRORS = { 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const getAll = createRoute({
  ...common,
  method: 'get',
  summary: 'How enrollments stand, by payer, and which payers ask for one before the first claim',
  middleware: requireRole(BILLING),
  responses: { 200: answer('All of them.', Enrollments), ...ERRORS },
});

const putOne = createRoute({
  ...ofOne,
  method: 'put',
  summary: 'Add an enrollment, or change the one of this kind with this payer under this NPI',
  middleware: requireRole(ADMINS),
  request: { params: EnrollmentKey, ...body(EnrollmentChange) },
  responses: {
    200: answer('As stored.', StoredEnrollment),
    400: PROBLEM[400],
    409: PROBLEM[409],
    ...ERRORS,
  },
});

const deleteOne = createRoute({
  ...ofOne,
  method: 'delete',
  summary: 'Take an enrollment out',
  middleware: requireRole(ADMINS),
  request: { params: EnrollmentKey },
  responses: { 204: { description: 'Gone.' }, 400: PROBLEM[400], 404: PROBLEM[404], ...ERRORS },
});

const getExport = createRoute({
  ...common,
  path: '/enrollments/export',
  method: 'get',
  summary: 'All enrollments with what is to do, as a table',
  middleware: requireRole(BILLING),
  request: { query: TableFormat },
  responses: {
    200: TABLE_FILE,
    400: PROBLEM[400],
    ...ERRORS,
  },
});

export function enrollmentRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getAll, async (c) => c.json(await readEnrollments(c.var.scope), 200))
    .openapi(getExport, async (c) => {
      const { device, scope } = c.var;
      const { settings } = await getPractice(scope);
      const today = earliestDateOnEarth(runtime.now());
      const steps = settings
        ? enrollmentSteps({ ...(await readEnrollments(scope)), practice: settings, today })
        : [];
      const table = tableOfEnrollments(steps, settings);
      await recordLook({ store, runtime }, scope, device.id, 'enrollments-exported', scope.practiceId);
      return sendTable(c, table, { ...c.req.valid('query'), name: 'enrollments', sheet: 'Enrollments' });
    })
    .openapi(putOne, async (c) => {
      const { device, scope } = c.var;
      const context = { store, runtime, practiceId: scope.practiceId };
      const changed = await changeEnrollment(context, device.id, c.req.valid('param'), c.req.valid('json'));
      return changed.ok ? c.json(changed.value, 200) : problem(c, 'enrollment-changed-meanwhile');
    })
    .openapi(deleteOne, async (c) => {
      const { device, scope } = c.var;
      const context = { store, runtime, practiceId: scope.practiceId };
      const isGone = await endEnrollment(context, device.id, c.req.valid('param'));
      return isGone ? c.body(null, 204) : problem(c, 'not-found');
    });
}
