/** The superbill of a visit without insurance: at the prices for who pays alone, and kept nowhere. */
import type { SelfPayVisit } from '@claimside/shared/api';
import type { Paper } from '@claimside/shared/papers';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeProcedure } from '../../fee-schedule/index.ts';
import { pdfText } from '../../pdf/testing.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

let server: TestApp;
let clinician: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  clinician = await server.pair('clinician');
  const priced = { code: '97110', price: cents(4_800), selfPayPrice: cents(3_000), contract: [] };
  await changeProcedure(server, null, priced);
});
afterEach(() => server.close());

const day = '2026-11-20' as IsoDate;
const line = { serviceDate: day, modifiers: [], units: 1, diagnosisPointers: [1] };
const VISIT: SelfPayVisit = {
  patient: { lastName: 'SELFPAYER', firstName: 'INVENTED', birthDate: '1980-01-02' as IsoDate },
  placeOfService: '11',
  diagnoses: [{ code: 'M54.50' }],
  lines: [
    { ...line, procedureCode: '97110', units: 2, charge: cents(9_600) },
    { ...line, procedureCode: '99213', charge: cents(12_500) },
  ],
  paid: cents(5_000),
};
const ask = (body: unknown, path = '/superbills') =>
  server.request('POST', path, { device: clinician, body });

test('each line has the price for who pays alone, else what the chart charges; what was paid is taken off', async () => {
  const paper = (await (await ask(VISIT)).json()) as Paper;
  const [services] = paper.blocks.filter((block) => block.kind === 'table');
  expect(services?.kind === 'table' && services.rows.map((row) => [row[1], row.at(-1)])).toEqual([
    ['97110', '$60.00'],
    ['99213', '$125.00'],
  ]);
  const [sums] = paper.blocks.filter((block) => block.kind === 'sums');
  expect(sums?.kind === 'sums' && sums.rows.map(({ name, amount }) => [name, amount])).toEqual([
    ['Charged', '$185.00'],
    ['You have paid', '-$50.00'],
    ['To pay', '$135.00'],
  ]);
  expect(JSON.stringify(paper)).not.toMatch(/Insurance|Account number/);
  expect(JSON.stringify(paper)).toContain(
    'There is no self-pay price for 99213: the usual charge stands there.',
  );
});

test('it is printed on the day that it is where the practice is', async () => {
  const paper = await (await ask(VISIT, '/superbills?timeZone=Pacific/Kiritimati')).text();
  expect(paper).toContain('Printed 11/21/2026.');
});

test('a code without any price is named with the way out, and no price is made up', async () => {
  const [, without] = VISIT.lines;
  if (!without) throw new Error('no line');
  const { charge: _, ...unpriced } = without;
  const refused = await ask({ ...VISIT, lines: [unpriced] });
  expect(refused.status).toBe(422);
  const problem = await problemOf(refused);
  expect(problem).toMatchObject({ code: 'self-pay-price-missing' });
  expect(problem.detail).toContain('There is no price for 99213.');
});

test('it comes as PDF, too; that one was made is on record, and the patient is nowhere', async () => {
  const answer = await ask(VISIT, '/superbills/pdf');
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect((await pdfText(Buffer.from(await answer.arrayBuffer()))).join(' ')).toContain('INVENTED SELFPAYER');
  expect((await server.audited()).at(-1)).toMatchObject({
    action: 'superbill-read',
    subject: server.practiceId,
    deviceId: clinician.deviceId,
  });
  expect(await server.databaseText()).not.toContain('SELFPAYER');
  expect(server.logged.join('')).not.toContain('SELFPAYER');
});
