/** The server can't be reached, or dies at the worst moment: the visit is kept, and it is billed once. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clickInSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { type Relay, startRelay } from './relay.ts';
import { type Chart, type Office, openOffice, textGone } from './set-up.ts';

let office: Office;
let relay: Relay;
beforeAll(async () => {
  office = await openOffice('server-down', async (serverUrl) => {
    relay = await startRelay(serverUrl);
    return relay.url;
  });
});
afterEach(() => relay.decide(() => 'pass'));
afterAll(async () => {
  await relay?.close();
  await office?.close();
});

const notConfirmed = () =>
  `Not confirmed. No answer from ${new URL(relay.url).host}. Check that the server runs and that the address is right, ` +
  "then try again. The visit is kept here; pressing again can't bill it twice.";
const OFFLINE = 'What you see may be old; it tries again by itself.';
const isBilling = (requestLine: string) => requestLine.startsWith('POST /api/v1/claims ');

/** Keys of all requests that billed, in order. */
function billingKeys({ page }: Chart): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/claims'))
      keys.push(request.headers()['idempotency-key'] ?? '');
  });
  return keys;
}

/** Resolves when the sidebar has asked for the practice's data three times in vain, and given up. */
function practiceGivenUp({ page }: Chart): Promise<void> {
  let failures = 0;
  return new Promise((resolve) => {
    page.on('requestfailed', (request) => {
      if (request.url().endsWith('/api/v1/practice')) failures += 1;
      if (failures === 3) resolve();
    });
  });
}

/** The 837P files that the clearinghouse has, each with the number of its claims. */
async function sentFiles(): Promise<number[]> {
  await office.stage.sandbox.idle();
  return (await office.stage.sandbox.received()).map(({ claims }) => claims.length);
}

describe('server down', () => {
  test('the press says so and keeps the draft; the next one bills it once, under the same key', async () => {
    const before = (await sentFiles()).length;
    const chart = await office.openVisit(5001);
    const { page, sidebar } = chart;
    const keys = billingKeys(chart);
    await sidebarText(sidebar, 'Bill this visit · $421.00');
    await typeInSidebar(page, sidebar, 'serviceLines.0.procedureCode', '99213');

    await office.stage.stopServer();
    await sidebarText(sidebar, OFFLINE);
    const givenUp = practiceGivenUp(chart);
    await clickInSidebar(page, sidebar, '::-p-xpath(//button[contains(., "Try now")])');
    await givenUp;
    await pressBill(page, sidebar);
    await sidebarText(sidebar, notConfirmed());
    expect(
      await sidebar.$eval('input[data-path="serviceLines.0.procedureCode"]', (input) => input.value),
    ).toBe('99213');

    await office.stage.restartServer();
    await textGone(sidebar, OFFLINE);
    await pressBill(page, sidebar);
    await sidebarText(sidebar, 'Timeline');
    const claims = await office.claimsOnce('paid');
    expect(claims.map(({ claim }) => claim.serviceLines[0]?.procedureCode)).toEqual(['99213']);
    expect(new Set(keys).size).toBe(1);
    expect(await sentFiles()).toHaveLength(before + 1);
    await page.close();
  });

  test('it dies after storing the claim: the next press gives the same claim, and one file is sent', async () => {
    const before = await sentFiles();
    const chart = await office.openVisit(5002);
    const { page, sidebar } = chart;
    const keys = billingKeys(chart);
    await sidebarText(sidebar, 'Bill this visit · $421.00');

    relay.decide((request) => (isBilling(request) ? 'lose-answer' : 'cut'));
    relay.cutAll();
    await pressBill(page, sidebar);
    await sidebarText(sidebar, notConfirmed());
    const [stored] = await office.claimsOnce('paid');

    relay.decide((request) => (isBilling(request) ? 'pass' : 'cut'));
    await pressBill(page, sidebar);
    await sidebarText(sidebar, stored?.patientControlNumber ?? 'no claim');
    await textGone(sidebar, 'Not confirmed');
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await office.claimsOnce('paid')).toHaveLength(2);
    expect(await sentFiles()).toEqual([...before, 1]);
    await page.close();
  });

  test('the answer is lost and the server comes back: the sidebar finds the claim by itself', async () => {
    const before = await sentFiles();
    const { page, sidebar } = await office.openVisit(5003);
    await sidebarText(sidebar, 'Bill this visit · $421.00');
    relay.decide((request) => (isBilling(request) ? 'lose-answer' : 'cut'));
    relay.cutAll();
    await pressBill(page, sidebar);
    await sidebarText(sidebar, notConfirmed());

    relay.decide(() => 'pass');
    await sidebarText(sidebar, 'Timeline');
    await sidebarText(sidebar, 'Nothing to do.');
    await textGone(sidebar, 'Not confirmed');
    await textGone(sidebar, OFFLINE);
    expect(await sentFiles()).toEqual([...before, 1]);
    await page.close();
  });

  test('the answer breaks off in its body: not called unsent, and the sidebar finds the claim by itself', async () => {
    const before = await sentFiles();
    const chart = await office.openVisit(5005);
    const { page, sidebar } = chart;
    const keys = billingKeys(chart);
    await sidebarText(sidebar, 'Bill this visit · $421.00');
    relay.decide((request) => (isBilling(request) ? 'break-answer' : 'cut'));
    relay.cutAll();
    await pressBill(page, sidebar);
    await sidebarText(sidebar, 'Not confirmed. The answer from');

    relay.decide(() => 'pass');
    await sidebarText(sidebar, 'Nothing to do.');
    await textGone(sidebar, 'Not confirmed');
    expect(new Set(keys).size).toBe(1);
    expect(await sentFiles()).toEqual([...before, 1]);
    await page.close();
  });

  test('while it is down the payer answers: back again, the open sidebar shows the payment by itself', async () => {
    const { page, sidebar } = await office.openVisit(5004);
    const { sandbox } = office.stage;
    sandbox.faults.dropOnList = true; // no answer reaches the server before it goes down
    await pressBill(page, sidebar);
    await sidebarText(sidebar, 'Sent to Sandbox clearinghouse');
    await office.stage.stopServer();
    await sidebarText(sidebar, OFFLINE);
    await sandbox.idle();
    sandbox.faults.clear();
    await office.stage.restartServer();
    await sidebarText(sidebar, 'Nothing to do.');
    await textGone(sidebar, OFFLINE);
    expect((await office.claimsOnce('paid'))[0]?.money.open).toBe(0);
    await page.close();
  });
});
