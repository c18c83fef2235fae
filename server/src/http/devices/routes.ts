/** /devices: the browsers of the practice; each may revoke itself, an admin any of them. */
import { Device } from '@claimside/shared/api';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ADMINS, admitDevice, revokeDevice } from '../../access/index.ts';
import { listDevices } from '../../store/devices.ts';
import { answer, IdParam, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { requireRole } from '../guards.ts';
import { problem } from '../problem.ts';

const getDevices = createRoute({
  method: 'get',
  path: '/devices',
  summary: 'All devices of the practice, revoked ones included',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  responses: { 200: answer('The devices.', z.array(Device)), 401: PROBLEM[401], 403: PROBLEM[403] },
});

const admit = createRoute({
  method: 'delete',
  path: '/devices/{id}/wait',
  summary: 'Let a device in again that waits since the data was restored from a backup',
  security: NEEDS_DEVICE,
  middleware: requireRole(ADMINS),
  request: { params: IdParam },
  responses: {
    204: { description: 'It may ask, now or before.' },
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

const deleteDevice = createRoute({
  method: 'delete',
  path: '/devices/{id}',
  summary: 'Revoke a device (its own, or any by an admin): its next request is refused, its live stream ends',
  security: NEEDS_DEVICE,
  request: { params: IdParam },
  responses: {
    204: { description: 'Revoked, now or before.' },
    400: PROBLEM[400],
    401: PROBLEM[401],
    403: PROBLEM[403],
    404: PROBLEM[404],
  },
});

export function deviceRoutes({
  store,
  runtime,
  revocations,
}: Pick<AppDeps, 'store' | 'runtime' | 'revocations'>) {
  return new OpenAPIHono<AppEnv>()
    .openapi(getDevices, async (c) => {
      const { device, scope } = c.var;
      const devices = await listDevices(scope);
      return c.json(
        devices.map(({ practiceId: _, ...rest }) => ({ ...rest, isThisDevice: rest.id === device.id })),
        200,
      );
    })
    .openapi(admit, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      const found = await store.transaction((db) => admitDevice(runtime, { ...scope, db }, id, device.id));
      return found ? c.body(null, 204) : problem(c, 'not-found');
    })
    .openapi(deleteDevice, async (c) => {
      const { device, scope } = c.var;
      const { id } = c.req.valid('param');
      if (id !== device.id && !ADMINS.includes(device.role)) return problem(c, 'role-too-low');
      const found = await store.transaction((db) => revokeDevice(runtime, { ...scope, db }, id, device.id));
      if (!found) return problem(c, 'not-found');
      revocations.publish(id);
      return c.body(null, 204);
    });
}
