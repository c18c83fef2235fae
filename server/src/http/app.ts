/** The whole HTTP API under /api/v1, from the resources' own folders. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MergeSchemaPath } from 'hono/types';
import { auditRoutes } from './audit/routes.ts';
import { claimActRoutes } from './claims/act-routes.ts';
import { claimRoutes } from './claims/routes.ts';
import { claimWorkRoutes } from './claims/work-routes.ts';
import { clearinghouseRoutes } from './clearinghouse/routes.ts';
import { codeFactRoutes } from './code-facts/routes.ts';
import { connectionRoutes } from './connections/routes.ts';
import type { AppDeps, AppEnv } from './deps.ts';
import { deviceRoutes } from './devices/routes.ts';
import { eligibilityRoutes } from './eligibility/routes.ts';
import { enrollmentRoutes } from './enrollments/routes.ts';
import { eventRoutes } from './events/routes.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { feeScheduleRoutes } from './fee-schedule/routes.ts';
import { fileRoutes } from './files/routes.ts';
import {
  authenticate,
  limitBody,
  logRequests,
  refusePlainHttp,
  refuseWebPages,
  setHeaders,
} from './guards.ts';
import { healthRoutes } from './health/routes.ts';
import { letterRoutes } from './letters/routes.ts';
import { officeFeeRoutes } from './office-fees/routes.ts';
import { onError } from './on-error.ts';
import { pairingRoutes } from './pairing/routes.ts';
import { pairingCodeRoutes } from './pairing-codes/routes.ts';
import { paperRoutes } from './papers/routes.ts';
import { selfPayRoutes } from './papers/self-pay-routes.ts';
import { patientImportRoutes } from './patients/import-routes.ts';
import { patientRoutes } from './patients/routes.ts';
import { payerListRoutes } from './payer-list/routes.ts';
import { practiceRoutes } from './practice/routes.ts';
import { invalidRequest, problem } from './problem.ts';
import { recipeRoutes } from './recipes/routes.ts';
import { addReference } from './reference/routes.ts';
import { payerBalanceRoutes } from './remittances/balance-routes.ts';
import { remittanceDecisionRoutes } from './remittances/decide-routes.ts';
import { remittanceRoutes } from './remittances/routes.ts';
import { typedPaymentRoutes } from './remittances/typed-routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { savedFilterRoutes } from './saved-filters/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { trialRoutes } from './trials/routes.ts';
import { unmatchedRoutes } from './unmatched/routes.ts';

const RESOURCES = [
  healthRoutes,
  pairingRoutes,
  sessionRoutes,
  practiceRoutes,
  setupRoutes,
  letterRoutes,
  claimRoutes,
  claimActRoutes,
  claimWorkRoutes,
  paperRoutes,
  selfPayRoutes,
  clearinghouseRoutes,
  connectionRoutes,
  codeFactRoutes,
  eligibilityRoutes,
  eventRoutes,
  exchangeRoutes,
  fileRoutes,
  payerListRoutes,
  feeScheduleRoutes,
  patientRoutes,
  patientImportRoutes,
  enrollmentRoutes,
  officeFeeRoutes,
  recipeRoutes,
  reportRoutes,
  remittanceRoutes,
  remittanceDecisionRoutes,
  payerBalanceRoutes,
  typedPaymentRoutes,
  trialRoutes,
  unmatchedRoutes,
  savedFilterRoutes,
  pairingCodeRoutes,
  deviceRoutes,
  auditRoutes,
] as const;

/** Ready to answer `app.fetch`; everything it touches is in `deps`. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => (result.success ? undefined : invalidRequest(c, result.target, result.error)),
  });
  app.use(
    logRequests(deps),
    setHeaders,
    refusePlainHttp(deps),
    refuseWebPages,
    limitBody,
    authenticate(deps),
  );
  app.notFound((c) => problem(c, 'not-found'));
  app.onError(onError(deps));
  for (const routesOf of RESOURCES) app.route('/api/v1', routesOf(deps));
  addReference(app);
  return app;
}

type SchemaOf<Routes> = Routes extends OpenAPIHono<AppEnv, infer S> ? S : never;

/**
 * For Hono's typed client (`hc<AppType>(url)`): put together from the resources, as the type of an app to which each is added is longer than
 * the compiler writes out.
 */
export type AppType = OpenAPIHono<
  AppEnv,
  MergeSchemaPath<SchemaOf<ReturnType<(typeof RESOURCES)[number]>>, '/api/v1'>
>;
