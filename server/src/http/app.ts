/** The whole HTTP API under /api/v1, from the resources' own folders. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { claimActRoutes } from './claims/act-routes.ts';
import { claimRoutes } from './claims/routes.ts';
import { claimWorkRoutes } from './claims/work-routes.ts';
import { clearinghouseRoutes } from './clearinghouse/routes.ts';
import { codeFactRoutes } from './code-facts/routes.ts';
import type { AppDeps, AppEnv } from './deps.ts';
import { deviceRoutes } from './devices/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { authenticate, limitBody, logRequests, refuseWebPages, setHeaders } from './guards.ts';
import { healthRoutes } from './health/routes.ts';
import { onError } from './on-error.ts';
import { pairingRoutes } from './pairing/routes.ts';
import { pairingCodeRoutes } from './pairing-codes/routes.ts';
import { practiceRoutes } from './practice/routes.ts';
import { invalidRequest, problem } from './problem.ts';
import { recipeRoutes } from './recipes/routes.ts';
import { addReference } from './reference/routes.ts';
import { remittanceRoutes } from './remittances/routes.ts';
import { typedPaymentRoutes } from './remittances/typed-routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { unmatchedRoutes } from './unmatched/routes.ts';

/** Ready to answer `app.fetch`; everything it touches is in `deps`. */
export function createApp(deps: AppDeps) {
  const base = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidRequest(c, result.target, result.error)),
  });
  base.use(logRequests(deps), setHeaders, refuseWebPages, limitBody, authenticate(deps));
  base.notFound((c) => problem(c, 'not-found'));
  base.onError(onError(deps));

  const app = base
    .route('/api/v1', healthRoutes(deps))
    .route('/api/v1', pairingRoutes(deps))
    .route('/api/v1', sessionRoutes())
    .route('/api/v1', practiceRoutes(deps))
    .route('/api/v1', claimRoutes(deps))
    .route('/api/v1', claimActRoutes(deps))
    .route('/api/v1', claimWorkRoutes(deps))
    .route('/api/v1', clearinghouseRoutes())
    .route('/api/v1', codeFactRoutes())
    .route('/api/v1', eventRoutes(deps))
    .route('/api/v1', exchangeRoutes())
    .route('/api/v1', fileRoutes(deps))
    .route('/api/v1', recipeRoutes(deps))
    .route('/api/v1', remittanceRoutes(deps))
    .route('/api/v1', typedPaymentRoutes(deps))
    .route('/api/v1', unmatchedRoutes(deps))
    .route('/api/v1', pairingCodeRoutes(deps))
    .route('/api/v1', deviceRoutes(deps));
  addReference(app);
  return app;
}
