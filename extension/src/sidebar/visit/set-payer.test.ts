import type { PracticePayer } from '@claimside/shared/api';
import { draftFromCapture, payerKey } from '@claimside/shared/capture';
import { exampleCapture, examplePractice } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { COVERAGE } from './claim-fields/basics.ts';
import { formFromReading, readAgain, type VisitForm } from './form.ts';
import { setPayer } from './set-payer.ts';

const at = (line1: string) => ({ line1, city: 'TESTVILLE', state: 'OR', postalCode: '97201' });
const [aetna, cigna] = examplePractice.payers.map((payer) => ({
  ...payer,
  address: at(`PO BOX ${payer.name}`),
}));
if (!aetna || !cigna) throw new Error('two payers');
const practice = { ...examplePractice, payers: [aetna, cigna] };
const field = COVERAGE.fields[0];
const fills = field && 'fills' in field ? field.fills : {};

const read = draftFromCapture(exampleCapture, practice);
const chosen = (payer: PracticePayer): VisitForm => setPayer(formFromReading(read), fills, payer);

test('another payer brings its own address, and nothing is left of the one before', () => {
  expect(read.draft.coverage).toMatchObject({ payerId: aetna.payerId, payerAddress: aetna.address });
  expect(chosen(cigna).draft.coverage).toMatchObject({
    payerId: cigna.payerId,
    payerName: cigna.name,
    claimFilingIndicator: cigna.claimFilingIndicator,
    payerAddress: cigna.address,
  });
});

test('a payer without an address leaves none, also when the page is read again', () => {
  const { address: _, ...without } = cigna;
  const form = chosen(without);
  expect(form.draft.coverage?.payerAddress).toBeUndefined();
  expect(readAgain(form, read).draft.coverage?.payerAddress).toBeUndefined();
});

test('numbers at the payer before do not go to the next one', () => {
  const numbered = formFromReading({
    ...read,
    draft: {
      ...read.draft,
      coverage: {
        ...read.draft.coverage,
        payerSecondaryIds: [{ qualifier: '2U', value: 'INVENTED' }],
        billingProviderIds: [{ qualifier: 'G2', value: 'INVENTED' }],
      },
    },
  });
  const { coverage } = setPayer(numbered, fills, cigna).draft;
  expect(coverage?.payerSecondaryIds).toBeUndefined();
  expect(coverage?.billingProviderIds).toBeUndefined();
});

test('in a row of the other insurances as well', () => {
  const row = { payerId: 'payer.id', name: 'payer.name', address: 'payer.address' };
  const inRow = Object.fromEntries(
    Object.entries(row).map(([part, path]) => [part, `otherCoverages.0.${path}`]),
  );
  const form = setPayer(setPayer(formFromReading(read), inRow, aetna), inRow, cigna);
  expect(form.draft.otherCoverages?.[0]?.payer).toEqual({
    id: cigna.payerId,
    name: cigna.name,
    address: cigna.address,
  });
});

test('payers that share one ID are told apart by their names', () => {
  expect(payerKey({ ...cigna, payerId: aetna.payerId })).not.toBe(payerKey(aetna));
});
