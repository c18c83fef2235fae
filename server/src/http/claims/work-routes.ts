/** Working claims together: who has which, what people wrote down, and the whole history of one as proof of filing. */
import { createHash } from 'node:crypto';
import { AssignClaim, Assignee, ClaimHistory, ClaimNote, NewNote } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { BILLING, EVERYONE, recordAudit, recordLook } from '../../access/index.ts';
import { insertNote, listNotes } from '../../store/claim-notes.ts';
import { findClaim } from '../../store/claims.ts';
import { findDevice, listDevices } from '../../store/devices.ts';
import { setAssignee } from '../../store/worklists.ts';
import { answer, body, IdempotencyHeader, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { claimHistory } from './history.ts';

const Notes = z.array(ClaimNote);

const getAssignees = createRoute({
  method: 'get',
  path: '/assignees',
  summary: 'Who a claim can be given to, and the names of those who had one',
  security: NEEDS_DEVICE,
  middleware: requireRole(EVERYONE),
  responses: { 200: answer('The devices of the practice.', z.array(Assignee)), 401: PROBLEM[401] },
});

const putAssignee = createRoute({
  method: 'put',
  path: '/claims/{id}/assignee',
  summary: 'Give a claim to a device, or take it from everyone',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, ...body(AssignClaim) },
  responses: {
    200: answer('Who has it now.', AssignClaim),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const getNotes = createRoute({
  method: 'get',
  path: '/claims/{id}/notes',
  summary: 'What people wrote down about a claim, the oldest first',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('The notes.', Notes),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const postNote = createRoute({
  method: 'post',
  path: '/claims/{id}/notes',
  summary: 'Write something down about a claim; it stays for good',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam, headers: IdempotencyHeader, ...body(NewNote) },
  responses: {
    200: answer('All its notes.', Notes),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const getHistory = createRoute({
  method: 'get',
  path: '/claims/{id}/history',
  summary: 'Each time the claim was sent, in which file, what came back and when: proof of timely filing',
  security: NEEDS_DEVICE,
  middleware: requireRole(BILLING),
  request: { params: IdParam },
  responses: {
    200: answer('The whole account, from its first claim to its last.', ClaimHistory),
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

export function claimWorkRoutes({ store, runtime, news }: Pick<AppDeps, 'store' | 'runtime' | 'news'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getAssignees, async (c) => {
      const devices = await listDevices(c.var.scope);
      return c.json(
        devices.map(({ id, name, revokedAt }) => ({ id, name, isActive: revokedAt === null })),
        200,
      );
    })
    .openapi(putAssignee, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const { deviceId } = c.req.valid('json');
      const isKnown = await store.transaction(async (db) => {
        const within = { ...scope, db };
        const to = deviceId === null ? null : await findDevice(within, deviceId);
        if (!(await findClaim(within, id)) || to === undefined || to?.revokedAt) return false;
        await setAssignee(within, id, deviceId);
        await recordAudit(runtime, within, device.id, 'claim-assigned', id);
        return true;
      });
      if (!isKnown) return problem(c, 'not-found');
      news.publish(scope.practiceId, { type: 'claim-changed', claimId: id });
      return c.json({ deviceId }, 200);
    })
    .openapi(getNotes, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      if (!(await findClaim(scope, id))) return problem(c, 'not-found');
      await recordLook({ store, runtime }, scope, device.id, 'claim-read', id);
      return c.json(await listNotes(scope, id), 200);
    })
    .openapi(postNote, async (c) => {
      const { device, scope } = c.var;
      const claimId = c.req.valid('param').id;
      const key = c.req.valid('header')['idempotency-key'];
      const noteId = createHash('sha256').update(`${device.id} ${claimId} ${key}`).digest('hex');
      const { text } = c.req.valid('json');
      const notes = await store.transaction(async (db) => {
        const within = { ...scope, db };
        if (!(await findClaim(within, claimId))) return undefined;
        const note = { id: noteId, claimId, at: runtime.now(), deviceId: device.id, text };
        if (await insertNote(within, note))
          await recordAudit(runtime, within, device.id, 'claim-noted', claimId);
        return listNotes(within, claimId);
      });
      if (!notes) return problem(c, 'not-found');
      news.publish(scope.practiceId, { type: 'claim-changed', claimId });
      return c.json(notes, 200);
    })
    .openapi(getHistory, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const history = await claimHistory(scope, id, runtime.now());
      if (!history) return problem(c, 'not-found');
      for (const submission of history.submissions)
        await recordLook({ store, runtime }, scope, device.id, 'claim-history-read', submission.id);
      return c.json(history, 200);
    });
}
