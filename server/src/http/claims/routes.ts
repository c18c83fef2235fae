/** /claims: bill a visit, the lists, one claim with its timeline; take it back, or say whether its file arrived. */
import {
  ClaimListQuery,
  ClaimSearch,
  CreateClaimRequest,
  DecideDelivery,
  DecidedDelivery,
  EarlierCoverages,
  EarlierCoveragesQuery,
  isProgressList,
  type ListedClaim,
  ShownClaim,
  ShownClaimList,
  StandingClaim,
  StandingClaimQuery,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { BILLING, EVERYONE, recordLook } from '../../access/index.ts';
import { cancelClaim, decideDelivery } from '../../exchange/index.ts';
import { type ClaimQuery, listClaims } from '../../store/claim-lists.ts';
import { findClaim, findStandingClaimOfServices } from '../../store/claims.ts';
import { sizesOfLists } from '../../store/list-sizes.ts';
import { findFileOfClaim } from '../../store/outbound-files.ts';
import { answer, body, IdempotencyHeader, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { type ClaimRefusal, createClaim } from './create-claim.ts';
import { claimDetail } from './detail.ts';
import { earlierCoverages } from './earlier-coverages.ts';
import { listedProgressOf } from './progress.ts';
import { seesMoney, shownClaim } from './shown.ts';
import { isOfWhoTreats } from './undecided.ts';

const postClaim = createRoute({
  method: 'post',
  path: '/claims',
  summary: 'Bill a visit',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { headers: IdempotencyHeader, ...body(CreateClaimRequest) },
  responses: {
    201: answer('Stored and queued.', ShownClaim),
    200: answer('This request was stored before; the same claim again.', ShownClaim),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

/** A clinician asks for nothing that is of money. */
const LISTED = {
  200: answer('The claims; how far they are, for a clinician.', ShownClaimList),
  400: PROBLEM[400],
  401: PROBLEM[401],
  403: PROBLEM[403],
} as const;

const getClaims = createRoute({
  method: 'get',
  path: '/claims',
  summary:
    'A worklist by urgency, or a list of claims newest first, with the size of each list; for a clinician lists without money',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { query: ClaimListQuery },
  responses: LISTED,
});

const searchClaims = createRoute({
  method: 'post',
  path: '/claims/search',
  summary: 'Claims of a list that fit a search and filters: in a body, as names belong in no address',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: body(ClaimSearch),
  responses: LISTED,
});

const postStanding = createRoute({
  method: 'post',
  path: '/claims/standing',
  summary:
    'The claim that stands for the same patient, dates, codes and charges, so that none is billed twice unseen',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: body(StandingClaimQuery),
  responses: {
    200: answer('The newest one, or null.', StandingClaim.nullable()),
    400: PROBLEM[400],
    401: PROBLEM[401],
  },
});

const postCoverages = createRoute({
  method: 'post',
  path: '/claims/coverages',
  summary:
    'How the same patient was insured before, by claims or the patient list, for a visit whose page does not show it',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: body(EarlierCoveragesQuery),
  responses: {
    200: answer('The different coverages, newest first, two at most.', EarlierCoverages),
    400: PROBLEM[400],
    401: PROBLEM[401],
  },
});

const getClaim = createRoute({
  method: 'get',
  path: '/claims/{id}',
  summary: 'One claim with its timeline and money; for a clinician how far it is, without money',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { params: IdParam },
  responses: {
    200: answer('The claim.', ShownClaim),
    400: PROBLEM[400],
    401: PROBLEM[401],
    404: PROBLEM[404],
  },
});

const postCancel = createRoute({
  method: 'post',
  path: '/claims/{id}/cancel',
  summary: 'Take a claim back while it is in no file yet; the visit can then be billed again',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { params: IdParam },
  responses: {
    200: answer('The closed claim.', ShownClaim),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

const postDelivery = createRoute({
  method: 'post',
  path: '/claims/{id}/delivery',
  summary: "Say whether the claim's file of unknown fate arrived; it concerns every claim of that file",
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(DecideDelivery) },
  responses: {
    200: answer('Decided for all claims of the file.', DecidedDelivery),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
    409: PROBLEM[409],
  },
});

const FOR_BILLERS =
  'A biller or an admin takes this one back: a clinician takes back what no payer had decided on before it.';

export function claimRoutes(deps: AppDeps) {
  const { store, runtime, news } = deps;

  /** What was looked for is not on record: it may be a name. Undefined where a device asks for what it may not see. */
  const listed = async (
    { scope, device }: AppEnv['Variables'],
    query: Omit<ClaimQuery, 'isWithoutMoney'>,
  ): Promise<ShownClaimList | undefined> => {
    const isWithoutMoney = !seesMoney(device);
    const isOfMoney = !isProgressList(query.list) || (query.minimumAmount ?? query.why) !== undefined;
    if (isWithoutMoney && isOfMoney) return undefined;
    const { claims, next } = await listClaims(scope, { ...query, isWithoutMoney });
    await recordLook({ store, runtime }, scope, device.id, 'claims-listed', scope.practiceId);
    const found = claims.map(({ summary, place }): ListedClaim => ({ ...summary, place }));
    const counts = await sizesOfLists(scope);
    if (!isWithoutMoney) return { claims: found, next, counts };
    const { rejected, denied, all } = counts;
    return {
      claims: found.map(listedProgressOf),
      next,
      counts: { rejected, denied, 'in-progress': counts['in-progress'], all },
    };
  };

  return new OpenAPIHono<AppEnv>()
    .openapi(postClaim, async (c) => {
      const { device } = c.var;
      const created = await createClaim(
        deps,
        { practiceId: device.practiceId, deviceId: device.id, role: device.role },
        c.req.valid('header')['idempotency-key'],
        c.req.valid('json'),
      );
      if (!created.ok) return refusal(c, created.error);
      const { claimId, isNew } = created.value;
      const claim = await shownClaim(c.var, claimId, runtime.now());
      if (!claim) throw new Error('a claim just stored can not be read');
      if (!isNew) return c.json(claim, 200);
      runtime.log.info({ claimId, deviceId: device.id }, 'claim queued');
      return c.json(claim, 201);
    })
    .openapi(getClaims, async (c) => {
      const found = await listed(c.var, c.req.valid('query'));
      return found ? c.json(found, 200) : problem(c, 'role-too-low');
    })
    .openapi(searchClaims, async (c) => {
      const { assignee, ...asked } = c.req.valid('json');
      const found = await listed(c.var, { ...asked, assignedTo: assignedTo(assignee, c.var.device.id) });
      return found ? c.json(found, 200) : problem(c, 'role-too-low');
    })
    .openapi(postStanding, async (c) => {
      const found = await findStandingClaimOfServices(c.var.scope, c.req.valid('json').servicesKey);
      return c.json(found ? { claimId: found.id, billedAt: found.createdAt } : null, 200);
    })
    .openapi(postCoverages, async (c) => {
      const { device, scope } = c.var;
      const { patientKey, serviceDate } = c.req.valid('json');
      const found = await earlierCoverages(scope, patientKey, runtime.now(), serviceDate);
      for (const { id } of found) await recordLook({ store, runtime }, scope, device.id, 'coverage-read', id);
      return c.json(found, 200);
    })
    .openapi(getClaim, async (c) => {
      const { device, scope } = c.var;
      const claim = await shownClaim(c.var, c.req.valid('param').id, runtime.now());
      if (!claim) return problem(c, 'not-found');
      await recordLook({ store, runtime }, scope, device.id, 'claim-read', claim.id);
      return c.json(claim, 200);
    })
    .openapi(postCancel, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      if (!seesMoney(device)) {
        const detail = await claimDetail(scope, id, runtime.now());
        if (detail && !isOfWhoTreats(detail)) return problem(c, 'role-too-low', { detail: FOR_BILLERS });
      }
      const context = { store, runtime, news, practiceId: device.practiceId };
      const outcome = await cancelClaim(context, id, device.id);
      if (outcome !== 'cancelled') return problem(c, outcome);
      const claim = await shownClaim(c.var, id, runtime.now());
      if (!claim) throw new Error('a claim just closed can not be read');
      return c.json(claim, 200);
    })
    .openapi(postDelivery, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      if (!(await findClaim(scope, id))) return problem(c, 'not-found');
      const file = await findFileOfClaim(scope, id);
      const context = { store, runtime, news, practiceId: device.practiceId };
      const { decision } = c.req.valid('json');
      const decided = file && (await decideDelivery(context, file.name, decision, device.id));
      if (!decided) return problem(c, 'delivery-not-in-doubt');
      deps.worker.nudge();
      return c.json(decided, 200);
    });
}

function assignedTo(assignee: string | undefined, mine: string): string | null | undefined {
  if (assignee === 'nobody') return null;
  return assignee === 'mine' ? mine : assignee;
}

function refusal(c: Context, refused: ClaimRefusal) {
  switch (refused.code) {
    case 'role-too-low':
      return problem(c, refused.code, { detail: refused.why });
    case 'claim-has-errors':
      return problem(c, refused.code, { findings: refused.findings });
    case 'visit-already-billed':
      return problem(c, refused.code, { claimId: refused.claimId });
    case 'can-not-follow':
      return problem(c, refused.code, { detail: refused.why });
    case 'looks-billed-already':
      return problem(c, refused.code, { claimId: refused.claimId, billedAt: refused.billedAt });
    default:
      return problem(c, refused.code);
  }
}
