/** A visit page of no known EHR, under a policy that allows it nothing: billed for a child of the insured, and paid. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addInSidebar,
  clickInSidebar,
  openSidebar,
  pressBill,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** What no page shows: the words to find its section by, and what is typed there. */
const TYPED = [
  ['box 23 auth', { priorAuthorizationNumber: 'auth77' }],
  ['onset', { onsetDate: '11/02/2026' }],
  [
    'referring prov',
    {
      'referringProvider.lastName': 'Sampleton',
      'referringProvider.firstName': 'Rae',
      'referringProvider.npi': '1003000126',
    },
  ],
] as const;

test('a child of the insured, with all that is typed by hand, stands so in the 837P and is paid', async () => {
  page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?relationship=child`);
  expect(
    await page
      .evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'))
      .catch(() => 'refused'),
  ).toBe('refused');
  const sidebar = await openSidebar(page);
  expect(await shownVisit(sidebar)).toMatchObject({
    patient: 'Quintero, Marta 1978-04-12 F',
    coverage: 'Aetna 60054 · W123456789 · child',
    lines: [
      '99214 | 25 | B C | 1 | $185.00',
      '97110 | GP | A | 2 | $96.00',
      '20610 | RT 59 | A | 1 | $140.00',
    ],
    total: 'Total charge $421.00',
    findings: [],
  });
  for (const [words, values] of TYPED) {
    await addInSidebar(page, sidebar, 'this claim', words);
    for (const [path, text] of Object.entries(values)) await typeInSidebar(page, sidebar, path, text);
  }
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[.="Take payment"])');
  await typeInSidebar(page, sidebar, 'patientPaidAmount', '25');
  await sidebarText(sidebar, 'Copay taken $25.00');
  await sidebar.$$eval('[aria-label^="Done with "]', (buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });
  await sidebarText(sidebar, 'Bill this visit · $421.00 to Aetna');
  expect((await shownVisit(sidebar)).more).toEqual([
    'Prior authorization AUTH77',
    'Referring provider Sampleton, Rae · 1003000126',
    'Onset of illness 2026-11-02',
  ]);
  await pressBill(page, sidebar);
  expect((await claimShows(sidebar, 'paid')).money).toBe(
    'charge $421.00 = paid $336.80 + contract $84.20 + patient $0.00 ($25.00 paid) + other $0.00 + open $0.00',
  );

  const [sent] = await sentFiles(desk.stage.sandbox);
  const [claimNumber] = sent?.claimNumbers ?? [];
  expect(sent?.segments.slice(13, -3)).toEqual([
    'HL*2*1*22*1',
    'SBR*P**86044-011******CI',
    'NM1*IL*1*TESTER*ANNA****MI*W123456789',
    'N3*12 EXAMPLE LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19510730*F',
    'NM1*PR*2*AETNA*****PI*60054',
    'HL*3*2*23*0',
    'PAT*19',
    'NM1*QC*1*QUINTERO*MARTA',
    'N3*12 EXAMPLE LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19780412*F',
    `CLM*${claimNumber}*421***11:B:1*Y*A*Y*Y`,
    'DTP*431*D8*20261102',
    'AMT*F5*25',
    'REF*G1*AUTH77',
    'HI*ABK:M5450*ABF:I10*ABF:E119',
    'NM1*DN*1*SAMPLETON*RAE****XX*1003000126',
    'NM1*82*1*HALVORSEN*INGRID****XX*1245319599',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99214:25*185*UN*1***2:3',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L1`,
    'LX*2',
    'SV1*HC:97110:GP*96*UN*2***1',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L2`,
    'LX*3',
    'SV1*HC:20610:RT:59*140*UN*1***1',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L3`,
  ]);
  const [claim, ...others] = await desk.claims();
  expect(others).toEqual([]);
  expect(claim?.patientControlNumber).toBe(claimNumber);
});
