/** /unmatched: parts of answers that fit no claim for certain; a person says whose each is, once. */
import { DismissAnswer, MatchAnswer, type UnmatchedAnswer, UnmatchedList } from '@claimside/shared/api';
import { describeEvent } from '@claimside/shared/lifecycle';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, recordAudit } from '../../access/index.ts';
import { dismissAnswer, matchAnswer, suggestClaims } from '../../remittance/index.ts';
import type { Scope } from '../../store/store.ts';
import {
  countWaitingAnswers,
  listWaitingAnswers,
  type StoredUnmatchedAnswer,
} from '../../store/unmatched-answers.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

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

export function unmatchedRoutes({ store, runtime, news }: Pick<AppDeps, 'store' | 'runtime' | 'news'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getUnmatched, async (c) => {
      const { device, scope } = c.var;
      const waiting = await listWaitingAnswers(scope, SHOWN_AT_ONCE);
      const answers: UnmatchedAnswer[] = [];
      for (const each of waiting) answers.push(await shown(scope, each));
      await store.transaction((db) =>
        recordAudit(runtime, { ...scope, db }, device.id, 'unmatched-listed', scope.practiceId),
      );
      return c.json({ answers, waiting: await countWaitingAnswers(scope) }, 200);
    })
    .openapi(postMatch, async (c) => {
      const { device } = c.var;
      const deciding = { store, runtime, news, practiceId: device.practiceId, deviceId: device.id };
      const { claimId } = c.req.valid('json');
      const outcome = await matchAnswer(deciding, c.req.valid('param').id, claimId);
      return outcome === 'matched' ? c.json({ claimId }, 200) : problem(c, outcome);
    })
    .openapi(postDismiss, async (c) => {
      const { device } = c.var;
      const deciding = { store, runtime, news, practiceId: device.practiceId, deviceId: device.id };
      const { id } = c.req.valid('param');
      const outcome = await dismissAnswer(deciding, id, c.req.valid('json').reason);
      return outcome === 'dismissed' ? c.json({ id }, 200) : problem(c, outcome);
    });
}

async function shown(scope: Scope, stored: StoredUnmatchedAnswer): Promise<UnmatchedAnswer> {
  const { id, reference, fact, createdAt, inboundFileId, fileName } = stored;
  const source = { kind: 'inbound-file', fileId: inboundFileId, fileName } as const;
  const { title, detail } = describeEvent({ id, at: createdAt, source, fact }, 'The clearinghouse');
  const payment = fact.type === 'payment' ? fact.payment : undefined;
  const { lastName, firstName } = reference;
  return {
    id,
    title,
    detail,
    receivedAt: createdAt,
    file: { id: inboundFileId, name: fileName },
    says: {
      patientControlNumber: reference.patientControlNumber,
      payerClaimControlNumber: reference.payerClaimControlNumber ?? null,
      patientName: lastName === undefined ? null : [lastName, firstName].filter(Boolean).join(', '),
      memberId: reference.memberIds?.[0] ?? null,
      serviceDate: reference.serviceDate ?? null,
      charge: reference.charge ?? null,
      paid: payment?.paid ?? null,
      payerName: reference.payerName ?? null,
      checkNumber: payment?.checkNumber ?? null,
      paymentDate: payment?.paymentDate ?? null,
    },
    suggestions: await suggestClaims(scope, reference),
  };
}
