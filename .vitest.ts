/** Test projects of the whole workspace: one per package, and `browser` for what needs a real Chromium. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests with a browser wait much and take long: they begin first, and the others fill the time beside them. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(isBrowser(b)) - Number(isBrowser(a)));
  }
}

const isBrowser = ({ project }: TestSpecification): boolean => project.name.startsWith('browser');

/** Nothing is kept between the files of these but caches: a process that has loaded the code once runs them all. Only what hangs takes two minutes. */
const SHARED_PROCESS = { isolate: false, testTimeout: 120_000, hookTimeout: 120_000 } as const;

/** What `pnpm test` tries with a browser: the main ways of each part. `pnpm test:all` tries the others too. */
const MAIN_WAYS = [
  'ehr/{bare-page,fixtures,generic-reader}',
  'hostile/{canaries,covering,forged-messages,frame}',
  'journeys/{bill-openemr,bill-plain,billed-twice,corrections,fee-schedule,from-nothing,made-ready,many-payments}',
  'journeys/{payer-list-and-log,payments,right-patient,scenarios,statuses,what-is-left,whole-claim,worklists}',
  'page-zone',
  'suite/help',
  'teach/self-check',
  'trouble/{clearinghouse,unreadable-files}',
].map((name) => `e2e/src/${name}.test.ts`);

/** As in `SHARED_PROCESS`; each file has a browser and servers of its own. Only what hangs takes so long, however busy the machine is. */
const WITH_BROWSER = {
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // As long as a page is waited for, in place of one second.
  expect: { poll: { timeout: 30_000 } },
} as const;

/** Minutes of arithmetic: `pnpm test` runs them after the others, which wait for pages and files. */
const LONG = [
  'server/fuzz/sample.test.ts',
  'server/sim/sim.test.ts',
  'server/chaos/*/*-sample.test.ts',
  'server/load/load-sample.test.ts',
  'server/src/transactions/*/property/round-trip.test.ts',
];

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: BrowserFirst },
    projects: [
      { test: { name: 'house', include: ['e2e/src/house/**/*.test.ts'] } },
      { test: { name: 'shared', include: ['shared/src/**/*.test.ts'], ...SHARED_PROCESS } },
      {
        test: {
          name: 'server',
          include: ['server/{src,fuzz,sim,chaos,load}/**/*.test.ts'],
          exclude: LONG,
          ...SHARED_PROCESS,
        },
      },
      // Only what hangs takes so long.
      { test: { name: 'long', include: LONG, testTimeout: 30 * 60_000 } },
      {
        test: { name: 'extension', include: ['extension/src/**/*.test.{ts,tsx}'], ...SHARED_PROCESS },
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      { test: { name: 'browser', include: MAIN_WAYS, ...WITH_BROWSER } },
      {
        test: {
          name: 'browser-rest',
          include: ['e2e/src/**/*.test.ts'],
          exclude: ['e2e/src/house/**', ...MAIN_WAYS],
          ...WITH_BROWSER,
        },
      },
    ],
  },
});
