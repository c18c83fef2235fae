/** What one page of a chart says goes on to the visit's page of the same chart, over a load of the page, and to no other's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answering, pageScriptReady, startAnswering } from '../browser/index.ts';
import { ask } from './extension.ts';

/** Answered by the test itself: nothing listens there. */
const ORIGIN = 'http://charts.localhost:8';
const OTHER_ORIGIN = 'http://other.localhost:8';

const person = (last: string, first: string, born: string): string => `
  <h2>Patient</h2>
  <dl><dt>Last name</dt><dd>${last}</dd><dt>First name</dt><dd>${first}</dd><dt>Date of birth</dt><dd>${born}</dd></dl>`;
const VISIT = `
  <h2>Services</h2>
  <table><tr><th>CPT</th><th>Units</th><th>Charge</th></tr><tr><td>99213</td><td>1</td><td>$110.50</td></tr></table>`;
const INSURANCE = `
  <h2>Insurance</h2>
  <dl><dt>Payer</dt><dd>Test Mutual</dd><dt>Member ID</dt><dd>TM-0099</dd></dl>`;
const PAGES: Readonly<Record<string, string>> = {
  '/anna/insurance': person('Tester', 'Anna', '1980-01-02') + INSURANCE,
  '/anna/visit': person('Tester', 'Anna', '1980-01-02') + VISIT,
  '/bob/visit': person('Sample', 'Bob', '1990-05-06') + VISIT,
  // Of the same name, and somebody else.
  '/anna-junior/visit': person('Tester', 'Anna', '2012-03-04') + VISIT,
};

let site: Answering;
beforeAll(async () => {
  site = await startAnswering(ORIGIN, OTHER_ORIGIN);
});
afterAll(() => site?.close());

/** The member id of the last page of a walk through these, in one tab. */
const memberIdAfter = (first: string, ...others: string[]): Promise<string | undefined> =>
  site.with(
    first,
    ({ pathname }) => PAGES[pathname],
    async (page) => {
      const read = () => ask(site.asker, page.url(), { type: 'page/read' });
      await read();
      for (const address of others) {
        await page.goto(address);
        await pageScriptReady(page);
        await read();
      }
      return (await read()).fields['coverage.memberId']?.value;
    },
  );

test('the insurance that was seen completes the visit, and is nobody else`s', async () => {
  expect(await memberIdAfter(`${ORIGIN}/anna/insurance`, `${ORIGIN}/anna/visit`)).toBe('TM-0099');
  expect(await memberIdAfter(`${ORIGIN}/anna/insurance`, `${ORIGIN}/bob/visit`)).toBeUndefined();
  expect(await memberIdAfter(`${ORIGIN}/anna/insurance`, `${ORIGIN}/anna-junior/visit`)).toBeUndefined();
});

test('it is gone once another chart was open in between', async () => {
  expect(
    await memberIdAfter(`${ORIGIN}/anna/insurance`, `${ORIGIN}/bob/visit`, `${ORIGIN}/anna/visit`),
  ).toBeUndefined();
});

test('another tab, and another site, are not told', async () => {
  await memberIdAfter(`${ORIGIN}/anna/insurance`);
  expect(await memberIdAfter(`${ORIGIN}/anna/visit`)).toBeUndefined();
  expect(await memberIdAfter(`${ORIGIN}/anna/insurance`, `${OTHER_ORIGIN}/anna/visit`)).toBeUndefined();
});
