import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

describe('the API description', () => {
  test('names every resource, who may call it, and the form of problems', async () => {
    const document = await description();
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/health',
      '/api/v1/pairing',
      '/api/v1/session',
      '/api/v1/practice',
      '/api/v1/practice/payer-names',
      '/api/v1/setup',
      '/api/v1/letters/pdf',
      '/api/v1/claims',
      '/api/v1/claims/search',
      '/api/v1/claims/standing',
      '/api/v1/claims/coverages',
      '/api/v1/claims/{id}',
      '/api/v1/claims/{id}/cancel',
      '/api/v1/claims/{id}/delivery',
      '/api/v1/claims/{id}/acts',
      '/api/v1/assignees',
      '/api/v1/claims/{id}/assignee',
      '/api/v1/claims/{id}/notes',
      '/api/v1/claims/{id}/history',
      '/api/v1/claims/{id}/receipt',
      '/api/v1/claims/{id}/receipt/pdf',
      '/api/v1/claims/{id}/superbill',
      '/api/v1/claims/{id}/superbill/pdf',
      '/api/v1/claims/{id}/statement',
      '/api/v1/claims/{id}/statement/pdf',
      '/api/v1/claims/{id}/cms-1500',
      '/api/v1/claims/{id}/cms-1500/pdf',
      '/api/v1/superbills',
      '/api/v1/superbills/pdf',
      '/api/v1/clearinghouse',
      '/api/v1/connections',
      '/api/v1/connections/{id}',
      '/api/v1/connections/{id}/pause',
      '/api/v1/connections/{id}/payers',
      '/api/v1/connections/{id}/real-time',
      '/api/v1/connections/{id}/test',
      '/api/v1/connections/host-key',
      '/api/v1/code-facts',
      '/api/v1/eligibility',
      '/api/v1/eligibility/latest',
      '/api/v1/eligibility/batches',
      '/api/v1/eligibility/batches/{id}',
      '/api/v1/eligibility/batches/{id}/export',
      '/api/v1/eligibility/{id}',
      '/api/v1/claims/{id}/ask-payer',
      '/api/v1/events',
      '/api/v1/exchange',
      '/api/v1/files',
      '/api/v1/files/search',
      '/api/v1/files/{id}/set-aside',
      '/api/v1/files/{id}/reopen',
      '/api/v1/files/{id}/content',
      '/api/v1/payer-list',
      '/api/v1/payer-list/seed',
      '/api/v1/payer-list/payers',
      '/api/v1/fee-schedule',
      '/api/v1/fee-schedule/procedures',
      '/api/v1/fee-schedule/search',
      '/api/v1/fee-schedule/export',
      '/api/v1/fee-schedule/procedures/{code}',
      '/api/v1/patients/search',
      '/api/v1/patients/one',
      '/api/v1/patients/named',
      '/api/v1/patients/schedule',
      '/api/v1/patients/export',
      '/api/v1/patients',
      '/api/v1/patients/to-mend',
      '/api/v1/enrollments',
      '/api/v1/enrollments/export',
      '/api/v1/enrollments/{kind}/{payerId}/{billingNpi}',
      '/api/v1/fees',
      '/api/v1/fees/settings',
      '/api/v1/fees/next-claim',
      '/api/v1/recipes',
      '/api/v1/recipes/{id}',
      '/api/v1/recipes/{id}/off',
      '/api/v1/reports',
      '/api/v1/reports/export',
      '/api/v1/remittances/search',
      '/api/v1/remittances/{id}',
      '/api/v1/remittances/{id}/claims',
      '/api/v1/remittances/{id}/deposit',
      '/api/v1/remittances/{id}/decision',
      '/api/v1/remittances/{id}/reopen',
      '/api/v1/payer-balances',
      '/api/v1/payer-balances/{id}/entries',
      '/api/v1/remittances',
      '/api/v1/connections/{id}/trial',
      '/api/v1/unmatched',
      '/api/v1/unmatched/decided',
      '/api/v1/unmatched/{id}/reopen',
      '/api/v1/unmatched/from-claim',
      '/api/v1/unmatched/{id}/match',
      '/api/v1/unmatched/{id}/dismiss',
      '/api/v1/saved-filters',
      '/api/v1/saved-filters/{id}',
      '/api/v1/pairing-codes',
      '/api/v1/devices',
      '/api/v1/devices/{id}/wait',
      '/api/v1/devices/{id}',
      '/api/v1/audit',
      '/api/v1/audit/check',
      '/api/v1/audit/export',
    ]);
    expect(document.paths['/api/v1/claims']?.post?.security).toEqual([{ device: [] }]);
    expect(document.components.securitySchemes.device).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(document.components.schemas.Problem?.required).toContain('code');
  });

  test('money is whole cents and dates are dates in it', async () => {
    const { paths } = await description();
    const bill = paths['/api/v1/claims']?.post?.requestBody?.content['application/json']?.schema;
    const line = bill?.properties?.claim?.properties?.serviceLines?.items?.properties;
    expect(line?.chargeAmount).toMatchObject({ type: 'integer', minimum: 0 });
    expect(line?.serviceDate).toMatchObject({ type: 'string', format: 'date' });
  });

  test('the page and all it loads come from this server, with no script in the page itself', async () => {
    const page = await server.request('GET', '/reference');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(loaded.shift()).toBe('data:,');
    expect(loaded).toHaveLength(3);
    for (const address of loaded) {
      expect(address).toMatch(/^\/api\/v1\/reference\//);
      expect((await server.app.request(address)).status).toBe(200);
    }
  });

  test('no other file can be had through it', async () => {
    for (const name of ['package.json', '..%2Fpackage.json', 'swagger-ui-bundle.js.map']) {
      expect((await server.request('GET', `/reference/${name}`)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

/** The part of an OpenAPI document that is looked at here. */
interface Description {
  paths: Record<string, Record<string, { security?: unknown; requestBody?: Body }>>;
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, { required: string[] }> };
}

interface Body {
  content: Record<string, { schema: Schema }>;
}

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
}

async function description(): Promise<Description> {
  const response = await server.request('GET', '/openapi.json');
  expect(response.status).toBe(200);
  return (await response.json()) as Description;
}
