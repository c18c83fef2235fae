/** /claims: bill a visit, the worklists, one claim with its timeline. */
import { ClaimDetail, ClaimList, ClaimListQuery, CreateClaimRequest } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EVERYONE, recordAudit } from '../../access/index.ts';
import { countClaims, listClaims } from '../../store/claim-lists.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { type ClaimRefusal, createClaim } from './create-claim.ts';
import { claimDetail } from './detail.ts';

const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .min(20)
    .max(100)
    .regex(/^[\x21-\x7e]+$/)
    .meta({ description: 'Made once by the client for one press of the button, and kept until answered.' }),
});

const postClaim = createRoute({
  method: 'post',
  path: '/claims',
  summary: 'Bill a visit',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { headers: IdempotencyHeader, ...body(CreateClaimRequest) },
  responses: {
    201: answer('Stored and queued.', ClaimDetail),
    200: answer('This request was stored before; the same claim again.', ClaimDetail),
    400: PROBLEM[400],
    401: PROBLEM[401],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

const getClaims = createRoute({
  method: 'get',
  path: '/claims',
  summary: 'A worklist, newest first, with the size of each list',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { query: ClaimListQuery },
  responses: { 200: answer('The claims.', ClaimList), 400: PROBLEM[400], 401: PROBLEM[401] },
});

const getClaim = createRoute({
  method: 'get',
  path: '/claims/{id}',
  summary: 'One claim with its timeline and money',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  request: { params: IdParam },
  responses: {
    200: answer('The claim.', ClaimDetail),
    400: PROBLEM[400],
    401: PROBLEM[401],
    404: PROBLEM[404],
  },
});

export function claimRoutes(deps: AppDeps) {
  const { store, runtime } = deps;
  return new OpenAPIHono<AppEnv>()
    .openapi(postClaim, async (c) => {
      const { device, scope } = c.var;
      const created = await createClaim(
        deps,
        { practiceId: device.practiceId, deviceId: device.id },
        c.req.valid('header')['idempotency-key'],
        c.req.valid('json'),
      );
      if (!created.ok) return refusal(c, created.error);
      const { claimId, isNew } = created.value;
      const claim = await claimDetail(scope, claimId);
      if (!claim) throw new Error('a claim just stored can not be read');
      if (!isNew) return c.json(claim, 200);
      runtime.log.info({ claimId, deviceId: device.id }, 'claim queued');
      return c.json(claim, 201);
    })
    .openapi(getClaims, async (c) => {
      const { device, scope } = c.var;
      const claims = await listClaims(scope, c.req.valid('query'));
      await store.transaction((db) =>
        recordAudit(runtime, { ...scope, db }, device.id, 'claims-listed', scope.practiceId),
      );
      return c.json({ claims, counts: await countClaims(scope) }, 200);
    })
    .openapi(getClaim, async (c) => {
      const { device, scope } = c.var;
      const claim = await claimDetail(scope, c.req.valid('param').id);
      if (!claim) return problem(c, 'not-found');
      await store.transaction((db) =>
        recordAudit(runtime, { ...scope, db }, device.id, 'claim-read', claim.id),
      );
      return c.json(claim, 200);
    });
}

function refusal(c: Context, refused: ClaimRefusal) {
  switch (refused.code) {
    case 'claim-has-errors':
      return problem(c, refused.code, { findings: refused.findings });
    case 'visit-already-billed':
      return problem(c, refused.code, { claimId: refused.claimId });
    default:
      return problem(c, refused.code);
  }
}
