import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeFacts } from '@claimside/shared/codes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeListOf, importCodeList } from '../../code-sets/index.ts';
import { problemOf, startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

/** Imports a list of invented words, as the command line does it. */
async function importProcedures(practiceId = server.practiceId) {
  const path = join(tmpdir(), `claimside-own-${practiceId}.csv`);
  writeFileSync(path, 'code,description,fee\n99213,INVENTED VISIT,125.00\n');
  const list = codeListOf('practice-cpt');
  if (!list) throw new Error('no such list');
  const { store, runtime } = server;
  await importCodeList(
    { store, runtime, practiceId },
    { list, paths: [path], anyway: false, byDevice: null },
    { progress: () => {}, stopped: new AbortController().signal },
  );
}

describe('POST /code-facts', () => {
  test('answers a clinician for the codes asked about', async () => {
    await importProcedures();
    const device = await server.pair('clinician');
    const body = { procedures: ['99213', '99214'], diagnoses: ['M54.50'] };
    const response = await server.request('POST', '/code-facts', { device, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      lists: { 'practice-cpt': { edition: '2026-11-20', importedAt: '2026-11-20T12:00:00.000Z' } },
      codes: { 'practice-cpt': { '99213': [{ title: 'INVENTED VISIT', charge: 12_500 }], '99214': [] } },
      pairs: [],
      replaced: {},
    });
  });

  test("never from another practice's lists", async () => {
    await importProcedures();
    const stranger = await server.pair('clinician', await server.addPractice('OTHER TEST PRACTICE'));
    const body = { procedures: ['99213'] };
    const response = await server.request('POST', '/code-facts', { device: stranger, body });
    expect(((await response.json()) as CodeFacts).lists).toEqual({});
  });

  test.each([
    [{ diagnoses: ['ANNA TESTER'] }, 'json.diagnoses.0'],
    [{ patient: { lastName: 'TESTER' } }, 'json'],
    [{ procedures: Array.from({ length: 301 }, () => '99213') }, 'json.procedures'],
  ])('takes nothing but codes: %j is refused without repeating it', async (body, path) => {
    const device = await server.pair('clinician');
    const response = await server.request('POST', '/code-facts', { device, body });
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem.findings?.[0]?.path).toBe(path);
    expect(JSON.stringify(problem)).not.toContain('TESTER');
    expect(server.logged.join('')).not.toContain('TESTER');
  });
});
