/** The page script in a real Chromium reads the look-alike pages whole, and never mixes two charts. */
import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addEhrSites,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from './browser/index.ts';
import { ask, newsSince } from './ehr/extension.ts';
import { type EhrServer, MARTA, startEhr } from './ehr/index.ts';
import { plainCapture } from './ehr/plain-capture.ts';

let ehr: EhrServer;
let launched: LaunchedBrowser;
let browser: Browser;
let asker: Page;

beforeAll(async () => {
  ehr = await startEhr();
  launched = await launchBrowser();
  browser = launched.browser;
  await addEhrSites(
    browser,
    ['openemr', 'plain'].map((name) => ehr.origin(name)),
  );
  asker = await openOptions(browser);
});
afterAll(async () => {
  await launched?.close();
  await ehr?.close();
});

const MARTA_AS_READ = {
  'patient.lastName': 'Quintero',
  'patient.firstName': 'Marta',
  'patient.middleName': 'L',
  'patient.birthDate': '1978-04-12',
  'patient.sex': 'F',
  'patient.address.line1': '12 Example Lane',
  'patient.address.city': 'Springfield',
  'patient.address.state': 'IL',
  'patient.address.postalCode': '62704',
  'patient.phone': '2175550188',
  'patient.chartNumber': 'MRN-00417',
  'coverage.payerName': 'Aetna',
  'coverage.memberId': 'W123456789',
  'coverage.groupNumber': '86044-011',
  'coverage.relationship': '18',
  'visit.serviceDate': '2026-11-16',
  'visit.renderingProviderName': 'Halvorsen, Ingrid',
};
const DIAGNOSES = [
  'M54.50 Low back pain, unspecified',
  'I10 Essential (primary) hypertension',
  'E11.9 Type 2 diabetes mellitus without complications',
];

describe('the OpenEMR look-alike', () => {
  test('is read whole: banner, hidden dashboard of the same patient, visible fee sheet', async () => {
    await withPage(ehr.url, async (page) => {
      const capture = await read(page);
      expect(plainCapture(capture)).toEqual({
        ehr: 'openemr',
        fields: MARTA_AS_READ,
        diagnoses: DIAGNOSES,
        lines: [
          '99214 25 x1 185.00 each -> I10 E11.9',
          '97110 GP x2 48.00 each -> M54.50',
          '20610 RT 59 x1 140.00 each -> M54.50',
        ],
        notes: [],
      });
      expect(capture.lines[2]?.modifiers[1]).toMatchObject({
        value: '59',
        raw: 'RT:59',
        place: 'Fee sheet, row 3, Modifiers',
        confidence: 0.98,
      });
      expect(capture.binding).toMatchObject({
        patient: 'marta quintero|1978-04-12|MRN-00417',
        visit: '2026-11-16|4711',
      });
    });
  });

  test('never gives a social security number, though two places show it', async () => {
    await withPage(ehr.url, async (page) => {
      await showTab(page, 'pat');
      expect(await frameAt(page, 'demographics.php').content()).toContain(MARTA.socialSecurity);
      expect(JSON.stringify(await read(page))).not.toContain(MARTA.socialSecurity);
    });
  });

  test('gives an injected drug as a line, and its NDC row as none', async () => {
    await withPage(`${ehr.url}?drug=1`, async (page) => {
      const { lines } = plainCapture(await read(page));
      expect(lines).toHaveLength(4);
      expect(lines[3]).toBe('J1030 x1 12.50 each -> M54.50');
    });
  });

  test('leaves out a row that is ticked to be deleted, and one billed already, and says so', async () => {
    await withPage(`${ehr.url}?billed=1`, async (page) => {
      await frameAt(page, 'fee_sheet').click('input[name="bill[1][del]"]');
      const capture = await read(page);
      expect(plainCapture(capture).lines).toEqual(['20610 RT 59 x1 140.00 each -> M54.50']);
      expect(capture.notes.map(({ message }) => message)).toEqual([
        'Row 1 was billed already and was left out.',
        'Row 2 is marked to be deleted and was left out.',
      ]);
    });
  });

  test('says so when a pointer names a diagnosis that is going to be deleted', async () => {
    await withPage(ehr.url, async (page) => {
      await frameAt(page, 'fee_sheet').click('input[name="bill[4][del]"]');
      const { lines, notes } = plainCapture(await read(page));
      expect(lines[0]).toBe('99214 25 x1 185.00 each -> E11.9');
      expect(notes).toEqual(['row-left-out', 'unresolved-pointer']);
    });
  });

  test('takes the member id that the address asks for', async () => {
    await withPage(`${ehr.url}?member=DENY0001`, async (page) => {
      expect(plainCapture(await read(page)).fields['coverage.memberId']).toBe('DENY0001');
    });
  });

  test('with no visit named in the banner, recalls the date from the summary that the fee sheet replaced', async () => {
    await withPage(`${ehr.url}?encounter=none&start=summary`, async (page) => {
      await read(page);
      await navigateInFrame(page, 'forms.php', 'Fee Sheet', 'fee_sheet');
      const capture = await read(page);
      expect(capture.fields['visit.serviceDate']).toMatchObject({ value: '2026-11-16', confidence: 0.7 });
      expect(capture.binding.visit).toBe('2026-11-16|');
    });
  });

  test('with the date nowhere, names the page that holds it', async () => {
    await withPage(`${ehr.url}?encounter=none`, async (page) => {
      const { notes } = await read(page);
      expect(notes).toEqual([
        {
          code: 'look-elsewhere',
          message: 'The date of service is on the visit form (Visit Summary, Edit).',
          fields: ['visit.serviceDate'],
        },
      ]);
    });
  });

  test('reads no line from a fee sheet in a hidden tab', async () => {
    await withPage(ehr.url, async (page) => {
      await showTab(page, 'fin');
      const capture = plainCapture(await read(page));
      expect(capture.lines).toEqual([]);
      expect(capture.notes).toEqual(['no-visit']);
    });
  });
});

