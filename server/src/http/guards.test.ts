import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp } from './test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

describe('every answer', () => {
  test.each(['/health', '/session', '/nowhere', '/reference'])(
    'of %s is never stored, framed or sniffed',
    async (path) => {
      const { headers } = await server.request('GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );
});

describe('a web page', () => {
  test("fails its preflight: no answer has a CORS header, the extension's own call needs none", async () => {
    for (const path of ['/claims', '/health', '/pairing']) {
      const preflight = await server.request('OPTIONS', path, {
        headers: { origin: 'https://ehr.example', 'access-control-request-method': 'POST' },
      });
      expect(preflight.ok).toBe(false);
      expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test.each(['https://ehr.example', 'http://127.0.0.1:4780', 'null'])(
    'from %s is refused even where it needs no preflight',
    async (origin) => {
      const response = await server.request('POST', '/pairing', {
        headers: { origin, 'content-type': 'text/plain' },
        body: { code: 'BBBB-BBBB', deviceName: 'TEST' },
      });
      expect(response.status).toBe(403);
      expect((await problemOf(response)).code).toBe('web-page-refused');
    },
  );

  test('is not mistaken for the extension', async () => {
    const response = await server.request('GET', '/health', {
      headers: { origin: 'chrome-extension://abcdef' },
    });
    expect(response.status).toBe(200);
  });
});

describe('a body', () => {
  test('larger than 1 MB is refused', async () => {
    const response = await server.request('POST', '/pairing', {
      body: { code: 'BBBB-BBBB', deviceName: 'x'.repeat(1024 * 1024) },
    });
    expect(response.status).toBe(413);
    expect((await problemOf(response)).code).toBe('too-large');
  });

  test('that is not JSON by its type is refused', async () => {
    const response = await server.app.request('/api/v1/pairing', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"code":"BBBB-BBBB","deviceName":"TEST"}',
    });
    expect(response.status).toBe(415);
    expect((await problemOf(response)).code).toBe('not-json');
  });

  test('that is broken JSON is refused without repeating it', async () => {
    const response = await server.app.request('/api/v1/pairing', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"code": secret',
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
  });
});
