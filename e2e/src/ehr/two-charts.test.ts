/** Two patients in one EHR: what is another's, came too late, came back, or stayed is not the patient's whom the banner names. */
import type { CaptureNote } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IN_ANY_TAB, pageScriptReady } from '../browser/index.ts';
import {
  choosePatient,
  frameReady,
  type LookAlike,
  openVisit,
  sheetOf,
  showTab,
  startLookAlike,
} from './look-alike.ts';
import { plainCapture } from './plain-capture.ts';

let look: LookAlike;
beforeAll(async () => {
  look = await startLookAlike();
});
afterAll(() => look?.close());

const MARTA = 1;
const TOBIAS = 2;
const WHILE_OPENING: CaptureNote = {
  code: 'unconfirmed-patient',
  message:
    "The patient was changed while this visit was opening. Open the visit again, so that it is surely this patient's.",
};
const STAYED: CaptureNote = {
  code: 'unconfirmed-patient',
  message:
    "The patient changed and these services did not. Reload the page, so that they are surely this patient's.",
};

describe('two charts are never mixed', () => {
  test('the fee sheet of the patient before, under the new patient`s banner, gives no line', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      await look.read(page);
      await choosePatient(page, 2);
      await showTab(page, 'enc');
      const capture = await look.read(page);
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
    await look.withPage(look.ehr.url, async (page) => {
      await look.read(page);
      // The banner changes, the hidden dashboard stays Marta's.
      await page.evaluate('showBanner(2)');
      await showTab(page, 'fin');
      const { fields } = await look.read(page);
      expect(Object.keys(fields)).not.toContain('coverage.memberId');
      expect(fields['patient.birthDate']?.value).toBe('1990-02-03');
    });
  });

  test('once the new patient`s own visit is opened, it is read', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      await look.read(page);
      await choosePatient(page, 2);
      await openVisit(page, 2);
      const capture = plainCapture(await look.read(page));
      expect(capture.lines).toEqual(['99395 x1 160.00 each -> Z00.00']);
      expect(capture.fields).toMatchObject({
        'patient.lastName': 'Examplesson',
        'coverage.memberId': 'XOF900111222',
      });
      expect(capture.notes).toEqual([]);
    });
  });

  test('a fee sheet that was open before the script started is not surely the banner`s patient`s, until opened anew', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      await choosePatient(page, 2);
      await showTab(page, 'enc');
      await startAgainLate(page);
      const capture = await look.read(page);
      expect(capture.fields['patient.lastName']?.value).toBe('Examplesson');
      expect(capture.notes[0]).toEqual({
        code: 'unconfirmed-patient',
        message:
          "Claimside was started after this page was opened. Open the visit again, so that it is surely this patient's.",
      });
      expect(capture.lines.map((line) => line.procedureCode.confidence)).toEqual([0.72, 0.72, 0.72]);
      await openVisit(page, 2);
      const anew = await look.read(page);
      expect(anew.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.98 });
      expect(anew.notes).toEqual([]);
    });
  });

  test('a script that starts with the page takes the fee sheet it finds for the banner`s patient`s', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      const { lines, notes } = await look.read(page);
      expect(lines[0]?.procedureCode).toMatchObject({ value: '99214', confidence: 0.98 });
      expect(notes).toEqual([]);
    });
  });

  test.each([
    ['openemr', '/interface/main/tabs/main.php', '99214'],
    ['plain', '/plain/visit', '99214'],
  ])('a page of %s that a person loads again is read as before', async (name, path, code) => {
    await look.withPage(`${look.ehr.origin(name)}${path}`, async (page) => {
      const before = await look.read(page);
      await page.reload();
      await pageScriptReady(page);
      const after = await look.read(page);
      expect(after.lines[0]?.procedureCode.value).toBe(code);
      expect(after.notes).toEqual(before.notes);
      expect(after.lines).toMatchObject(
        before.lines.map(({ procedureCode: { value, confidence } }) => ({
          procedureCode: { value, confidence },
        })),
      );
    });
  });

  test('the binding changes with the chart, so that a send can be refused', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      const before = (await look.read(page)).binding;
      await choosePatient(page, 2);
      await showTab(page, 'enc');
      const after = (await look.read(page)).binding;
      expect(after.patient).toBe('tobias examplesson|1990-02-03|MRN-00552');
      expect(after.patient).not.toBe(before.patient);
    });
  });
});