describe('two charts are never mixed', () => {
  test('the fee sheet of the patient before, under the new patient`s banner, gives no line', async () => {
    await withPage(ehr.url, async (page) => {
      await read(page);
      await choosePatient(page, 2);
      await showTab(page, 'enc');
      const capture = await read(page);
      expect(plainCapture(capture)).toMatchObject({
        diagnoses: [],
        lines: [],
        notes: ['patient-mismatch'],
      });
      expect(JSON.stringify(capture)).not.toContain('Marta');
      expect(JSON.stringify(capture)).not.toContain('W123456789');
    });
  });

  test('a hidden dashboard of the patient before is not read for the new one', async () => {
    await withPage(ehr.url, async (page) => {
      await read(page);
      // The banner changes, the hidden dashboard stays Marta's.
      await page.evaluate('showBanner(2)');
      await showTab(page, 'fin');
      const { fields } = await read(page);
      expect(Object.keys(fields)).not.toContain('coverage.memberId');
      expect(fields['patient.birthDate']?.value).toBe('1990-02-03');
    });
  });

  test('once the new patient`s own visit is opened, it is read', async () => {
    await withPage(ehr.url, async (page) => {
      await read(page);
      await choosePatient(page, 2);
      await openVisit(page, 2);
      const capture = plainCapture(await read(page));
      expect(capture.lines).toEqual(['99395 x1 160.00 each -> Z00.00']);
      expect(capture.fields).toMatchObject({
        'patient.lastName': 'Examplesson',
        'coverage.memberId': 'XOF900111222',
      });
      expect(capture.notes).toEqual([]);
    });
  });

  test('a fee sheet that was open before the script started is not surely the banner`s patient`s, until opened anew', async () => {
    await withPage(ehr.url, async (page) => {
      await choosePatient(page, 2);
      await showTab(page, 'enc');
      await startAgainLate(page);
      const capture = await read(page);
      expect(capture.fields['patient.lastName']?.value).toBe('Examplesson');
      expect(capture.notes[0]).toEqual({
        code: 'unconfirmed-patient',
        message:
          "Claimside was started after this page was opened. Open the visit again, so that it is surely this patient's.",
      });
      expect(capture.lines.map((line) => line.procedureCode.confidence)).toEqual([0.7, 0.7, 0.7]);
      await openVisit(page, 2);
      const anew = await read(page);
      expect(anew.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.98 });
      expect(anew.notes).toEqual([]);
    });
  });

  test('a script that starts with the page takes the fee sheet it finds for the banner`s patient`s', async () => {
    await withPage(ehr.url, async (page) => {
      const { lines, notes } = await read(page);
      expect(lines[0]?.procedureCode).toMatchObject({ value: '99214', confidence: 0.98 });
      expect(notes).toEqual([]);
    });
  });

  test('the binding changes with the chart, so that a send can be refused', async () => {
    await withPage(ehr.url, async (page) => {
      const before = (await read(page)).binding;
      await choosePatient(page, 2);
      await showTab(page, 'enc');
      const after = await ask(asker, page.url(), { type: 'page/binding' });
      expect(after.patient).toBe('tobias examplesson|1990-02-03|MRN-00552');
      expect(after.patient).not.toBe(before.patient);
    });
  });
});

