import type { Recipe } from '@claimside/shared/recipe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAuditEntries } from '../../store/audit.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

const RECIPE: Recipe = {
  id: 'our-ehr',
  name: 'Our EHR',
  revision: 1,
  hosts: ['ehr.example.test'],
  signs: { selectors: ['main'] },
  documents: [
    {
      id: 'visit',
      name: 'Visit',
      address: '^/visit/',
      fields: { 'patient.lastName': [{ css: '[data-field=last]' }, { label: 'last name' }] },
    },
  ],
  noVisit: 'Open the visit.',
  elsewhere: [],
};
const TAUGHT = { recipe: { ...RECIPE, shapes: { 'patient.lastName': 'Aa' } } };

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const put = (body: unknown, id = 'our-ehr', device = biller) =>
  server.request('PUT', `/recipes/${id}`, { device, body });
const list = async (device = biller) => (await server.request('GET', '/recipes', { device })).json();

describe('/recipes', () => {
  test('what a biller taught is read by every browser of the practice, in place of what stood there, and is on record', async () => {
    expect(await list()).toEqual([]);
    expect((await put(TAUGHT)).status).toBe(200);
    const again = { recipe: { ...TAUGHT.recipe, revision: 2 } };
    await put(again);
    const clinician = await server.pair('clinician');
    expect(await list(clinician)).toMatchObject([{ id: 'our-ehr', change: again }]);
    expect(await listAuditEntries(server.scope)).toContainEqual(
      expect.objectContaining({ action: 'recipe-changed', subject: 'our-ehr', deviceId: biller.deviceId }),
    );
    const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
    expect(await list(stranger)).toEqual([]);
  });

  test('a recipe of the extension is switched off, and on again by forgetting that', async () => {
    await put({ off: true }, 'openemr');
    expect(await list()).toMatchObject([{ id: 'openemr', change: { off: true } }]);
    const gone = await server.request('DELETE', '/recipes/openemr', { device: biller });
    expect(await gone.json()).toEqual([]);
    expect((await server.request('DELETE', '/recipes/openemr', { device: biller })).status).toBe(404);
  });

  test('a recipe under another id than its own is refused', async () => {
    const response = await put(TAUGHT, 'other');
    expect((await problemOf(response)).code).toBe('recipe-of-other-id');
    expect(await list()).toEqual([]);
  });

  const [visit] = RECIPE.documents;
  test.each([
    ['code in it', { recipe: { ...RECIPE, run: 'alert(1)' } }],
    ['an element by its position', withField({ css: 'tr:nth-child(2) td' })],
    ['a pattern that is none', withField({ css: 'td', pattern: '(' })],
    ['a pattern that may take for ever', withField({ css: 'td', pattern: '(a+)+b' })],
    ['a value in place of its shape', { recipe: { ...RECIPE, shapes: { 'patient.lastName': 'Quintero' } } }],
    ['a field that nobody knows', { recipe: { ...RECIPE, documents: [{ ...visit, fields: { ssn: [] } }] } }],
  ])('with %s it is refused, and what was refused is not repeated', async (_, body) => {
    const response = await put(body);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/Quintero|alert/);
    expect(await list()).toEqual([]);
  });

  function withField(locator: object) {
    return { recipe: { ...RECIPE, documents: [{ ...visit, fields: { 'patient.sex': [locator] } }] } };
  }

  test('no practice stores more than a server keeps', async () => {
    for (let each = 0; each < 100; each += 1) await put({ off: true }, `one-${each}`);
    expect((await problemOf(await put({ off: true }, 'one-more'))).code).toBe('too-many-recipes');
    expect((await put({ off: true }, 'one-7')).status).toBe(200);
  });
});