describe('the chart changes faster than the page', () => {
  test.each(['fee_sheet', 'encounter_top'])(
    'a visit that was opened before the patient changed, and whose %s came after, is not surely the new patient`s until opened anew',
    async (held) => {
      await look.withPage(look.ehr.url, async (page) => {
        await openVisit(page, TOBIAS);
        await page.setRequestInterception(true);
        const arrived = new Promise<() => Promise<void>>((done) =>
          page.on('request', (request) => {
            const isSheet = request.url().includes(held) && request.url().includes(`set_pid=${MARTA}`);
            if (isSheet) done(() => request.continue());
            else void request.continue();
          }),
        );
        await page.evaluate(`openEncounter(${MARTA})`);
        const release = await arrived;
        expect((await look.read(page)).binding.patient).toContain('marta');
        await aHandsTime(page);
        await page.evaluate(`setPatient(${TOBIAS})`);
        await release();
        await sheetOf(page, MARTA);
        await page.evaluate("showTab('enc')");
        const late = await look.read(page);
        expect(late.binding.patient).toContain('tobias');
        expect(late.notes).toContainEqual(WHILE_OPENING);
        expect(late.lines.every(({ procedureCode }) => procedureCode.confidence <= 0.72)).toBe(true);

        await page.evaluate(`openEncounter(${TOBIAS})`);
        await sheetOf(page, TOBIAS);
        const anew = await look.read(page);
        expect(anew.notes).toEqual([]);
        expect(anew.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.98 });
      });
    },
  );

  test('another visit of the same patient that the banner turns to is not surely the one on screen, until opened anew', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      expect((await look.read(page)).binding.visit).toBe('2026-11-16|4711');
      await aHandsTime(page);
      await page.evaluate("text('encounter', '2026-11-20 (4752)')");
      const before = await look.read(page);
      expect(before.fields['visit.serviceDate']).toMatchObject({ value: '2026-11-20', confidence: 0.72 });
      expect(before.binding.visit).toBe('2026-11-20|');
      await page.evaluate(`frames.enc.location.replace(frames.enc.location.href + '&anew=1')`);
      await frameReady(page, /fee_sheet.*anew=1/);
      const anew = await look.read(page);
      expect(anew.fields['visit.serviceDate']).toMatchObject({ value: '2026-11-20', confidence: 0.98 });
      expect(anew.binding.visit).toBe('2026-11-20|4752');
    });
  });

  test('a visit that the Back button brings back is not surely the patient`s whom the banner names now', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      await sheetOf(page, MARTA);
      await openVisit(page, TOBIAS);
      expect((await look.read(page)).binding.patient).toContain('tobias');
      await page.evaluate('history.back()');
      await sheetOf(page, MARTA);
      const back = await look.read(page);
      expect(back.lines[0]?.procedureCode.value).toBe('99214');
      expect(back.binding.patient).toContain('tobias');
      expect(back.notes).toContainEqual(WHILE_OPENING);
    });
  });

  test.each(['frames.visit.location.reload()', 'frames.visit.location.href = frames.visit.location.href'])(
    'a frame that names nobody, loaded again after the patient changed (%s), is not surely the new one`s',
    async (again) => {
      await look.withPage(`${look.ehr.origin('plain')}/split/chart`, async (page) => {
        const open = async (patient: number, act: string) => {
          const address = new RegExp(`/split/visit.set_pid=${patient}&naming=nothing`);
          await page.evaluate('frames.visit.document.title = "before"');
          await page.evaluate(act);
          await page.waitForFunction("frames.visit.document.title === 'Visit'", IN_ANY_TAB);
          await frameReady(page, address);
          return look.read(page);
        };
        const marta = await open(MARTA, `setPatient(${MARTA}); openVisit(${MARTA}, 'nothing')`);
        expect(marta.lines[0]?.procedureCode).toMatchObject({ value: '99214', confidence: 0.95 });
        await aHandsTime(page);
        await page.evaluate(`setPatient(${TOBIAS})`);
        expect((await look.read(page)).notes).toMatchObject([{ code: 'patient-mismatch' }]);
        const loadedAgain = await open(MARTA, again);
        expect(loadedAgain.notes).toContainEqual(WHILE_OPENING);
        expect(loadedAgain.lines[0]?.procedureCode.confidence).toBeLessThanOrEqual(0.72);
        const anew = await open(TOBIAS, `openVisit(${TOBIAS}, 'nothing')`);
        expect(anew.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.95 });
        const same = await open(TOBIAS, again);
        expect(same.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.95 });
      });
    },
  );

  test.each(['nothing more', 'frames.visit.location.reload()'])(
    'a frame that names nobody, opened while the banner named somebody else for a moment, is not surely the one`s whom it names again (%s)',
    async (after) => {
      await look.withPage(`${look.ehr.origin('plain')}/split/chart`, async (page) => {
        await page.evaluate(`setPatient(${TOBIAS}); openVisit(${TOBIAS}, 'nothing')`);
        await frameReady(page, new RegExp(`set_pid=${TOBIAS}&naming=nothing`));
        const before = await look.read(page);
        expect(before.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.95 });
        // Too quick for anything to be read in between.
        await page.evaluate(`new Promise((done) => {
          setPatient(${MARTA});
          openVisit(${MARTA}, 'nothing');
          setTimeout(() => { setPatient(${TOBIAS}); done(); }, 50);
        })`);
        await frameReady(page, new RegExp(`set_pid=${MARTA}&naming=nothing`));
        if (after !== 'nothing more') {
          await look.read(page);
          await page.evaluate('frames.visit.document.title = "before"');
          await page.evaluate(after);
          await page.waitForFunction("frames.visit.document.title === 'Visit'", IN_ANY_TAB);
          await frameReady(page, new RegExp(`set_pid=${MARTA}&naming=nothing`));
        }
        const capture = await look.read(page);
        expect(capture.binding.patient).toContain('tobias');
        expect(capture.notes).toContainEqual(WHILE_OPENING);
        expect(capture.lines[0]?.procedureCode.confidence).toBeLessThanOrEqual(0.72);
      });
    },
  );

  test('services that stay where they were when a page changes its patient are not surely the new one`s', async () => {
    await look.withPage(`${look.ehr.origin('plain')}/plain/visit`, async (page) => {
      const before = await look.read(page);
      expect(before.notes).toEqual([]);
      await page.evaluate(`
    const values = [...document.querySelectorAll('body *')].filter((e) => e.children.length === 0);
    for (const element of values) element.textContent = element.textContent.replace('Marta', 'Tobias').replace('04/12/1978', '02/03/1990');
    for (const input of document.querySelectorAll('input')) input.value = input.value.replace('Marta', 'Tobias').replace('04/12/1978', '02/03/1990');
  `);
      const after = await look.read(page);
      expect(after.binding.patient).toContain('tobias');
      expect(after.notes).toContainEqual(STAYED);
      expect(after.lines[0]?.procedureCode.confidence).toBeLessThanOrEqual(0.72);
      // The page draws the services anew.
      await page.evaluate(
        "for (const body of document.querySelectorAll('tbody')) body.innerHTML = body.innerHTML",
      );
      expect((await look.read(page)).notes).toEqual([]);
    });
  });
});

/** No person chooses another patient sooner after they opened a visit. */
async function aHandsTime(page: Page): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() > then + 40, IN_ANY_TAB, now);
}

/** Ends the page script and starts it a minute later, by the clock of its world, as when a site is added meanwhile. */
async function startAgainLate(page: Page): Promise<void> {
  await page.extensionRealms()[0]?.evaluate(() => {
    const { claimsidePage } = globalThis as unknown as { claimsidePage: { life: AbortController } };
    claimsidePage.life.abort();
    const now = performance.now.bind(performance);
    performance.now = () => now() + 60_000;
  });
  await look.asker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    if (tab?.id !== undefined)
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/page.js'] });
  }, page.url());
  await pageScriptReady(page);
}
