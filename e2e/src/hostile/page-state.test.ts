/** Pages whose own state, asked for where a recipe needs it, is made to answer wrongly, differently, without end or not at all. */
import { type Capture, SURE } from '@claimside/shared/capture';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ReadingBesideHostilePages, startReading } from './reading.ts';
import { sampleOf } from './sample.ts';

let beside: ReadingBesideHostilePages;
let page: Page;

beforeAll(async () => {
  beside = await startReading();
});
afterEach(() => page?.close());
afterAll(() => beside?.close());

/** As Medplum's visit pages are known: the services stand nowhere but in what their components were given. */
const HONEST = `
  const patient = { resourceType: 'Patient', id: location.pathname.split('/')[2], name: [{ family: 'Quintero', given: ['Marta'] }], birthDate: '1978-04-12' };
  const encounter = { resourceType: 'Encounter', id: '1' };
  const item = (id, code) => ({ resourceType: 'ChargeItem', id, context: { reference: 'Encounter/1' }, code: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code }] }, quantity: { value: 1 }, priceOverride: { value: 100 } });
  const chargeItem = [item('a', '99214'), item('b', '97110')];
  const given = { patient, encounter, chargeItem };
  let readings = 0;
  const says = (of, name, get) => Object.defineProperty(of, name, { enumerable: true, get });
`;
const visitPage = (attack: string) =>
  beside.pages.page(
    `<!doctype html><div id="root" class="mantine-x"><input data-testid="checkin" value="2026-11-16"><input name="modifiers"><input name="modifiers"><div class="mantine-Stack-root"><p class="mantine-Text-root">Marta Quintero</p><p class="mantine-Text-root">Patient since 2020-01-01</p></div><p class="mantine-Text-root">1978-04-12 (048Y)</p></div>
    <script>${HONEST}; ${attack}; document.querySelector('input').__reactFiber$x = { memoizedProps: given };</script>`,
    {},
    `/Patient/${crypto.randomUUID()}/Encounter/1`,
  );

const certainCodes = ({ lines }: Capture): string[] =>
  lines.flatMap(({ procedureCode: { value, confidence } }) => (confidence >= SURE ? [value] : []));
const certainNames = ({ fields }: Capture): string[] =>
  (['patient.lastName', 'patient.birthDate'] as const).flatMap((name) => {
    const found = fields[name];
    return found && found.confidence >= SURE ? [found.value] : [];
  });

async function read(attack: string): Promise<Capture> {
  page = await beside.open(visitPage(attack));
  return beside.read(page);
}

test('the state of an honest page is read, and is certain', async () => {
  const capture = await read('');
  expect([certainNames(capture), certainCodes(capture)]).toEqual([
    ['Quintero', '1978-04-12'],
    ['99214', '97110'],
  ]);
});

/** Nothing of these tells twice the same, comes to an end, or can be read at all. */
const NEVER_CERTAIN = {
  'says another code at each reading':
    "says(chargeItem[0].code.coding[0], 'code', () => (readings++ % 2 ? '99214' : '99215'))",
  'makes a hundred new ones wherever it is asked':
    "const endless = () => Object.fromEntries(Array.from({ length: 100 }, (_, n) => ['x' + n, new Proxy({}, { ownKeys: () => Array.from({ length: 100 }, (_, m) => 'y' + m), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), get: endless })])); says(chargeItem[1], 'more', endless)",
  'names another patient at each reading':
    "says(patient.name[0], 'family', () => (readings++ % 2 ? 'Quintero' : 'Examplesson'))",
  'gives other services at each reading':
    "says(given, 'chargeItem', () => (readings++ % 2 ? chargeItem : [item('c', '99215')]))",
  'throws in the middle of its services': "says(chargeItem[1], 'quantity', () => { throw new Error('no') })",
  'has a proxy that throws for a service':
    "chargeItem[1] = new Proxy(chargeItem[1], { ownKeys() { throw new Error('no') } })",
  'holds itself in a hundred places, each of which does':
    "for (let n = 0; n < 100; n += 1) chargeItem[1]['x' + n] = chargeItem[1]",
  'answers with more than any page holds, as it changed what texts can do':
    "String.prototype.slice = () => 'x'.repeat(1_000_000)",
};

test.each(sampleOf(Object.entries(NEVER_CERTAIN), 3))(
  'of a page that %s, no service is certain',
  async (_, attack) => {
    expect(certainCodes(await read(attack))).toEqual([]);
  },
);

/** What a getter can do besides answering, while it is asked. */
const SIDE_EFFECTS = {
  'goes to another visit and back':
    "says(chargeItem[1], 'quantity', () => { const at = location.href; history.replaceState(null, '', '/Patient/else/Encounter/2'); history.replaceState(null, '', at); return { value: 1 } })",
  'takes its elements out of the page and makes others':
    "says(chargeItem[1], 'quantity', () => { for (const input of document.querySelectorAll('[name=modifiers]')) input.replaceWith(input.cloneNode()); return { value: 1 } })",
  'says that each object is an array, and each array an object':
    'Array.isArray = (value) => !(value instanceof Array)',
  'gives a text of a megabyte for its code':
    "says(chargeItem[0].code.coding[0], 'code', () => '99214' + 'x'.repeat(1_000_000))",
};

test.each(sampleOf(Object.entries(SIDE_EFFECTS), 3))(
  'of a page that %s while it is asked, nothing is certain but what it holds',
  async (_, attack) => {
    const capture = await read(attack);
    expect(['99214', '97110']).toEqual(expect.arrayContaining(certainCodes(capture)));
    expect(['Quintero', '1978-04-12']).toEqual(expect.arrayContaining(certainNames(capture)));
  },
);
