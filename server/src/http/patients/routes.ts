/** /patients: the patients that the practice keeps and their coverages: searched, brought and changed by who bills; everybody looks at one, or at who comes. */
import {
  ChangePatient,
  FoundPatients,
  NamedPeople,
  OnePatientQuery,
  PatientDetail,
  ScheduledPatients,
  SearchPatients,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { BILLING, EVERYONE, recordLook } from '../../access/index.ts';
import {
  type ChangeRefusal,
  changePatient,
  findByText,
  findNamed,
  findOne,
  findScheduled,
  tableOfPatients,
} from '../../patients/index.ts';
import { listCoverages, listPatients } from '../../store/patients.ts';
import type { Scope } from '../../store/store.ts';
import { wordsOfFault } from '../../tables/index.ts';
import { answer, body, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { type ProblemCode, problem } from '../problem.ts';
import { sendTable, TABLE_FILE, TableFormat } from '../table-file.ts';

const everyone = { security: NEEDS_DEVICE, middleware: requireRole(EVERYONE) };
const billing = { security: NEEDS_DEVICE, middleware: requireRole(BILLING) };
const ERRORS = { 400: PROBLEM[400], 401: PROBLEM[401], 403: PROBLEM[403] } as const;

const postSearch = createRoute({
  ...billing,
  method: 'post',
  path: '/patients/search',
  summary:
    'Patients by name, date of birth or member ID, each with the coverages that count and the last check',
  request: body(SearchPatients),
  responses: { 200: answer('By name; then those whom only claims know.', FoundPatients), ...ERRORS },
});

const postOne = createRoute({
  ...everyone,
  method: 'post',
  path: '/patients/one',
  summary: 'One patient with the coverages of before: named by a hash in a body',
  request: body(OnePatientQuery),
  responses: { 200: answer('The patient.', PatientDetail), 404: PROBLEM[404], ...ERRORS },
});

const putOne = createRoute({
  ...billing,
  method: 'put',
  path: '/patients/one',
  summary: 'Add a patient, or change one as a whole; what counted before stays on record',
  request: body(ChangePatient),
  responses: {
    200: answer('As kept.', PatientDetail),
    409: PROBLEM[409],
    422: PROBLEM[422],
    ...ERRORS,
  },
});

const postNamed = createRoute({
  ...everyone,
  method: 'post',
  path: '/patients/named',
  summary: 'Who of a list of names and dates of birth is known',
  request: body(NamedPeople),
  responses: { 200: answer('In its order.', ScheduledPatients), ...ERRORS },
});

const postSchedule = createRoute({
  ...everyone,
  method: 'post',
  path: '/patients/schedule',
  summary: 'Who of a schedule (CSV or Excel with names and dates of birth) is known',
  responses: {
    200: answer('In its order.', ScheduledPatients),
    413: PROBLEM[413],
    422: PROBLEM[422],
    ...ERRORS,
  },
});

const getExport = createRoute({
  ...billing,
  method: 'get',
  path: '/patients/export',
  summary: 'The patients that are kept and their coverages as a table that can be brought back',
  request: { query: TableFormat },
  responses: { 200: TABLE_FILE, ...ERRORS },
});

const REFUSALS = {
  'changed-meanwhile': 'patient-changed-meanwhile',
  'known-already': 'patient-known-already',
  'coverage-twice': 'coverage-twice',
} as const satisfies Readonly<Record<ChangeRefusal, ProblemCode>>;

export function patientRoutes({ store, runtime }: Pick<AppDeps, 'store' | 'runtime'>) {
  const contextOf = ({ practiceId }: Scope) => ({ store, runtime, practiceId });
  type Variables = AppEnv['Variables'];
  /** What was looked for is not on record: it may be a name. */
  const noteListed = ({ scope, device }: Variables) =>
    recordLook({ store, runtime }, scope, device.id, 'patients-listed', scope.practiceId);

  return new OpenAPIHono<AppEnv>()
    .openapi(postSearch, async (c) => {
      const { scope } = c.var;
      const { search, after } = c.req.valid('json');
      const found = await findByText(contextOf(scope), scope, search, after);
      await noteListed(c.var);
      return c.json(found, 200);
    })
    .openapi(postOne, async (c) => {
      const { scope, device } = c.var;
      const found = await findOne(contextOf(scope), scope, c.req.valid('json').patientKey);
      if (!found) return problem(c, 'not-found');
      await recordLook({ store, runtime }, scope, device.id, 'patient-read', found.subject);
      return c.json(found.detail, 200);
    })
    .openapi(putOne, async (c) => {
      const { scope, device } = c.var;
      const changed = await changePatient(contextOf(scope), device.id, c.req.valid('json'));
      return changed.ok ? c.json(changed.value, 200) : problem(c, REFUSALS[changed.error]);
    })
    .openapi(postNamed, async (c) => {
      const { scope } = c.var;
      const found = await findNamed(contextOf(scope), scope, c.req.valid('json').people);
      await noteListed(c.var);
      return c.json(found, 200);
    })
    .openapi(postSchedule, async (c) => {
      const { scope } = c.var;
      const found = await findScheduled(contextOf(scope), scope, Buffer.from(await c.req.arrayBuffer()));
      if (!found.ok) return problem(c, 'table-unreadable', { detail: wordsOfFault(found.error) });
      await noteListed(c.var);
      return c.json(found.value, 200);
    })
    .openapi(getExport, async (c) => {
      const { device, scope } = c.var;
      const table = tableOfPatients(await listPatients(scope), await listCoverages(scope));
      await recordLook({ store, runtime }, scope, device.id, 'patients-exported', scope.practiceId);
      return sendTable(c, table, { ...c.req.valid('query'), name: 'patients', sheet: 'Patients' });
    });
}
