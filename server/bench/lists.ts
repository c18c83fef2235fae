/** How long a list of claims takes with a million of them: from the request to the answer, counts of all lists and the audit entry included. */
import { performance } from 'node:perf_hooks';
import { startTestApp, type TestDevice } from '../src/http/test-app.ts';
import { insertManyClaims } from '../src/store/testing-many-claims.ts';
import { type Bench, type BenchRow, milliseconds, percentile, promises } from './bench.ts';

const CLAIMS = 1_000_000;
/** One in so many stands on a worklist: fifty thousand. */
const WORKED_EACH = 20;
const AT_ONCE = 5_000;
const ASKED = 300;

const QUERIES = [
  ['needs you, the first page', { list: 'needs-you' }],
  ['denied, of one payer', { list: 'denied', payerName: 'PAYER 0' }],
  ['denied, nobody’s', { list: 'denied', assignee: 'nobody' }],
  ['paid, the first page', { list: 'paid' }],
  ['all, the first page', { list: 'all' }],
] as const;

export const listsBench: Bench = {
  name: 'lists',
  async run(progress) {
    const server = await startTestApp();
    try {
      await server.setUpPractice();
      const device = await server.pair('biller');
      for (let from = 0; from < CLAIMS; from += AT_ONCE) {
        if (from % 100_000 === 0) progress(`${from} of ${CLAIMS} claims stored`);
        await server.store.transaction((db) =>
          insertManyClaims({ db, practiceId: server.practiceId }, from, AT_ONCE, WORKED_EACH),
        );
      }
      const rows: BenchRow[] = [];
      for (const [what, query] of QUERIES) {
        progress(what);
        rows.push(...(await measure(what, () => ask(server, device, query), ASKED, 20)));
      }
      progress('searches');
      rows.push(
        ...(await measure(
          'search that fits nothing',
          () => ask(server, device, { list: 'all', search: 'zzz' }),
          5,
        )),
      );
      return [
        promises(`Lists of a practice with ${CLAIMS} claims, ${CLAIMS / WORKED_EACH} on worklists`, rows),
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

async function measure(
  what: string,
  act: () => Promise<void>,
  times: number,
  target?: number,
): Promise<BenchRow[]> {
  await act();
  const samples: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await act();
    samples.push(performance.now() - began);
  }
  const p99 = percentile(samples, 0.99);
  return [
    { what: `${what}: median`, measured: milliseconds(percentile(samples, 0.5)), target: '' },
    {
      what: `${what}: p99`,
      measured: milliseconds(p99),
      target: target === undefined ? '' : `< ${target} ms`,
      ...(target !== undefined && { isMet: p99 < target }),
    },
  ];
}
