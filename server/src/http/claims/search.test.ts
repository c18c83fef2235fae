/** Claims are found by the beginning of a name in any order of its parts, on every list, page by page; and by who treated and where. */
import type { ClaimDetail, ClaimList, ClaimSearch } from '@claimside/shared/api';
import { type Claim, locationKey, renderingNpi } from '@claimside/shared/claim';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetFoundBy } from '../../store/testing-worklists.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
const made = new Map<string, string>();
const OTHER_NPI = '1245319599';
const ELSEWHERE = { name: 'SAMPLE CLINIC EAST', address: CLAIM.billingProvider.address };

const PATIENTS: readonly (readonly [last: string, first: string, changes?: Partial<Claim>])[] = [
  ['TESTER', 'ANNA'],
  ['TESTER', 'BERT'],
  ['TESTERMANN', 'CARA'],
  ["O'SAMPLE", 'ANNABEL'],
  ['SAMPLE-HYPHENED', 'DORA'],
  ['VAN DER TEST', 'EMIL'],
  ['ÑANDÚ', 'JOSÉ'],
  ['BY', 'PROVIDER', { renderingProvider: { lastName: 'OTHER', firstName: 'PAT', npi: OTHER_NPI } }],
  ['BY', 'PLACE', { serviceFacility: ELSEWHERE }],
];

beforeAll(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
  for (const [index, [lastName, firstName, changes]] of PATIENTS.entries()) {
    const visit = String(index + 10);
    const claim = { ...CLAIM, ...changes, patient: { ...CLAIM.patient, lastName, firstName } };
    const sent = { device: biller, body: billing(visit, claim), headers: keyed(visit) };
    const response = await server.request('POST', '/claims', sent);
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as ClaimDetail;
    made.set(`${lastName}, ${firstName}`, id);
    await server.fact(id, REJECTED);
  }
}, 120_000);
afterAll(() => server.close());

const REJECTED: ClaimFact = { type: 'payer-rejected', codes: [], message: 'TEST' };

async function ask(query: ClaimSearch): Promise<ClaimList> {
  const response = await server.request('POST', '/claims/search', { device: biller, body: query });
  expect(response.status).toBe(200);
  return (await response.json()) as ClaimList;
}
const names = async (query: ClaimSearch) =>
  (await ask(query)).claims.map((claim) => claim.patientName).sort();

test.each([
  ['tester', ['TESTER, ANNA', 'TESTER, BERT', 'TESTERMANN, CARA']],
  ['TESTERM', ['TESTERMANN, CARA']],
  ['ann', ["O'SAMPLE, ANNABEL", 'TESTER, ANNA']],
  ['tester, a', ['TESTER, ANNA']],
  ['tester a', ['TESTER, ANNA']],
  ['anna test', ['TESTER, ANNA']],
  ['osample', ["O'SAMPLE, ANNABEL"]],
  ["o'sam", ["O'SAMPLE, ANNABEL"]],
  ['hyphened', ['SAMPLE-HYPHENED, DORA']],
  ['sample hyphened', ['SAMPLE-HYPHENED, DORA']],
  ['van der', ['VAN DER TEST, EMIL']],
  ['der test', ['VAN DER TEST, EMIL']],
  ['emil van der test', ['VAN DER TEST, EMIL']],
  ['nandu jose', ['ÑANDÚ, JOSÉ']],
  ['%', []],
  ['ester', []],
] as const)('“%s” finds those whose names begin so, among all and on a worklist', async (search, found) => {
  expect(await names({ list: 'all', search })).toEqual(found.toSorted());
  expect(await names({ list: 'rejected', search })).toEqual(found.toSorted());
  expect(await names({ list: 'in-progress', search })).toEqual([]);
});

test('what is found comes page by page, each once', async () => {
  const first = await ask({ list: 'all', search: 'te', limit: 2 });
  const second = await ask({ list: 'all', search: 'te', limit: 2, cursor: first.next ?? '' });
  const ids = [...first.claims, ...second.claims].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(second.next).toBeNull();
});

test('filters: who treated, and where', async () => {
  const npi = renderingNpi(CLAIM);
  for (const list of ['all', 'rejected'] as const) {
    expect(await names({ list, renderingNpi: OTHER_NPI })).toEqual(['BY, PROVIDER']);
    expect(await names({ list, renderingNpi: npi })).toHaveLength(PATIENTS.length - 1);
    const elsewhere = locationKey({ placeOfService: CLAIM.placeOfService, serviceFacility: ELSEWHERE });
    expect(await names({ list, location: elsewhere })).toEqual(['BY, PLACE']);
    expect(await names({ list, location: locationKey(CLAIM), search: 'by' })).toEqual(['BY, PROVIDER']);
  }
});

test('claims from before they could be found so are found once the server has looked at them', async () => {
  await server.store.transaction((db) => forgetFoundBy({ db, practiceId: server.practiceId }));
  expect(await names({ list: 'all', search: 'tester' })).toEqual([]);
  await server.worklists.run();
  expect(await names({ list: 'all', search: 'tester' })).toHaveLength(3);
  expect(await names({ list: 'rejected', renderingNpi: OTHER_NPI })).toEqual(['BY, PROVIDER']);
});
