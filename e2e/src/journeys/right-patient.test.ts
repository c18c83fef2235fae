/** A claim belongs to a chart: what was read for one patient is never billed in the chart of another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { holdQuestion } from './hold-question.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';
import { troubles } from './troubles.ts';

const MARTA = 1;
const TOBIAS = 2;
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

describe('the chart of another patient', () => {
  test('opened while it is being sent: nothing is sent, the reason is said, and the draft waits for its own chart', async () => {
    const page = await desk.openChart(desk.stage.ehr.url);
    const sidebar = await openSidebar(page);
    await typeInSidebar(page, sidebar, 'serviceLines.0.modifiers', '25 gt');
    await sidebarText(sidebar, 'Bill this visit · $421.00 to Aetna');
    const question = await holdQuestion(sidebar);
    await pressBill(page, sidebar);
    await question.asked();
    await page.evaluate(`setPatient(${TOBIAS})`);
    await question.letGo();
    await sidebarText(
      sidebar,
      'Not sent: the page shows another chart now. The draft of the visit before is kept with its own chart.',
    );
    await sidebarText(
      sidebar,
      'The draft for Marta Quintero is kept: open that chart again to go on with it.',
    );
    expect(await troubles(page, sidebar)).toEqual([]);
    expect(await desk.claims()).toEqual([]);
    expect(await desk.stage.sandbox.received()).toEqual([]);

    await page.evaluate(`setPatient(${MARTA}); openEncounter(${MARTA})`);
    await sidebarText(sidebar, 'Bill this visit · $421.00 to Aetna');
    // The banner comes a moment before the visit that it names.
    await expect
      .poll(async () => (await shownVisit(sidebar)).lines[0])
      .toBe('99214 | 25 GT | B C | 1 | $185.00');
    await page.close();
  });

  test('opened while a value is typed: what was typed belongs to the visit it was typed for', async () => {
    const page = await desk.openChart(desk.stage.ehr.url);
    const sidebar = await openSidebar(page);
    await clickInSidebar(page, sidebar, 'input[data-path="serviceLines.0.units"]');
    await page.keyboard.type('4');
    await page.evaluate(`setPatient(${TOBIAS}); openEncounter(${TOBIAS})`);
    await sidebarText(sidebar, 'Bill this visit · $160.00 to Blue Cross Blue Shield of Illinois');
    await sidebarText(
      sidebar,
      'The draft for Marta Quintero is kept: open that chart again to go on with it.',
    );
    expect((await shownVisit(sidebar)).lines).toEqual(['99395 |  | A | 1 | $160.00']);
    expect(await sidebar.$$('.from-by-hand')).toEqual([]);

    await page.evaluate(`setPatient(${MARTA}); openEncounter(${MARTA})`);
    await sidebarText(sidebar, 'The charge is still that of the units before.');
    expect((await shownVisit(sidebar)).lines[0]).toBe('99214 | 25 | B C | 4 | $185.00');
    await page.close();
  });

  test('in another tab: each bills its own', async () => {
    const marta = await desk.openChart(desk.stage.ehr.url);
    const besideMarta = await openSidebar(marta);
    const tobias = await desk.openChart(`${desk.stage.ehr.url}?set_pid=${TOBIAS}`);
    const besideTobias = await openSidebar(tobias);
    expect((await shownVisit(besideTobias)).patient).toBe('Examplesson, Tobias 1990-02-03 M');

    await marta.bringToFront();
    await pressBill(marta, besideMarta);
    await claimShows(besideMarta, 'paid');
    expect((await shownVisit(besideTobias)).button).toBe(
      'Bill this visit · $160.00 to Blue Cross Blue Shield of Illinois',
    );
    await tobias.bringToFront();
    await pressBill(tobias, besideTobias);
    await claimShows(besideTobias, 'paid');

    expect(
      (await sentFiles(desk.stage.sandbox)).map(({ segments }) =>
        segments.filter((one) => /^(NM1\*IL|SV1)/.test(one)),
      ),
    ).toEqual([
      [
        'NM1*IL*1*QUINTERO*MARTA*L***MI*W123456789',
        'SV1*HC:99214:25*185*UN*1***2:3',
        'SV1*HC:97110:GP*96*UN*2***1',
        'SV1*HC:20610:RT:59*140*UN*1***1',
      ],
      ['NM1*IL*1*EXAMPLESSON*TOBIAS****MI*XOF900111222', 'SV1*HC:99395*160*UN*1***1'],
    ]);
    expect(await desk.claims()).toHaveLength(2);
  });
});
