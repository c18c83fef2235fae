/** Contract amounts as they are typed, and back. */
import type { ContractAmount, PracticePayer } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { contractOf, newRow, payerChoices, rowsOf } from './contracts.ts';

const payer = (payerId: string, name: string): PracticePayer => ({
  payerId,
  name,
  claimFilingIndicator: 'CI',
  aliases: [],
});
const PAYERS = [payer('60054', 'Aetna'), payer('TEST1', 'Plan A'), payer('TEST1', 'Plan B')];
const CONTRACT: ContractAmount[] = [
  { payerId: '60054', procedure: '99214', amount: 12_000 },
  { payerId: '60054', procedure: '99214-25-59', amount: 13_050 },
  { payerId: 'TEST1', payerName: 'Plan B', procedure: '99214', amount: 9_900 },
  { payerId: 'GONE1', procedure: '99214', amount: 8_000 },
];
const CHOICES = payerChoices(PAYERS, CONTRACT);
const keyOf = (words: string) => CHOICES.find((choice) => choice.words === words)?.key ?? '';

test('amounts come back from their rows as they were, of payers too that are no longer the practice’s', () => {
  expect(contractOf('99214', rowsOf(CONTRACT), CHOICES)).toEqual({ contract: CONTRACT });
  expect(CHOICES.map(({ words }) => words)).toEqual(['Aetna 60054', 'Plan A TEST1', 'Plan B TEST1', 'GONE1']);
});

test('a new amount is of the code with its modifiers in order, and of a payer by name where its ID is shared', () => {
  const row = { ...newRow(9), payer: keyOf('Plan A TEST1'), modifiers: '59, 25', amount: '101.5' };
  expect(contractOf('97110', [row], CHOICES)).toEqual({
    contract: [{ payerId: 'TEST1', payerName: 'Plan A', procedure: '97110-25-59', amount: 10_150 }],
  });
});

test('each row says by itself what is wrong with it', () => {
  const aetna = keyOf('Aetna 60054');
  const rows = [
    { ...newRow(1), payer: aetna, modifiers: '25 59', amount: '10' },
    { ...newRow(2), payer: aetna, modifiers: '59 25', amount: '12' },
    { ...newRow(3), amount: '' },
    { ...newRow(4), payer: aetna, modifiers: 'RTX', amount: 'dear' },
  ];
  expect(contractOf('99214', rows, CHOICES)).toEqual({
    problems: {
      2: { payer: 'This payer has an amount for these modifiers above.' },
      3: { payer: 'Choose the payer whose contract it is.', amount: 'Write what it allows for one unit.' },
      4: { modifiers: expect.stringContaining('no modifier'), amount: '“dear” is no amount.' },
    },
  });
});
