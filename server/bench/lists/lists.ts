/** How long a list of claims takes with a million of them: from the request to the answer, sizes of all lists and the audit entry included. */
import { performance } from 'node:perf_hooks';
import { startTestApp, type TestDevice } from '../../src/http/test-app.ts';
import { type Bench, type BenchRow, milliseconds, percentile, promises } from '../bench.ts';
import { keptStore, PRACTICE } from './store-of-lists.ts';

const SIZE = { claims: 1_000_000, workedEach: 20 };
const ASKED = 300;
const TARGET_MS = 20;

const QUERIES: readonly (readonly [string, object])[] = [
  ['needs you, the first page', { list: 'needs-you' }],
  ['needs you, a page in the middle', { list: 'needs-you', cursor: '-1300000000~8' }],
  ['denied, of one payer', { list: 'denied', payerName: 'PAYER 0' }],
  ['denied, nobody’s', { list: 'denied', assignee: 'nobody' }],
  ['denied, of one provider, that has none there', { list: 'denied', renderingNpi: '1000000001' }],
  ['denied, of one location, over $900', { list: 'denied', location: '11|', minimumAmount: 90_000 }],
  ['denied, searched by a last name', { list: 'denied', search: 'sample20' }],
  ['in progress, the first page', { list: 'in-progress' }],
  ['in progress, searched by a last name', { list: 'in-progress', search: 'sample51' }],
  ['paid, the first page', { list: 'paid' }],
  [
    'paid, of one provider at one location',
    { list: 'paid', renderingNpi: '1000000001', location: '22|1999999984' },
  ],
  ['all, the first page', { list: 'all' }],
  ['all, of one payer', { list: 'all', payerName: 'PAYER 7' }],
  ['all, over $500, which half are', { list: 'all', minimumAmount: 50_000 }],
  ['all, over $1,026, 1,023 claims', { list: 'all', minimumAmount: 102_600 }],
  ['all, over $2,000, which none is', { list: 'all', minimumAmount: 200_000 }],
  ['all, of one payer, over $500', { list: 'all', payerName: 'PAYER 7', minimumAmount: 50_000 }],
  ['paid, over $1,025, 2,046 claims', { list: 'paid', minimumAmount: 102_500 }],
  ['all, of a provider that has none', { list: 'all', renderingNpi: '1999999984' }],
  ['search: one last name, 200 claims', { list: 'all', search: 'sample4711' }],
  ['search: first and last name', { list: 'all', search: 'anna sample4711' }],
  ['search: beginning of 2,000 claims', { list: 'all', search: 'sample471' }],
  ['search: beginning of 20,000 claims', { list: 'all', search: 'sample47' }],
  ['search: beginning of all claims', { list: 'all', search: 'sam' }],
  ['search: the later word of a last name', { list: 'all', search: 'other4710' }],
  ['search: our number', { list: 'all', search: 'C000471147' }],
  ['search: a date', { list: 'all', search: '2023-04-05' }],
  ['search: an amount, 1,000 claims', { list: 'all', search: '$185.00' }],
  ['search: a payer', { list: 'all', search: 'payer 7' }],
  ['search: fits nothing', { list: 'all', search: 'zzz' }],
];

export const listsBench: Bench = {
  name: 'lists',
  async run(progress) {
    const folder = await keptStore(SIZE, progress);
    const server = await startTestApp({ kept: { folder, practiceId: PRACTICE } });
    try {
      await server.setUpPractice();
      const device = await server.pair('biller');
      const rows: BenchRow[] = [];
      for (const [what, query] of QUERIES) {
        progress(what);
        rows.push(await measure(what, () => ask(server, device, query)));
      }
      const { claims, workedEach } = SIZE;
      return [
        promises(
          `Lists of a practice with ${claims.toLocaleString('en-US')} claims, ${(claims / workedEach).toLocaleString('en-US')} of them on worklists: p99 (median, least; processor time) of ${ASKED}`,
          rows,
        ),
      ];
    } finally {
      await server.close();
    }
  },
};

async function ask(
  server: Awaited<ReturnType<typeof startTestApp>>,
  device: TestDevice,
  body: object,
): Promise<void> {
  const response = await server.request('POST', '/claims/search', { device, body });
  if (!response.ok) throw new Error(`a list was answered with ${response.status}`);
  await response.text();
}

async function measure(what: string, act: () => Promise<void>): Promise<BenchRow> {
  await act();
  const samples: number[] = [];
  const startCpu = process.cpuUsage();
  for (let time = 0; time < ASKED; time += 1) {
    const began = performance.now();
    await act();
    samples.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(startCpu);
  const [p99, median] = [percentile(samples, 0.99), percentile(samples, 0.5)];
  const work = milliseconds((user + system) / 1_000 / ASKED);
  return {
    what,
    measured: `${milliseconds(p99)} (${milliseconds(median)}, ${milliseconds(Math.min(...samples))}; ${work})`,
    target: `< ${TARGET_MS} ms`,
    isMet: p99 < TARGET_MS,
  };
}
