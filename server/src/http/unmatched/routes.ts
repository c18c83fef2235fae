/** /unmatched: parts of answers that fit no claim for certain; a person says whose each is, and can take that back. */
import {
  DecidedAnswer,
  DismissAnswer,
  MatchAnswer,
  ReleasePayment,
  ReopenedAnswers,
  type UnmatchedAnswer,
  UnmatchedList,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordLook } from '../../access/index.ts';
import { dismissAnswer, matchAnswer, releasePayment, reopenAnswer } from '../../remittance/index.ts';
import {
  countWaitingAnswers,
  listDecidedAnswers,
  listWaitingAnswers,
} from '../../store/unmatched-answers.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { decidedAnswer, waitingAnswer } from './shown.ts';

/** As many as a person goes through before looking again; each has its suggestions with it. */
const SHOWN_AT_ONCE = 25;

const getUnmatched = createRoute({
  method: 'get',
  path: '/unmatched',
  summary: 'Parts of answers that fit no claim for certain, with the claims that they may be about',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  responses: {
    200: answer('Those that wait, the oldest first.', UnmatchedList),
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

const refusals = {
  400: PROBLEM[400],
  401: PROBLEM[401],
  403: PROBLEM[403],
  404: PROBLEM[404],
  409: PROBLEM[409],
};

const postMatch = createRoute({
  method: 'post',
  path: '/unmatched/{id}/match',
  summary: 'Say which claim it is about: the claim learns what it says',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(MatchAnswer) },
  responses: { 200: answer('Decided.', z.object({ claimId: z.string() })), ...refusals },
});

const postDismiss = createRoute({
  method: 'post',
  path: '/unmatched/{id}/dismiss',
  summary: 'Set it aside, with a reason: it is about no claim of this practice that needs it',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(DismissAnswer) },
  responses: { 200: answer('Decided.', z.object({ id: z.string() })), ...refusals },
});

const getDecided = createRoute({
  method: 'get',
  path: '/unmatched/decided',
  summary: 'Answers that people have matched or set aside, the latest first',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  responses: {
    200: answer('As many as are shown at once.', z.array(DecidedAnswer)),
    401: PROBLEM[401],
    403: PROBLEM[403],
  },
});

const postReopen = createRoute({
  method: 'post',
  path: '/unmatched/{id}/reopen',
  summary: 'Take back what was decided of it: its claim is as if it had never come, and it waits again',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: { 200: answer('What waits again.', ReopenedAnswers), ...refusals },
});

const postRelease = createRoute({
  method: 'post',
  path: '/unmatched/from-claim',
  summary:
    'Take a payment that names our number off its claim: it is another’s, and waits for a person to say whose',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: body(ReleasePayment),
  responses: { 200: answer('What waits now.', ReopenedAnswers), ...refusals },
});

export function unmatchedRoutes({ store, runtime, news }: Pick<AppDeps, 'store' | 'runtime' | 'news'>) {
  const deciding = ({ device }: AppEnv['Variables']) => ({
    store,
    runtime,
    news,
    practiceId: device.practiceId,
    deviceId: device.id,
  });
  return new OpenAPIHono<AppEnv>()
    .openapi(getUnmatched, async (c) => {
      const { device, scope } = c.var;
      const waiting = await listWaitingAnswers(scope, SHOWN_AT_ONCE);
      const answers: UnmatchedAnswer[] = [];
      for (const each of waiting) answers.push(await waitingAnswer(scope, each));
      await recordLook({ store, runtime }, scope, device.id, 'unmatched-listed', scope.practiceId);
      return c.json({ answers, waiting: await countWaitingAnswers(scope) }, 200);
    })
    .openapi(getDecided, async (c) => {
      const { device, scope } = c.var;
      const answers: DecidedAnswer[] = [];
      for (const each of await listDecidedAnswers(scope, SHOWN_AT_ONCE))
        answers.push(await decidedAnswer(scope, each));
      await recordLook({ store, runtime }, scope, device.id, 'unmatched-listed', scope.practiceId);
      return c.json(answers, 200);
    })
    .openapi(postReopen, async (c) => {
      const outcome = await reopenAnswer(deciding(c.var), c.req.valid('param').id);
      if (typeof outcome === 'string') return problem(c, outcome);
      if ('code' in outcome) return problem(c, outcome.code, { detail: outcome.why });
      return c.json({ answerIds: [...outcome.answerIds] }, 200);
    })
    .openapi(postRelease, async (c) => {
      const { claimId, eventId, reason } = c.req.valid('json');
      const outcome = await releasePayment(deciding(c.var), claimId, eventId, reason);
      if (typeof outcome === 'string') return problem(c, outcome);
      if ('code' in outcome) return problem(c, outcome.code, { detail: outcome.why });
      return c.json({ answerIds: [...outcome.answerIds] }, 200);
    })
    .openapi(postMatch, async (c) => {
      const { claimId } = c.req.valid('json');
      const outcome = await matchAnswer(deciding(c.var), c.req.valid('param').id, claimId);
      if (outcome === 'matched') return c.json({ claimId }, 200);
      return typeof outcome === 'string'
        ? problem(c, outcome)
        : problem(c, outcome.code, { detail: outcome.why });
    })
    .openapi(postDismiss, async (c) => {
      const { id } = c.req.valid('param');
      const outcome = await dismissAnswer(deciding(c.var), id, c.req.valid('json').reason);
      if (outcome === 'dismissed') return c.json({ id }, 200);
      return typeof outcome === 'string'
        ? problem(c, outcome)
        : problem(c, outcome.code, { detail: outcome.why });
    });
}
