/** /eligibility: ask the payer whether a patient is covered, read what came, ask for a list; and where a claim is. */
import {
  ClaimAsked,
  CoverageBatch,
  CoverageList,
  CoverageToCheck,
  EligibilityCheck,
  LatestCheckQuery,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EVERYONE, recordLook } from '../../access/index.ts';
import {
  askAboutClaim,
  checkCoverage,
  checkOf,
  createCheckBatches,
  createQuestions,
  type QuestionRefusal,
  tableOfBatch,
} from '../../questions/index.ts';
import { findQuestion, latestQuestion } from '../../store/real-time-questions.ts';
import { claimDetail } from '../claims/detail.ts';
import { shownTo } from '../claims/shown.ts';
import { answer, body, IdempotencyHeader, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { sendTable, TABLE_FILE, TableFormat } from '../table-file.ts';

/** A request is held so long for an answer; the browser then asks for it again. */
const HOLD_MILLISECONDS = 8_000;

const everyone = { security: NEEDS_DEVICE, middleware: requireRole(EVERYONE) };
const CHECK = answer('The check: under way, or what came of it.', EligibilityCheck);
const BATCH = answer('How far it is.', CoverageBatch);
const REFUSED = { 400: PROBLEM[400], 401: PROBLEM[401] };
const NOT_ASKED = { ...REFUSED, 409: PROBLEM[409], 422: PROBLEM[422] };
const ofOne = { params: IdParam };

const postCheck = createRoute({
  ...everyone,
  method: 'post',
  path: '/eligibility',
  summary: 'Ask the payer about a patient’s coverage; what is under way for the same is not asked twice',
  request: { headers: IdempotencyHeader, ...body(CoverageToCheck) },
  responses: { 200: CHECK, ...NOT_ASKED },
});

const getCheck = createRoute({
  ...everyone,
  method: 'get',
  path: '/eligibility/{id}',
  summary: 'One check; waits some seconds for the answer while it is under way',
  request: ofOne,
  responses: { 200: CHECK, ...REFUSED, 404: PROBLEM[404] },
});

const postLatest = createRoute({
  ...everyone,
  method: 'post',
  path: '/eligibility/latest',
  summary: 'The last check of a patient, or null: named by a hash in a body',
  request: body(LatestCheckQuery),
  responses: { 200: answer('The last check.', EligibilityCheck.nullable()), ...REFUSED },
});

const postBatch = createRoute({
  ...everyone,
  method: 'post',
  path: '/eligibility/batches',
  summary: 'Ask about a list of patients, two at a time; ends when a payer or the clearinghouse is down',
  request: { headers: IdempotencyHeader, ...body(CoverageList) },
  responses: { 200: BATCH, ...REFUSED },
});

const getBatch = createRoute({
  ...everyone,
  method: 'get',
  path: '/eligibility/batches/{id}',
  summary: 'How far a list is',
  request: ofOne,
  responses: { 200: BATCH, ...REFUSED, 404: PROBLEM[404] },
});

const exportBatch = createRoute({
  ...everyone,
  method: 'get',
  path: '/eligibility/batches/{id}/export',
  summary: 'A list with what the payers said, as a table',
  request: { ...ofOne, query: TableFormat },
  responses: { 200: TABLE_FILE, ...REFUSED, 404: PROBLEM[404] },
});

const stopBatch = createRoute({
  ...everyone,
  method: 'delete',
  path: '/eligibility/batches/{id}',
  summary: 'Ask about nobody else of a list; what came is kept',
  request: ofOne,
  responses: { 200: BATCH, ...REFUSED, 404: PROBLEM[404] },
});

const postAskPayer = createRoute({
  ...everyone,
  method: 'post',
  path: '/claims/{id}/ask-payer',
  summary:
    'Ask the payer where a claim is; what it says stands on the claim. The same key again goes on waiting',
  request: { ...ofOne, headers: IdempotencyHeader },
  responses: { 200: answer('What came of it.', ClaimAsked), ...NOT_ASKED, 404: PROBLEM[404] },
});

type Deps = Pick<AppDeps, 'store' | 'runtime' | 'news' | 'key' | 'closing'>;

export function eligibilityRoutes(deps: Deps) {
  const { store, runtime } = deps;
  const questions = createQuestions(deps);
  const batches = createCheckBatches({ ...deps, questions });
  type Variables = AppEnv['Variables'];
  const askerOf = ({ device }: Variables, key: string) => ({
    practiceId: device.practiceId,
    deviceId: device.id,
    key,
  });
  const read = async ({ scope, device }: Variables, id: string): Promise<EligibilityCheck | undefined> => {
    const kept = await findQuestion(scope, id);
    if (kept?.kind !== '270') return undefined;
    const check = checkOf(kept, runtime.now(), questions.longestMilliseconds);
    if (check.outcome !== 'asking')
      await recordLook({ store, runtime }, scope, device.id, 'coverage-check-read', id);
    return check;
  };

  const noteLook = async ({ scope, device }: Variables, batchId: string): Promise<void> => {
    if (batches.isFirstLook(device.practiceId, batchId, device.id))
      await recordLook({ store, runtime }, scope, device.id, 'coverage-checks-read', batchId);
  };

  return new OpenAPIHono<AppEnv>()
    .openapi(postCheck, async (c) => {
      const asker = askerOf(c.var, c.req.valid('header')['idempotency-key']);
      const asked = await checkCoverage(deps, questions, asker, c.req.valid('json'));
      if (!asked.ok) return refused(c, asked.error);
      await questions.settled(c.var.scope, asked.value, HOLD_MILLISECONDS);
      const check = await read(c.var, asked.value);
      if (!check) throw new Error('a question just kept can not be read');
      return c.json(check, 200);
    })
    .openapi(postLatest, async (c) => {
      const latest = await latestQuestion(c.var.scope, '270', c.req.valid('json').patientKey);
      return c.json((latest && (await read(c.var, latest.id))) ?? null, 200);
    })
    .openapi(postBatch, async (c) => {
      const asker = askerOf(c.var, c.req.valid('header')['idempotency-key']);
      const batch = batches.start(asker, c.req.valid('json').list);
      await noteLook(c.var, batch.id);
      return c.json(batch, 200);
    })
    .openapi(getBatch, async (c) => {
      const { id } = c.req.valid('param');
      const batch = batches.find(c.var.device.practiceId, id);
      await noteLook(c.var, id);
      return batch ? c.json(batch, 200) : problem(c, 'not-found');
    })
    .openapi(exportBatch, async (c) => {
      const { scope, device } = c.var;
      const { id } = c.req.valid('param');
      const batch = batches.find(scope.practiceId, id);
      const list = batches.listOf(scope.practiceId, id);
      if (!batch || !list) return problem(c, 'not-found');
      await recordLook({ store, runtime }, scope, device.id, 'coverage-checks-exported', id);
      const days = [...new Set(list.map(({ serviceDate }) => serviceDate))].sort();
      const name = ['coverage-checks', ...new Set([days[0], days.at(-1)])].join('-');
      const as = { ...c.req.valid('query'), name, sheet: 'Coverage' };
      return sendTable(c, tableOfBatch(batch, list), as);
    })
    .openapi(stopBatch, async (c) => {
      const { id } = c.req.valid('param');
      const batch = batches.stop(c.var.device.practiceId, id);
      await noteLook(c.var, id);
      return batch ? c.json(batch, 200) : problem(c, 'not-found');
    })
    .openapi(getCheck, async (c) => {
      const { id } = c.req.valid('param');
      if ((await findQuestion(c.var.scope, id))?.kind !== '270') return problem(c, 'not-found');
      await questions.settled(c.var.scope, id, HOLD_MILLISECONDS);
      const check = await read(c.var, id);
      return check ? c.json(check, 200) : problem(c, 'not-found');
    })
    .openapi(postAskPayer, async (c) => {
      const { scope } = c.var;
      const { id } = c.req.valid('param');
      const claim = await claimDetail(scope, id, runtime.now());
      if (!claim) return problem(c, 'not-found');
      const asker = askerOf(c.var, c.req.valid('header')['idempotency-key']);
      const asked = await askAboutClaim(deps, questions, asker, claim, HOLD_MILLISECONDS);
      if (!asked.ok) return refused(c, asked.error);
      const after = await claimDetail(scope, id, runtime.now());
      return c.json({ ...asked.value, claim: shownTo(c.var.device, after ?? claim) }, 200);
    });
}

const refused = (c: Context, { code, why }: QuestionRefusal) => problem(c, code, { detail: why });
