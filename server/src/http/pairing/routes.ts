/** POST /pairing: a one-time code becomes a device with a token. Public, so it is slow to guess at. */
import { PairRequest, PairResponse } from '@claimside/shared/api';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type PairRefusal, pairDevice } from '../../access/index.ts';
import { answer, body, PROBLEM } from '../contract.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { problem } from '../problem.ts';

const postPairing = createRoute({
  method: 'post',
  path: '/pairing',
  summary: 'Pair this browser with a one-time code',
  request: body(PairRequest),
  responses: {
    201: answer('Paired; the token is shown this once.', PairResponse),
    400: PROBLEM[400],
    403: PROBLEM[403],
    410: PROBLEM[410],
    429: PROBLEM[429],
  },
});

export function pairingRoutes(deps: Pick<AppDeps, 'store' | 'runtime' | 'key' | 'wrongTries'>) {
  return new OpenAPIHono<AppEnv>().openapi(postPairing, async (c) => {
    const address = addressOf(c);
    const wait = deps.wrongTries.secondsToWait(address);
    if (wait > 0) {
      c.header('retry-after', String(wait));
      return problem(c, 'too-many-tries', { detail: waitSentence(wait) });
    }
    const paired = await pairDevice(deps, c.req.valid('json'));
    if (paired.ok) {
      deps.runtime.log.info({ deviceId: paired.value.deviceId, role: paired.value.role }, 'device paired');
      return c.json(paired.value, 201);
    }
    deps.wrongTries.count(address);
    deps.runtime.log.warn({ refusal: paired.error }, 'pairing refused');
    return refusal(c, paired.error);
  });
}

function refusal(c: Context, reason: PairRefusal) {
  switch (reason) {
    case 'wrong':
      return problem(c, 'code-wrong');
    case 'used':
      return problem(c, 'code-used');
    case 'expired':
      return problem(c, 'code-expired');
    case 'locked':
      return problem(c, 'code-locked');
  }
}

/** Codes may have ended meanwhile: wrong tries spend them too. */
function waitSentence(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `Too many wrong codes from this address. Wait ${wait}, then try again with a new code.`;
}

/** The peer of the connection. Headers of proxies are not believed: anyone can write them. */
function addressOf(c: Context): string {
  const bindings: { incoming?: unknown } | undefined = c.env;
  return bindings?.incoming === undefined ? 'local' : (getConnInfo(c).remote.address ?? 'unknown');
}
