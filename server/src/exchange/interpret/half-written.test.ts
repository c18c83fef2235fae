/** Answers of claims that are fetched while the clearinghouse writes them, or broke off: half a word is no word. */
import { expect, test } from 'vitest';
import { connected } from '../testing-answers.ts';
import { acknowledgement, OFFICE_ALLY } from '../testing-words.ts';

const whole = Buffer.from(acknowledgement(OFFICE_ALLY, 'A1:19:PR*20261122*WQ')).toString();

/** Up to where the word on the claim begins, or within it. */
const CUTS = [
  ['before what it says of the claim', /STC\*A1/],
  ['within what it says', /:19:PR/],
  ['right behind it', /SE\*/],
] as const;

test.each(CUTS)('cut off %s, it says nothing of its last claim; whole, it does', async (_, at) => {
  const { practice, publish, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const before = await practice.facts(claim);
  const end = [...whole.matchAll(new RegExp(at, 'g'))].at(-1)?.index;
  if (end === undefined) throw new Error('no such place');
  await publish('SIM_1_HCFA_277ca_20261122.txt', Buffer.from(whole.slice(0, end)));
  expect(await practice.facts(claim)).toEqual(before);
  const [file] = (await practice.files()).filter(({ name }) => name.includes('277ca'));
  expect(file).toMatchObject({ state: 'needs-person' });
  await publish('SIM_1_HCFA_277ca_20261122.txt', Buffer.from(whole));
  expect(await practice.status(claim)).toBe('at-clearinghouse');
});

test('a set without its end in a file that is whole has said all', async () => {
  const { practice, publish, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const withoutEnd = whole.replace(/SE\*[^~]*~\s*/, '');
  expect(withoutEnd).not.toBe(whole);
  await publish('SIM_2_HCFA_277ca_20261122.txt', Buffer.from(withoutEnd));
  expect(await practice.status(claim)).toBe('at-clearinghouse');
});

/** A further set, begun. */
const BEGUN = 'ST*277*0002*005010X214~BHT*0085*08*R2*20261122*1530*TH~';
test.each([
  ['right behind its beginning', BEGUN],
  ['before that', BEGUN.slice(0, 30)],
])('a set that is whole is heard, though the file is cut off in the next one %s', async (_, begun) => {
  const { practice, publish, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  await publish('SIM_3_HCFA_277ca_20261122.txt', whole.slice(0, whole.indexOf('GE*')) + begun);
  expect(await practice.status(claim)).toBe('at-clearinghouse');
});

/** Sets of two interchanges may bear one number. */
const before = whole.replace('C000000001', 'C000000002').replaceAll('000000101', '000000102');
const WITHOUT_SE = /SE\*[^~]*~\s*/;
test.each([
  [
    'its interchange is cut off behind it, and a set of the same number before it has no end',
    before.replace(WITHOUT_SE, '') + whole.slice(0, whole.indexOf('IEA*')),
  ],
  [
    'it has no end, and the interchange before it has none either',
    before.slice(0, before.indexOf('IEA*')) + whole.replace(WITHOUT_SE, ''),
  ],
])('a set that is whole is heard, though %s', async (_, file) => {
  const { practice, publish, exchange } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  await publish('SIM_4_HCFA_277ca_20261122.txt', file);
  expect(await practice.status(claim)).toBe('at-clearinghouse');
});
