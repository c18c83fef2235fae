/** A fee schedule's table: what each column says, and every fault with its row, column and way out. */
import { describe, expect, test } from 'vitest';
import { readTable } from '../tables/index.ts';
import { isHeading } from './columns.ts';
import { readSchedule } from './read.ts';

const PAYERS = [
  { payerId: '60054', name: 'AETNA' },
  { payerId: '62308', name: 'CIGNA EAST' },
  { payerId: '62308', name: 'CIGNA WEST' },
];

async function read(...lines: string[]) {
  const table = await readTable(Buffer.from(lines.join('\n')), isHeading);
  if (!table.ok) throw new Error(table.error.message);
  return readSchedule(table.value, PAYERS);
}

const HEADINGS =
  'Code,Description,Price,Self-pay price,Modifiers,Place of service,Units,NDC,NDC quantity,NDC unit,Contract modifiers,Contract 60054';

test('every column is read', async () => {
  const { procedures, faults } = await read(
    HEADINGS,
    'J1030,"Injection, steroid","$1,250.50",90,RT 59,11,2,0009-0280-03,0.5,ml,,75.25',
    'J1030,,,,,,,,,,25,70',
  );
  expect(faults).toEqual([]);
  expect(procedures).toEqual([
    {
      code: 'J1030',
      description: 'Injection, steroid',
      price: 125_050,
      selfPayPrice: 9_000,
      modifiers: ['RT', '59'],
      placeOfService: '11',
      units: 2,
      drug: { code: '00009028003', quantity: 0.5, unit: 'ML' },
      contract: [
        { payerId: '60054', procedure: 'J1030', amount: 7_525 },
        { payerId: '60054', procedure: 'J1030-25', amount: 7_000 },
      ],
    },
  ]);
});

test('headings that practices use mean the same, others are named and left out', async () => {
  const { procedures, unknownColumns } = await read('CPT Code,Standard Fee,POS,Colour', '99214,185,2,red');
  expect(procedures).toEqual([{ code: '99214', price: 18_500, placeOfService: '02', contract: [] }]);
  expect(unknownColumns).toEqual(['Colour']);
});

test('zeros that a spreadsheet program took are put back, and counted', async () => {
  const { procedures, mended } = await read('Code,Price,POS', '100,500,2', '99214,48.100000000000001,11');
  expect(procedures).toMatchObject([
    { code: '00100', placeOfService: '02' },
    { code: '99214', price: 4_810 },
  ]);
  expect(mended).toBe(2);
});

describe('faults', () => {
  const ROW = '99214,Visit,185,,,11,1,,,,,';
  test.each([
    ['no code', ',Visit,185,,,,,,,,,', 2, 'Code', 'no code'],
    ['a code with its modifier', '99214-25,,185,,,,,,,,,', 2, 'Code', 'no procedure code'],
    ['an amount in words', '99214,,free,,,,,,,,,', 2, 'Price', '“free” is no amount'],
    ['less than nothing', '99214,,-5,,,,,,,,,', 2, 'Price', 'less than nothing'],
    ['a modifier of three', '99214,,185,,RTX,,,,,,,', 2, 'Modifiers', '“RTX” is no modifier'],
    ['five modifiers', '99214,,185,,RT LT 59 25 76,,,,,,,', 2, 'Modifiers', 'More than four'],
    ['a place in words', '99214,,185,,,office,,,,,,', 2, 'Place of service', 'no place of service'],
    ['no units', '99214,,185,,,,0,,,,,', 2, 'Units', 'no number above zero'],
    ['an NDC of nine digits', '99214,,185,,,,,123456789,,,,', 2, 'NDC', 'no NDC'],
    ['a quantity without NDC', '99214,,185,,,,,,2,,,', 2, 'NDC quantity', 'no NDC'],
    ['a contract in words', '99214,,185,,,,,,,,,par', 2, 'Contract 60054', '“par” is no amount'],
    ['a price with contract modifiers', '99214,,185,,,,,,,,25,100', 2, 'Price', 'has no price'],
    ['modifiers without the code', '99214,,,,,,,,,,25,100', 2, undefined, 'no row of its own'],
    ['a code twice', `${ROW}\n${ROW}`, 3, 'Code', 'stands in row 2 already'],
  ])('%s', async (_, rows, line, column, words) => {
    const { faults } = await read(HEADINGS, rows);
    expect(faults).toMatchObject([
      {
        line,
        ...(column !== undefined && { column }),
        message: expect.stringContaining(words),
        fix: expect.stringMatching(/\w/),
      },
    ]);
  });

  test.each([
    ['a payer that the practice has not', 'Code,Contract 11111', 'no payer with the ID 11111'],
    ['a payer of which there are two', 'Code,Contract 62308', 'Several payers'],
    ['two columns for one thing', 'Code,Price,Fee', 'says what another column says'],
  ])('of %s stand at the column', async (_, headings, words) => {
    const { faults } = await read(headings, '99214,1,1');
    expect(faults).toMatchObject([{ column: expect.any(String), message: expect.stringContaining(words) }]);
  });

  test('a name behind the ID tells two payers apart', async () => {
    const { procedures, faults } = await read('Code,Contract 62308 Cigna West', '99214,120');
    expect(faults).toEqual([]);
    expect(procedures[0]?.contract).toEqual([
      { payerId: '62308', payerName: 'CIGNA WEST', procedure: '99214', amount: 12_000 },
    ]);
  });
});
