/** What every request passes: size limit, headers, no web pages, who is asking, and one log line without contents. */
import type { Role } from '@claimside/shared/api';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { bearerToken, deviceOfToken } from '../access/index.ts';
import { LIMITS } from '../exchange/index.ts';
import type { AppDeps, AppEnv } from './deps.ts';
import { problem } from './problem.ts';

const BODY_BYTES = 1024 * 1024;
/** The paths where files are brought. */
const FILES = [
  '/api/v1/files',
  '/api/v1/payer-list',
  '/api/v1/fee-schedule',
  '/api/v1/patients',
  '/api/v1/patients/to-mend',
  '/api/v1/patients/schedule',
];

/** The only paths that need no device. */
const PUBLIC = /^\/api\/v1\/(health|pairing|openapi\.json|reference(\/[a-z.-]+)?)$/;

const limited = (maxSize: number, code: 'too-large' | 'file-too-large') =>
  bodyLimit({ maxSize, onError: (c) => problem(c, code) });
const limitJson = limited(BODY_BYTES, 'too-large');
const limitFile = limited(LIMITS.inboundFileBytes, 'file-too-large');

export const limitBody: MiddlewareHandler = (c, next) =>
  (FILES.includes(c.req.path) ? limitFile : limitJson)(c, next);

const COMMON = { xFrameOptions: 'DENY', strictTransportSecurity: 'max-age=15552000' };
const apiHeaders = secureHeaders({
  ...COMMON,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
});
/** The reference page runs scripts and styles of this server only. */
const pageHeaders = secureHeaders({
  ...COMMON,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** No answer may be cached, framed, sniffed or run. There is no CORS header on purpose: a page's preflight fails. */
export const setHeaders: MiddlewareHandler = async (c, next) => {
  await (c.req.path.startsWith('/api/v1/reference') ? pageHeaders : apiHeaders)(c, next);
  c.res.headers.set('cache-control', 'no-store');
};

/** Where a proxy speaks TLS for us, what did not come to it by TLS is refused. A look at the server's health holds nothing. */
export function refusePlainHttp({ isBehindProxy }: Pick<AppDeps, 'isBehindProxy'>): MiddlewareHandler {
  return async (c, next) => {
    const isPlain = isBehindProxy && c.req.header('x-forwarded-proto')?.toLowerCase() !== 'https';
    return isPlain && c.req.path !== '/api/v1/health' ? problem(c, 'plain-http-refused') : next();
  };
}

/**
 * Requests that a web page sends without a preflight (simple POSTs, or any after DNS rebinding) still name the page as
 * Origin. Extensions have an origin of their own scheme; programs have none.
 */
export const refuseWebPages: MiddlewareHandler = async (c, next) => {
  if (/^(https?:|null$)/i.test(c.req.header('origin') ?? '')) return problem(c, 'web-page-refused');
  return next();
};

/** Sets `device` and `scope` from the token, or answers 401. Everything is closed but the public paths. */
export function authenticate(deps: Pick<AppDeps, 'store' | 'runtime'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (PUBLIC.test(c.req.path)) return next();
    const token = bearerToken(c.req.header('authorization'));
    const device = token === undefined ? undefined : await deviceOfToken(deps, token);
    if (!device) {
      deps.runtime.log.warn({ path: routePath(c, -1) }, 'refused: no valid device');
      c.header('www-authenticate', 'Bearer');
      return problem(c, 'not-paired');
    }
    if (device.waitsSince !== null) return problem(c, 'device-waits');
    c.set('device', device);
    c.set('scope', { db: deps.store.db, practiceId: device.practiceId });
    return next();
  };
}

/** Answers 403 unless the device has one of the roles. */
export const requireRole = (roles: readonly Role[]) =>
  createMiddleware<AppEnv>(async (c, next) =>
    roles.includes(c.var.device.role) ? next() : problem(c, 'role-too-low'),
  );

/** One line a request: which route, which device, which answer. The address itself is left out: a search may stand in it. */
export function logRequests({
  runtime,
  metrics,
}: Pick<AppDeps, 'runtime' | 'metrics'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const began = Date.parse(runtime.now());
    await next();
    const milliseconds = Date.parse(runtime.now()) - began;
    const answered = { method: c.req.method, route: routePath(c, -1), status: c.res.status };
    metrics?.answered({ ...answered, seconds: milliseconds / 1_000 });
    runtime.log.info({ ...answered, deviceId: c.var.device?.id, milliseconds }, 'request');
  };
}
