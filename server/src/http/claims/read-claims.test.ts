import { CLAIM_LISTS, type ClaimDetail, type ClaimList } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

async function bill(visit: string, claim: Claim = CLAIM, device = biller): Promise<ClaimDetail> {
  const response = await server.request('POST', '/claims', {
    device,
    body: billing(visit, claim),
    headers: keyed(visit),
  });
  return (await response.json()) as ClaimDetail;
}

async function list(query: string, device = biller): Promise<ClaimList> {
  const response = await server.request('GET', `/claims${query}`, { device });
  expect(response.status).toBe(200);
  return (await response.json()) as ClaimList;
}

async function find(search: string, more: object = {}): Promise<ClaimList> {
  const response = await server.request('POST', '/claims/search', {
    device: biller,
    body: { search, ...more },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ClaimList;
}

const named = (lastName: string, firstName: string): Claim => ({
  ...CLAIM,
  patient: { ...CLAIM.patient, lastName, firstName },
});
const NONE = Object.fromEntries(CLAIM_LISTS.map((name) => [name, 0]));
const ids = ({ claims }: ClaimList) => claims.map((claim) => claim.id);

describe('GET /claims', () => {
  test('newest first, with the size of each list; a limit cuts the list, not the sizes', async () => {
    const first = await bill('01');
    server.moveClock(1);
    const second = await bill('02');
    const all = await list('');
    expect(ids(all)).toEqual([second.id, first.id]);
    expect(all.counts).toEqual({ ...NONE, 'in-progress': 2, all: 2 });
    const one = await list('?limit=1');
    expect(ids(one)).toEqual([second.id]);
    expect(one.counts.all).toBe(2);
  });

  test('a rejected claim moves from in progress to needs you, with its label and since when', async () => {
    const claim = await bill('01');
    server.moveClock(60_000);
    await server.fact(claim.id, { type: 'payer-rejected', codes: ['A3:21'], message: 'TEST' });
    expect((await list('?list=needs-you')).claims).toMatchObject([
      { id: claim.id, status: 'rejected-by-payer', statusSince: '2026-11-20T12:01:00.000Z' },
    ]);
    const inProgress = await list('?list=in-progress');
    expect(inProgress.claims).toEqual([]);
    expect(inProgress.counts).toEqual({ ...NONE, 'needs-you': 1, rejected: 1, all: 1 });
  });

  test('a list of several statuses is in one order, newest first, and comes page by page', async () => {
    const made: string[] = [];
    for (const visit of ['01', '02', '03', '04', '05']) {
      server.moveClock(1);
      const { id } = await bill(visit);
      if (Number(visit) % 2) await server.fact(id, { type: 'payer-accepted' });
      made.unshift(id);
    }
    const first = await list('?list=in-progress&limit=2');
    expect(ids(first)).toEqual(made.slice(0, 2));
    const second = await list(`?list=in-progress&limit=2&cursor=${first.next}`);
    expect(ids(second)).toEqual(made.slice(2, 4));
    const third = await list(`?list=in-progress&limit=2&cursor=${second.next}`);
    expect(ids(third)).toEqual(made.slice(4));
    expect(third.next).toBeNull();
  });

  test('finds the claim of a visit by its key', async () => {
    const claim = await bill('01');
    await bill('02');
    expect(ids(await list(`?visitKey=${claim.visitKey}`))).toEqual([claim.id]);
  });

  test('a search in the address is refused: a name would stand in logs of the way', async () => {
    const response = await server.request('GET', '/claims?search=anna', { device: biller });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).detail).not.toContain('anna');
  });

  test('a practice sees its own claims only', async () => {
    const other = await server.addPractice('OTHER TEST PRACTICE');
    await server.setUpPractice(other);
    const theirs = await server.pair('biller', other);
    await bill('01');
    const claim = await bill('02', CLAIM, theirs);
    const seen = await list('', theirs);
    expect(ids(seen)).toEqual([claim.id]);
    expect(seen.counts.all).toBe(1);
  });

  test('a limit out of range is refused', async () => {
    const response = await server.request('GET', '/claims?limit=1000', { device: biller });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).findings?.[0]).toMatchObject({
      path: 'query.limit',
      message: 'must be at most 200',
    });
  });
});

