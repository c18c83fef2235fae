/** Whatever number of payments a practice has, and of claims a payment: every one is found, and each number is of the whole. */
import type {
  BalanceEntryList,
  ClaimsPaid,
  PayerBalanceList,
  RemittanceDetail,
  RemittanceList,
} from '@claimside/shared/api';
import { addDays, cents, type IsoDate } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, paying, postingPractice } from '../../exchange/testing-posting.ts';
import { testLedger } from '../../store/testing.ts';
import { insertManyRemittances } from '../../store/testing-many-remittances.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

const PAYMENTS = 3_000;
const WAITING = 30;
const CLAIMS = 12_000;
/** Older than every other. */
const BIG = check(
  'BIG-0012000',
  Array.from({ length: CLAIMS }, (_, index) =>
    paying(`S${index}`, 100 + index, {
      patient: { lastName: index === 11_500 ? 'Ñandú-Sample' : `TESTER${index}`, firstName: 'ANNA' },
      patientResponsibility: cents(7),
    }),
  ),
  Array.from({ length: 60 }, () => ['L6', -10] as const),
  { paymentDate: '2010-01-04' as IsoDate },
);

let server: TestApp;
let device: TestDevice;
let bigId: string;
beforeAll(async () => {
  server = await startTestApp();
  device = await server.pair('biller');
  const practice = postingPractice(testLedger(server.store, server.practiceId), server.store);
  await practice.deliver(BIG);
  for (let number = 0; number < 8; number += 1)
    await practice.deliver(
      check(`SMALL${number}`, [], [['WO', 100 + number, `REF${number}`]], {
        paymentDate: addDays('2010-02-01' as IsoDate, number),
        paymentAmount: cents(100 + number),
        isDebit: true,
      }),
    );
  bigId = (await practice.remittances()).find(({ checkNumber }) => checkNumber === BIG.traceNumber)?.id ?? '';
  await server.store.transaction((db) =>
    insertManyRemittances({ db, practiceId: server.practiceId }, PAYMENTS, WAITING),
  );
}, 120_000);
afterAll(() => server.close());

async function ask<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  const response = await server.request(method, path, { device, body });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}
const search = (body: object) => ask<RemittanceList>('POST', '/remittances/search', body);
const claims = (body: object) => ask<ClaimsPaid>('POST', `/remittances/${bigId}/claims`, body);

async function everyPage<Page extends { readonly next: string | null }>(
  page: (cursor: string | undefined) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let cursor: string | undefined; ; ) {
    const one = await page(cursor);
    pages.push(one);
    if (one.next === null) return pages;
    cursor = one.next;
  }
}

test('every payment comes once, what waits first, then the newest payment; how many wait is said on each page', async () => {
  const pages = await everyPage((cursor) => search({ limit: 170, ...(cursor && { cursor }) }));
  const all = pages.flatMap(({ remittances }) => remittances);
  const total = PAYMENTS + 9;
  expect(new Set(all.map(({ id }) => id)).size).toBe(total);
  expect(all).toHaveLength(total);
  // What is of nobody known waits, too: the big one.
  const waits = all.map(({ state }) => state !== 'posted');
  const waiting = waits.filter(Boolean).length;
  expect(waits.indexOf(false)).toBe(waiting);
  expect(new Set(pages.map((page) => page.waiting))).toEqual(new Set([waiting]));
  for (const part of [all.slice(0, waiting), all.slice(waiting)]) {
    const dates = part.map(({ paymentDate }) => paymentDate);
    expect(dates).toEqual(dates.toSorted().reverse());
  }
});

test('a payment that comes while the list is gone through takes no other one off it, and shows none twice', async () => {
  const first = await search({ limit: 50 });
  await server.store.transaction((db) =>
    insertManyRemittances({ db, practiceId: server.practiceId }, 20, 5, 'LATE'),
  );
  const rest = await everyPage((cursor) => search({ limit: 200, cursor: cursor ?? first.next ?? '' }));
  const ids = [first, ...rest].flatMap(({ remittances }) => remittances.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !id.startsWith('LATE'))).toHaveLength(PAYMENTS + 9);
});

