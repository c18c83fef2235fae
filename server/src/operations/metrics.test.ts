import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../run.ts';
import { systemRuntime } from '../runtime.ts';

test('Prometheus is answered at a port of its own: numbers, states and route patterns, no address and no name', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'claimside-metrics-'));
  const runtime = systemRuntime(pino({ level: 'silent' }));
  const server = await startServer({ dataDir, runtime, metricsPort: 0 });
  onTestFinished(async () => {
    await server.close();
    rmSync(dataDir, { recursive: true });
  });
  await fetch(`${server.url}/api/v1/claims/secret-canary?search=canary`);
  const response = await fetch(server.metricsUrl ?? '');
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toContain('claimside_claims_in_no_file 0');
  expect(text).toContain('claimside_watch_needs_person{name="backup"} 0');
  expect(text).toMatch(/claimside_http_request_seconds_count\{method="GET",route="[^"]+",status="401"\} 1/);
  expect(text).toMatch(/claimside_disk_free_bytes \d/);
  expect(text).not.toContain('canary');
  // The practice's own port tells none of it.
  expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
});