describe('POST /claims/search', () => {
  test.each([
    ['patient, any case', 'anna'],
    ['last name, first name', 'TESTER, ANNA'],
    ['payer', 'health plan'],
    ['service date as people write it', '11/16/2026'],
    ['service date as computers write it', '2026-11-16'],
    ['amount', '$185.00'],
  ])('finds a claim by %s', async (_what, search) => {
    const claim = await bill('01');
    expect(ids(await find(search))).toEqual([claim.id]);
  });

  test('finds a claim by its number, and leaves the others out', async () => {
    const [anna, bert] = [await bill('01'), await bill('02', named('SAMPLE', 'BERT'))];
    expect(ids(await find(anna.patientControlNumber.toLowerCase()))).toEqual([anna.id]);
    expect(ids(await find('bert'))).toEqual([bert.id]);
  });

  test('looks within a list, up to a limit, and gives the size of every list; the search itself is not on record', async () => {
    const [first] = [await bill('01'), await bill('02', named('SAMPLE', 'BERT'))];
    await server.fact(first.id, { type: 'payer-rejected', codes: [], message: 'TEST' });
    expect(ids(await find('TEST1', { list: 'paid' }))).toEqual([]);
    expect((await find('example', { limit: 1 })).claims).toHaveLength(1);
    const found = await find('example', { list: 'needs-you' });
    expect(ids(found)).toEqual([first.id]);
    expect(found.counts).toEqual({ ...NONE, 'needs-you': 1, rejected: 1, 'in-progress': 1, all: 2 });
    const audit = await server.audited();
    expect(audit.filter((entry) => entry.action === 'claims-listed')).toHaveLength(3);
    expect(JSON.stringify(audit)).not.toContain('example');
  });

  test.each([[{ search: ' ' }], [{ search: 'a', limit: 0 }], [{ search: 'a'.repeat(81) }]])(
    'the search %j is refused',
    async (body) => {
      const response = await server.request('POST', '/claims/search', { device: biller, body });
      expect(response.status).toBe(400);
    },
  );

  test('signs that mean something in SQL are ordinary characters in a search', async () => {
    await bill('01');
    for (const search of ['%', '_', "'", '\\', "' or 1=1 --"]) {
      expect(ids(await find(search))).toEqual([]);
    }
  });
});

describe('GET /claims/{id}', () => {
  test('gives the claim with its timeline, its money and the numbers of clearinghouse and payer; the reading is on record', async () => {
    const { id } = await bill('01');
    await server.fact(id, { type: 'clearinghouse-accepted', clearinghouseClaimId: '9000000001' });
    await server.fact(id, { type: 'payer-accepted', payerClaimControlNumber: 'TESTICN1' });
    const response = await server.request('GET', `/claims/${id}`, { device: biller });
    expect(response.status).toBe(200);
    const claim = (await response.json()) as ClaimDetail;
    expect(claim).toMatchObject({
      id,
      status: 'with-payer',
      claim: CLAIM,
      clearinghouseClaimId: '9000000001',
      payerClaimControlNumber: 'TESTICN1',
    });
    expect(claim.events.map((event) => event.fact.type)).toEqual([
      'captured',
      'checked',
      'queued',
      'clearinghouse-accepted',
      'payer-accepted',
    ]);
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'claim-read', subject: id, deviceId: biller.deviceId }),
    );
  });

  test('of another practice is not there', async () => {
    const { id } = await bill('01');
    const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
    const response = await server.request('GET', `/claims/${id}`, { device: stranger });
    expect(response.status).toBe(404);
    expect((await problemOf(response)).code).toBe('not-found');
  });

  test('with an id that can not be one is refused', async () => {
    const response = await server.request('GET', '/claims/NO%20ID', { device: biller });
    expect(response.status).toBe(400);
  });
});
