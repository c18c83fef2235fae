/** GET /session: who this device is. */
import { Session } from '@claimside/shared/api';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { getPractice } from '../../store/practices.ts';
import { answer, NEEDS_DEVICE, PROBLEM } from '../contract.ts';
import type { AppEnv } from '../deps.ts';

const getSession = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who this device is',
  security: NEEDS_DEVICE,
  responses: { 200: answer('The device, its role and its practice.', Session), 401: PROBLEM[401] },
});

export function sessionRoutes() {
  return new OpenAPIHono<AppEnv>().openapi(getSession, async (c) => {
    const { device, scope } = c.var;
    const practice = await getPractice(scope);
    return c.json(
      { deviceId: device.id, deviceName: device.name, role: device.role, practiceName: practice.name },
      200,
    );
  });
}
