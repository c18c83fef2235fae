/** /connections: the practice's accounts at clearinghouses, which payers go by which, and whether they work. For admins. */
import {
  Connections,
  ConnectionToSave,
  ConnectionTried,
  FoundHostKey,
  HostToAsk,
  RealTimeToSave,
  RoutedPayers,
} from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ADMINS } from '../../access/index.ts';
import { readHostKey } from '../../exchange/index.ts';
import {
  addConnection,
  changeConnection,
  endConnection,
  endRealTime,
  pauseConnection,
  routePayers,
  setRealTime,
} from '../../practice/index.ts';
import { findConnection } from '../../store/connections.ts';
import { answer, body, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';
import { accountFrom } from './account.ts';
import { connectionsOf } from './list.ts';
import { tryConnection } from './try.ts';

const admin = { security: NEEDS_DEVICE, middleware: requireRole(ADMINS) };
const ALL = answer('All of them, the main one first.', Connections);
const REFUSED = { 401: PROBLEM[401], 403: PROBLEM[403] };
const ofOne = { params: IdParam };

const list = createRoute({
  ...admin,
  method: 'get',
  path: '/connections',
  summary: 'The accounts at clearinghouses, how they stand, and whose claims go by which',
  responses: { 200: ALL, ...REFUSED },
});

const add = createRoute({
  ...admin,
  method: 'post',
  path: '/connections',
  summary: 'Add an account; the first one is the main one, by which every payer goes that is not routed',
  request: body(ConnectionToSave),
  responses: { 200: ALL, 400: PROBLEM[400], ...REFUSED, 409: PROBLEM[409], 422: PROBLEM[422] },
});

const change = createRoute({
  ...admin,
  method: 'put',
  path: '/connections/{id}',
  summary: 'Set an account anew; without a password it keeps the one that it has',
  request: { ...ofOne, ...body(ConnectionToSave) },
  responses: {
    200: ALL,
    400: PROBLEM[400],
    ...REFUSED,
    404: PROBLEM[404],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

const remove = createRoute({
  ...admin,
  method: 'delete',
  path: '/connections/{id}',
  summary: 'Remove an account that nothing needs any more; what went by it can still be read',
  request: ofOne,
  responses: { 200: ALL, ...REFUSED, 404: PROBLEM[404], 409: PROBLEM[409] },
});

const pause = createRoute({
  ...admin,
  method: 'put',
  path: '/connections/{id}/pause',
  summary: 'Let nothing go out or come in by it; its claims wait',
  request: ofOne,
  responses: { 200: ALL, ...REFUSED, 404: PROBLEM[404] },
});

const resume = createRoute({
  ...admin,
  method: 'delete',
  path: '/connections/{id}/pause',
  summary: 'Let a paused account go on',
  request: ofOne,
  responses: { 200: ALL, ...REFUSED, 404: PROBLEM[404] },
});

const route = createRoute({
  ...admin,
  method: 'put',
  path: '/connections/{id}/payers',
  summary: 'Whose claims go by it, and no others; claims that wait follow, what is in a file does not',
  request: { ...ofOne, ...body(RoutedPayers) },
  responses: {
    200: ALL,
    400: PROBLEM[400],
    ...REFUSED,
    404: PROBLEM[404],
    409: PROBLEM[409],
    422: PROBLEM[422],
  },
});

const setQuestions = createRoute({
  ...admin,
  method: 'put',
  path: '/connections/{id}/real-time',
  summary:
    'Set its access to questions that are answered at once; without a password it keeps the one that it has',
  request: { ...ofOne, ...body(RealTimeToSave) },
  responses: { 200: ALL, 400: PROBLEM[400], ...REFUSED, 404: PROBLEM[404], 422: PROBLEM[422] },
});

const endQuestions = createRoute({
  ...admin,
  method: 'delete',
  path: '/connections/{id}/real-time',
  summary: 'Forget its access to questions that are answered at once',
  request: ofOne,
  responses: { 200: ALL, ...REFUSED, 404: PROBLEM[404] },
});

const tryOut = createRoute({
  ...admin,
  method: 'post',
  path: '/connections/{id}/test',
  summary: 'Log in once and look at both folders; sends nothing',
  request: ofOne,
  responses: { 200: answer('What was found.', ConnectionTried), ...REFUSED, 404: PROBLEM[404] },
});

const hostKey = createRoute({
  ...admin,
  method: 'post',
  path: '/connections/host-key',
  summary: 'Read the host key of a server without logging in, to compare it with what the clearinghouse says',
  request: body(HostToAsk),
  responses: {
    200: answer('Its fingerprint.', FoundHostKey),
    400: PROBLEM[400],
    ...REFUSED,
    422: PROBLEM[422],
  },
});

type Deps = Pick<AppDeps, 'store' | 'runtime' | 'news' | 'key' | 'worker'>;

export function connectionRoutes(deps: Deps) {
  const { runtime, news, worker, key } = deps;
  type Variables = AppEnv['Variables'];
  const all = ({ scope }: Variables) => connectionsOf(scope, runtime.now());
  const of = ({ device }: Variables) => ({ ...deps, practiceId: device.practiceId });

  /** Tells the exchange and open pages of it. */
  function changed({ device }: Variables): void {
    worker.nudge();
    news.publish(device.practiceId, { type: 'exchange-changed' });
  }

  return new OpenAPIHono<AppEnv>()
    .openapi(list, async (c) => c.json(await all(c.var), 200))
    .openapi(add, async (c) => {
      const account = accountFrom(c.req.valid('json'));
      if (!account.ok) return problem(c, 'connection-settings-wrong', account.error);
      const done = await addConnection(of(c.var), c.var.device.id, account.value);
      if (!done.ok) return problem(c, done.error.code, { detail: done.error.why });
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(change, async (c) => {
      const account = accountFrom(c.req.valid('json'));
      if (!account.ok) return problem(c, 'connection-settings-wrong', account.error);
      const { id } = c.req.valid('param');
      const done = await changeConnection(of(c.var), c.var.device.id, id, account.value);
      if (!done.ok) return problem(c, done.error.code, { detail: done.error.why });
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(remove, async (c) => {
      const done = await endConnection(of(c.var), c.var.device.id, c.req.valid('param').id);
      if (!done.ok) return problem(c, done.error.code, { detail: done.error.why });
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(pause, async (c) => {
      const done = await pauseConnection(of(c.var), c.var.device.id, c.req.valid('param').id, true);
      if (!done.ok) return problem(c, 'not-found');
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(resume, async (c) => {
      const done = await pauseConnection(of(c.var), c.var.device.id, c.req.valid('param').id, false);
      if (!done.ok) return problem(c, 'not-found');
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(route, async (c) => {
      const { id } = c.req.valid('param');
      const done = await routePayers(of(c.var), c.var.device.id, id, c.req.valid('json'));
      if (!done.ok) return problem(c, done.error.code, { detail: done.error.why });
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(setQuestions, async (c) => {
      const done = await setRealTime(
        of(c.var),
        c.var.device.id,
        c.req.valid('param').id,
        c.req.valid('json'),
      );
      if (!done.ok) return problem(c, done.error.code, { detail: done.error.why });
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(endQuestions, async (c) => {
      const done = await endRealTime(of(c.var), c.var.device.id, c.req.valid('param').id);
      if (!done.ok) return problem(c, 'not-found');
      changed(c.var);
      return c.json(await all(c.var), 200);
    })
    .openapi(tryOut, async (c) => {
      const connection = await findConnection(c.var.scope, c.req.valid('param').id);
      return connection ? c.json(await tryConnection(connection, key), 200) : problem(c, 'not-found');
    })
    .openapi(hostKey, async (c) => {
      const { host, port } = c.req.valid('json');
      const found = await readHostKey(host, port);
      return found.ok
        ? c.json({ hostKeySha256: found.value.sha256, algorithm: found.value.algorithm }, 200)
        : problem(c, 'host-not-reached');
    });
}
