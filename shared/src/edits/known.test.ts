/** What sidebar and server tell edits, out of the same facts. */
import { describe, expect, test } from 'vitest';
import type { PracticePayer } from '../api/index.ts';
import { exampleClaim, specialClaims } from '../examples/index.ts';
import { changed, TODAY } from './cases/case.ts';
import { editContextOf, servicesText } from './index.ts';

const payer = (name: string, facts: Partial<PracticePayer> = {}): PracticePayer => ({
  payerId: '60054',
  name,
  claimFilingIndicator: 'CI',
  aliases: [],
  ...facts,
});
const factsFor = (...payers: PracticePayer[]) => editContextOf(exampleClaim, { today: TODAY, payers }).payer;

describe('what is known of the payer', () => {
  test('is what the practice wrote down of the one with its id', () => {
    expect(
      factsFor(
        payer('Aetna', { isListed: false, timelyFilingDays: 120 }),
        payer('Cigna', { payerId: '62308' }),
      ),
    ).toEqual({ claimFilingIndicator: 'CI', isListed: false, timelyFilingDays: 120 });
  });

  test('is that of the same name among several with its id', () => {
    const others = payer('Other plans', { isPaperOnly: true });
    expect(factsFor(others, payer('AETNA', { timelyFilingDays: 90 }))).toMatchObject({
      timelyFilingDays: 90,
    });
  });

  test('is what the clearinghouse’s list says, where the practice wrote nothing else down', () => {
    const clearinghouse = {
      payerIdPattern: null,
      listed: [
        { payerId: '60054', name: 'Other plans', isListed: false },
        {
          payerId: '60054',
          name: 'Aetna',
          isListed: true,
          takesSecondary: false,
          accidentKind: 'auto' as const,
        },
      ],
    };
    const payers = [payer('Aetna', { takesSecondary: true })];
    expect(editContextOf(exampleClaim, { today: TODAY, payers, clearinghouse }).payer).toEqual({
      claimFilingIndicator: 'CI',
      isListed: true,
      takesSecondary: true,
      accidentKind: 'auto',
    });
  });

  test('is nothing where neither id nor name tells which one it is', () => {
    expect(factsFor(payer('One plan'), payer('Another plan'))).toBeUndefined();
    expect(factsFor(payer('Aetna', { payerId: '11111' }))).toBeUndefined();
  });
});

test('what could not be asked is absent, so that its edits are silent', () => {
  expect(editContextOf(exampleClaim, { today: TODAY, clearinghouse: null })).toEqual({ today: TODAY });
});

describe('services are the same', () => {
  const line = specialClaims.drugClaim?.serviceLines[1];

  test('in another order of lines and modifiers, and with the name in other letters', () => {
    const [first, second] = exampleClaim.serviceLines;
    const other = changed(exampleClaim, {
      'patient.lastName': exampleClaim.patient.lastName.toUpperCase(),
      serviceLines: [second, { ...first, serviceDateEnd: first?.serviceDate }],
    });
    expect(servicesText(other)).toBe(servicesText(exampleClaim));
  });

  test.each([
    ['another birth date', { 'patient.birthDate': '1979-01-01' }],
    ['another charge', { 'serviceLines.0.chargeAmount': 1 }],
    ['a line more', { serviceLines: [...exampleClaim.serviceLines, line] }],
  ])('but not with %s', (_what, changes) => {
    expect(servicesText(changed(exampleClaim, changes))).not.toBe(servicesText(exampleClaim));
  });

  test.each([
    'patient.birthDate',
    'serviceLines.0.procedureCode',
    'serviceLines.1.chargeAmount',
    'serviceLines',
  ])('and nobody can tell without %s', (path) => {
    expect(servicesText(changed(exampleClaim, { [path]: undefined }))).toBeUndefined();
  });
});
