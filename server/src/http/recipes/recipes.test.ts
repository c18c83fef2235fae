import type { Recipe } from '@claimside/shared/recipe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
const switchOff = async (id: string) =>
  (await server.request('PUT', `/recipes/${id}/off`, { device: biller })).status;
const switchOn = async (id: string) =>
  (await server.request('DELETE', `/recipes/${id}/off`, { device: biller })).status;
const list = async (device = biller) => (await server.request('GET', '/recipes', { device })).json();

describe('/recipes', () => {
  test('what a biller taught is read by every browser of the practice, in place of what stood there, and is on record', async () => {
    expect(await list()).toEqual([]);
    expect((await put(TAUGHT)).status).toBe(200);
    const again = { recipe: { ...TAUGHT.recipe, revision: 2 } };
    await put(again);
    const clinician = await server.pair('clinician');
    expect(await list(clinician)).toMatchObject([{ id: 'our-ehr', change: again }]);
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'recipe-changed', subject: 'our-ehr', deviceId: biller.deviceId }),
    );
    const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
    expect(await list(stranger)).toEqual([]);
  });

  test('of two browsers that taught one page at once the second overwrites nothing, and is told', async () => {
    const second = (name: string) => ({ recipe: { ...TAUGHT.recipe, name, revision: 2 } });
    await put(TAUGHT);
    expect((await put(second('By the first'))).status).toBe(200);
    const refused = await problemOf(await put(second('By the second')));
    expect([refused.status, refused.code]).toEqual([409, 'recipe-changed-meanwhile']);
    expect(await list()).toMatchObject([{ change: second('By the first') }]);
  });

  test('a recipe of the extension is switched off, and on again by forgetting that', async () => {
    expect(await switchOff('openemr')).toBe(200);
    expect(await list()).toMatchObject([{ id: 'openemr', change: { off: true } }]);
    expect(await switchOn('openemr')).toBe(200);
    expect(await list()).toEqual([]);
    expect(await switchOn('openemr')).toBe(404);
  });

  test('what was taught is kept while it is switched off, and each switching is on record', async () => {
    await put(TAUGHT);
    await switchOff('our-ehr');
    expect(await list()).toMatchObject([{ id: 'our-ehr', change: { ...TAUGHT, off: true } }]);
    await switchOn('our-ehr');
    expect(await switchOn('our-ehr')).toBe(404);
    expect(await list()).toEqual([expect.objectContaining({ change: TAUGHT })]);
    const actions = (await server.audited()).filter(({ subject }) => subject === 'our-ehr');
    expect(actions.map(({ action }) => action).sort()).toEqual([
      'recipe-changed',
      'recipe-switched-off',
      'recipe-switched-on',
    ]);
  });

  test('a recipe that is taught anew is used again', async () => {
    await put(TAUGHT);
    await switchOff('our-ehr');
    const anew = { recipe: { ...TAUGHT.recipe, revision: 2 } };
    await put(anew);
    expect(await list()).toEqual([expect.objectContaining({ change: anew })]);
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
    for (let each = 0; each < 100; each += 1) await switchOff(`one-${each}`);
    expect((await problemOf(await put(TAUGHT))).code).toBe('too-many-recipes');
    expect(await switchOff('one-more')).toBe(409);
    expect(await switchOff('one-7')).toBe(200);
  });
});