test.each([
  ['its number', 'BIG-0012000'],
  ['its number as another system writes it', 'big 0012000'],
  ['the end of its number', '0012000'],
  ['its date', '1/4/2010'],
])('an old payment is found by %s', async (_what, text) => {
  const { remittances, next } = await search({ search: text });
  expect(remittances.map(({ checkNumber }) => checkNumber)).toEqual([BIG.traceNumber]);
  expect(next).toBeNull();
});

test('a payment is found by its amount, a debit without its sign, and by a part of its payer`s name', async () => {
  const byAmount = await search({ search: '$1.03' });
  expect(byAmount.remittances.map(({ checkNumber }) => checkNumber)).toEqual(['SMALL3']);
  const byPayer = await search({ search: 'ample health', limit: 20 });
  expect(byPayer.remittances).toHaveLength(9);
  expect((await search({ search: 'nobody pays' })).remittances).toEqual([]);
});

test('a payment of 12,000 claims says its sums from all of them, and gives them page by page in its order', async () => {
  const detail = await ask<RemittanceDetail>('GET', `/remittances/${bigId}`);
  const paid = BIG.claims.reduce((sum, { paidAmount }) => sum + paidAmount, 0);
  expect(detail).toMatchObject({
    claims: CLAIMS,
    sums: {
      charged: 28_100 * CLAIMS,
      paid,
      patientResponsibility: 7 * CLAIMS,
      states: { posted: 0, waiting: CLAIMS, 'put-aside': 0, 'not-posted': 0 },
    },
    balance: { claims: paid, providerAdjustments: -600, payment: paid + 600 },
  });
  const first = await claims({ limit: 200 });
  expect(first).toMatchObject({ found: CLAIMS });
  const second = await claims({ limit: 200, cursor: first.next ?? '' });
  expect([...first.claims, ...second.claims].map(({ patientControlNumber }) => patientControlNumber)).toEqual(
    BIG.claims.slice(0, 400).map(({ patientControlNumber }) => patientControlNumber),
  );
  expect(await claims({ limit: 200, cursor: String(CLAIMS - 2) })).toMatchObject({
    next: null,
    claims: [{ patientControlNumber: 'S11999' }],
  });
});

test.each([
  ['name', 'anna nandu'],
  ['number', 's11500'],
  ['amount', '$116.00'],
])('one claim of 12,000 is found by its %s', async (_what, text) => {
  const { claims: found, next } = await claims({ search: text });
  expect(found.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['S11500']);
  expect(next).toBeNull();
});

test('balances of payers come page by page, each with its newest entries and its whole sum', async () => {
  const pages = await everyPage((cursor) =>
    ask<PayerBalanceList>('GET', `/payer-balances?limit=4${cursor ? `&cursor=${cursor}` : ''}`),
  );
  const all = pages.flatMap(({ balances }) => balances);
  expect(all).toHaveLength(9);
  expect(new Set(all.map(({ id }) => id)).size).toBe(9);
  expect(new Set(pages.map((page) => `${page.all} ${page.unsettled}`))).toEqual(new Set(['9 9']));
  const interest = all.find(({ reason }) => reason === 'L6');
  expect(interest).toMatchObject({ amount: -600, entryCount: 60 });
  expect(interest?.entries).toHaveLength(5);
  const entries = await everyPage((cursor) =>
    ask<BalanceEntryList>(
      'GET',
      `/payer-balances/${interest?.id}/entries?limit=25${cursor ? `&cursor=${cursor}` : ''}`,
    ),
  );
  expect(entries.map((page) => page.entries.length)).toEqual([25, 25, 10]);
});

test('no reference of a payer, which may be a patient`s, stands in what the next page is asked by', async () => {
  const first = await ask<PayerBalanceList>('GET', '/payer-balances?limit=4');
  expect(Buffer.from(first.next ?? '', 'base64url').toString()).not.toContain('REF');
});
