import { type Capture, draftFromCapture } from '@claimside/shared/capture';
import { captured, exampleCapture, examplePractice } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { COVERAGE } from './claim-fields/basics.ts';
import { formFromReading } from './form.ts';
import { payerNameToRemember } from './payer-name.ts';
import { setPayer } from './set-payer.ts';

const { payers } = examplePractice;
const [aetna, cigna] = payers;
if (!aetna || !cigna) throw new Error('two payers');
const field = COVERAGE.fields[0];
const fills = field && 'fills' in field ? field.fills : {};
const page = (name: string, more: Capture['fields'] = {}): Capture => ({
  ...exampleCapture,
  fields: { ...exampleCapture.fields, 'coverage.payerName': captured(name), ...more },
});
const read = (capture: Capture) => formFromReading(draftFromCapture(capture, examplePractice));
const remembered = (capture: Capture) =>
  payerNameToRemember({ capture, form: setPayer(read(capture), fills, cigna) }, payers);

test('a name that the practice does not know goes to the payer that a person chose', () => {
  expect(remembered(page('CIGNA OAP (TEST)'))).toEqual({
    name: 'CIGNA OAP (TEST)',
    payerId: cigna.payerId,
    payerName: cigna.name,
  });
});

test('nothing where the name is known for a payer, this one or another', () => {
  expect(remembered(page('cigna'))).toBeUndefined();
  expect(remembered(page('AETNA PPO'))).toBeUndefined();
});

test('nothing where nobody chose, or the reading is not certain', () => {
  const capture = page('CIGNA OAP (TEST)');
  expect(payerNameToRemember({ capture, form: read(capture) }, payers)).toBeUndefined();
  const unsure = { ...captured('CIGNA OAP (TEST)'), confidence: 0.5 };
  expect(remembered(page('', { 'coverage.payerName': unsure }))).toBeUndefined();
});

test('nothing where the page shows the ID of another payer', () => {
  expect(remembered(page('CIGNA OAP (TEST)', { 'coverage.payerId': captured('OTHER') }))).toBeUndefined();
});