describe('the page says when it changed', () => {
  test('after typing in the fee sheet', async () => {
    await withPage(ehr.url, async (page) => {
      const before = await read(page);
      const { content: unlike, ...same } = before.binding;
      const type = () => frameAt(page, 'fee_sheet').type('input[name="bill[0][price]"]', '5');
      const news = await newsSince(asker, 'page/changed', type, { unlike });
      expect(news).toMatchObject({ type: 'page/changed', binding: same });
      expect((await read(page)).lines[0]?.unitPrice?.value).toBe('5185.00');
    });
  });

  test('after another patient was chosen, though the address is the same', async () => {
    await withPage(ehr.url, async (page) => {
      const address = page.url();
      const news = await newsSince(asker, 'page/changed', () => choosePatient(page, 2), {
        patient: 'tobias examplesson|1990-02-03|MRN-00552',
      });
      expect(page.url()).toBe(address);
      expect(news).toMatchObject({ binding: { visit: '' } });
    });
  });
});

describe('a page that no recipe knows, under a policy that allows nothing', () => {
  test('is read by labels, headings and columns', async () => {
    await withPage(`${ehr.origin('plain')}/plain/visit`, async (page) => {
      const capture = await read(page);
      const { 'patient.middleName': _, ...shown } = MARTA_AS_READ;
      expect(plainCapture(capture)).toEqual({
        ehr: 'generic',
        fields: {
          ...shown,
          'visit.renderingProviderName': 'Ingrid Halvorsen',
          'visit.placeOfService': '11',
        },
        diagnoses: DIAGNOSES,
        lines: [
          '99214 25 x1 185.00 in all -> I10 E11.9',
          '97110 GP x2 96.00 in all -> M54.50',
          '20610 RT 59 x1 140.00 in all -> M54.50',
        ],
        notes: [],
      });
      expect(capture.fields['coverage.memberId']).toMatchObject({
        place: '"member id" under "Insurance"',
        confidence: 0.95,
      });
    });
  });
});

async function withPage(url: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await pageScriptReady(page);
    if (url.startsWith(ehr.url)) await encounterReady(page);
    await use(page);
  } finally {
    await page.close();
  }
}

/** The encounter tab replaces its inner frame's address after it has loaded. */
async function encounterReady(page: Page): Promise<void> {
  const frame = await page.waitForFrame((inner) => /fee_sheet|forms\.php/.test(inner.url()));
  await frame.waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
}

const read = (page: Page) => ask(asker, page.url(), { type: 'page/read' });

function frameAt(page: Page, part: string): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes(part));
  if (!frame) throw new Error(`no frame shows ${part}`);
  return frame;
}

async function showTab(page: Page, name: string): Promise<void> {
  await page.click(`#tabs button[data-tab=${name}]`);
}

async function choosePatient(page: Page, pid: number): Promise<void> {
  await showTab(page, 'fin');
  const loaded = page.waitForFrame((frame) => frame.url().includes(`demographics.php?set_pid=${pid}`));
  await frameAt(page, 'finder').click(`#pid_${pid}`);
  await (await loaded).waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
}

async function openVisit(page: Page, pid: number): Promise<void> {
  await page.evaluate(`openEncounter(${pid})`);
  const frame = await page.waitForFrame((inner) => inner.url().includes(`fee_sheet&set_pid=${pid}`));
  await frame.waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
}

/** Ends the page script and starts it a minute later, by the clock of its world, as when a site is added meanwhile. */
async function startAgainLate(page: Page): Promise<void> {
  await page.extensionRealms()[0]?.evaluate(() => {
    const { claimsidePage } = globalThis as unknown as { claimsidePage: { life: AbortController } };
    claimsidePage.life.abort();
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60_000;
  });
  await asker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    if (tab?.id !== undefined)
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/page.js'] });
  }, page.url());
  await pageScriptReady(page);
}

async function navigateInFrame(page: Page, from: string, link: string, to: string): Promise<void> {
  await frameAt(page, from).locator(`::-p-text(${link})`).click();
  await (await page.waitForFrame((frame) => frame.url().includes(to))).waitForFunction(
    () => document.readyState === 'complete',
    IN_ANY_TAB,
  );
}
