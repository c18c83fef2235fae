/** Under whom a visit is billed follows what is changed on it, until a person chooses. */
import { draftFromCapture, type PracticeContext } from '@claimside/shared/capture';
import { exampleCapture, examplePractice } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { followBilling } from './billing.ts';
import { formFromReading, setField, setFields } from './form.ts';

const USUAL = examplePractice.billingProvider;
const OWN = { ...USUAL, npi: '1245319599' };
const PRACTICE: PracticeContext = {
  ...examplePractice,
  billingProfiles: [
    { name: 'Own NPI', billingProvider: OWN, payerIds: ['62308'], locations: [], renderingNpis: [] },
  ],
};
const read = () => formFromReading(draftFromCapture(exampleCapture, PRACTICE));
const billed = (form: ReturnType<typeof read>) => followBilling(form, PRACTICE).draft.billingProvider?.npi;

test('another payer brings its billing profile, and the first one the usual again', () => {
  expect(billed(read())).toBe(USUAL.npi);
  const other = followBilling(setField(read(), 'coverage.payerId', '62308'), PRACTICE);
  expect(other.draft.billingProvider?.npi).toBe(OWN.npi);
  expect(other.byHand.has('billingProvider')).toBe(false);
  expect(billed(setField(other, 'coverage.payerId', '60054'))).toBe(USUAL.npi);
});

test('whoever was chosen by hand stays', () => {
  const chosen = setFields(read(), { billingProvider: OWN, 'coverage.payerId': '60054' });
  expect(billed(chosen)).toBe(OWN.npi);
});
