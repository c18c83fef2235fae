import type { ListedPayer } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { proposedPayers, textsOfProposed } from './payer-proposals.ts';

const row = (payerId: string, transaction: ListedPayer['transaction']): ListedPayer => ({
  name: 'TEST PLAN',
  payerId,
  transaction,
  isAvailable: true,
  isNonPar: null,
  needsEnrollment: null,
  takesSecondary: null,
  takesAttachments: null,
  accidentKind: null,
  notes: '',
});
const filled = (...rows: ListedPayer[]) => proposedPayers([{ name: 'TEST PLAN', rows }]).map(textsOfProposed);

test('the ids for coverage checks and for asking about claims come with the payer, where they differ from that of claims', () => {
  expect(filled(row('T1', '837P'), row('T2', '270'), row('T3', '276'))).toMatchObject([
    { payerId: 'T1', eligibilityId: 'T2', claimStatusId: 'T3' },
  ]);
  expect(filled(row('T1', '837P'), row('T1', '270'), row('T1', '276'))).toMatchObject([
    { eligibilityId: '', claimStatusId: '' },
  ]);
});

test('nothing is guessed among several, and who takes no professional claims is not proposed', () => {
  expect(filled(row('T1', '837P'), row('T2', '276'), row('T3', '276'))).toMatchObject([
    { claimStatusId: '' },
  ]);
  expect(filled(row('T1', '837I'), row('T2', '276'))).toEqual([]);
});
