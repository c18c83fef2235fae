/** The page script in a real Chromium reads the look-alike pages whole, and says when they changed. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newsSince } from './ehr/extension.ts';
import { MARTA } from './ehr/index.ts';
import {
  choosePatient,
  frameAt,
  frameReady,
  type LookAlike,
  showTab,
  startLookAlike,
} from './ehr/look-alike.ts';
import { plainCapture } from './ehr/plain-capture.ts';

let look: LookAlike;
beforeAll(async () => {
  look = await startLookAlike();
});
afterAll(() => look?.close());

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
    await look.withPage(look.ehr.url, async (page) => {
      const capture = await look.read(page);
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
    await look.withPage(look.ehr.url, async (page) => {
      await showTab(page, 'pat');
      expect(await frameAt(page, 'demographics.php').content()).toContain(MARTA.socialSecurity);
      expect(JSON.stringify(await look.read(page))).not.toContain(MARTA.socialSecurity);
    });
  });

  test('gives an injected drug as a line, and its NDC row as none', async () => {
    await look.withPage(`${look.ehr.url}?drug=1`, async (page) => {
      const { lines } = plainCapture(await look.read(page));
      expect(lines).toHaveLength(4);
      expect(lines[3]).toBe('J1030 x1 12.50 each -> M54.50');
    });
  });

  test('leaves out a row that is ticked to be deleted, and one billed already, and says so', async () => {
    await look.withPage(`${look.ehr.url}?billed=1`, async (page) => {
      await frameAt(page, 'fee_sheet').click('input[name="bill[1][del]"]');
      const capture = await look.read(page);
      expect(plainCapture(capture).lines).toEqual(['20610 RT 59 x1 140.00 each -> M54.50']);
      expect(capture.notes.map(({ message }) => message)).toEqual([
        'Row 1 was billed already and was left out.',
        'Row 2 is marked to be deleted and was left out.',
      ]);
    });
  });

  test('says so when a pointer names a diagnosis that is going to be deleted', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      await frameAt(page, 'fee_sheet').click('input[name="bill[4][del]"]');
      const { lines, notes } = plainCapture(await look.read(page));
      expect(lines[0]).toBe('99214 25 x1 185.00 each -> E11.9');
      expect(notes).toEqual(['row-left-out', 'unresolved-pointer']);
    });
  });

  test('takes the member id that the address asks for', async () => {
    await look.withPage(`${look.ehr.url}?member=DENY0001`, async (page) => {
      expect(plainCapture(await look.read(page)).fields['coverage.memberId']).toBe('DENY0001');
    });
  });

  test('with no visit named in the banner, recalls the date from the summary that the fee sheet replaced', async () => {
    await look.withPage(`${look.ehr.url}?encounter=none&start=summary`, async (page) => {
      await look.read(page);
      await navigateInFrame(page, 'forms.php', 'Fee Sheet', /fee_sheet/);
      const capture = await look.read(page);
      expect(capture.fields['visit.serviceDate']).toMatchObject({ value: '2026-11-16', confidence: 0.7 });
      expect(capture.binding.visit).toBe('2026-11-16|');
    });
  });

  test('with the date nowhere, names the page that holds it', async () => {
    await look.withPage(`${look.ehr.url}?encounter=none`, async (page) => {
      const { notes } = await look.read(page);
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
    await look.withPage(look.ehr.url, async (page) => {
      await showTab(page, 'fin');
      const capture = plainCapture(await look.read(page));
      expect(capture.lines).toEqual([]);
      expect(capture.notes).toEqual(['no-visit']);
    });
  });
});

describe('the page says when it changed', () => {
  test('after typing in the fee sheet', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      const before = await look.read(page);
      const { content: unlike, ...same } = before.binding;
      const type = () => frameAt(page, 'fee_sheet').type('input[name="bill[0][price]"]', '5');
      const news = await newsSince(look.asker, 'page/changed', type, { unlike });
      expect(news).toMatchObject({ type: 'page/changed', binding: same });
      expect((await look.read(page)).lines[0]?.unitPrice?.value).toBe('5185.00');
    });
  });

  test('after another patient was chosen, though the address is the same', async () => {
    await look.withPage(look.ehr.url, async (page) => {
      const address = page.url();
      const news = await newsSince(look.asker, 'page/changed', () => choosePatient(page, 2), {
        patient: 'tobias examplesson|1990-02-03|MRN-00552',
      });
      expect(page.url()).toBe(address);
      expect(news).toMatchObject({ binding: { visit: '' } });
    });
  });
});

test('a change in an open shadow root, and in a frame in it, is one of the page', async () => {
  await look.withPage(`${look.ehr.origin('plain')}/plain/visit`, async (page) => {
    const number = (text: string) => `<dl><dt>Prior authorization number</dt><dd>${text}</dd></dl>`;
    const readOnce = async (text: string, change: () => Promise<void>) => {
      await newsSince(look.asker, 'page/changed', change);
      await expect
        .poll(async () => (await look.read(page)).fields['visit.priorAuthorizationNumber']?.value)
        .toBe(text);
    };
    await readOnce('PA-1', () =>
      page.evaluate((html) => {
        const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
        root.innerHTML = html;
      }, number('PA-1')),
    );
    await readOnce('PA-2', () =>
      page.evaluate((html) => {
        const root = document.body.lastElementChild?.shadowRoot;
        if (root) root.innerHTML = html;
      }, number('PA-2')),
    );
    await readOnce('PA-3', () =>
      page.evaluate((html) => {
        const root = document.body.lastElementChild?.shadowRoot;
        if (!root) return;
        root.innerHTML = '<iframe width="300" height="100"></iframe>';
        const inner = root.querySelector('iframe')?.contentDocument;
        if (inner) inner.body.innerHTML = html;
      }, number('PA-3')),
    );
  });
});

describe('a page that no recipe knows, under a policy that allows nothing', () => {
  test('is read by labels, headings and columns', async () => {
    await look.withPage(`${look.ehr.origin('plain')}/plain/visit`, async (page) => {
      const capture = await look.read(page);
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

async function navigateInFrame(page: Page, from: string, link: string, to: RegExp): Promise<void> {
  await frameAt(page, from).locator(`::-p-text(${link})`).click();
  await frameReady(page, to);
}
