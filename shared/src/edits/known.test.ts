/** What sidebar and server tell edits, out of the same facts. */
import { describe, expect, test } from 'vitest';
import type { ClaimEnrollment, PracticePayer } from '../api/index.ts';
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

describe('the enrollment for claims', () => {
  const { npi } = exampleClaim.billingProvider;
  type Asked = Parameters<typeof editContextOf>[1];
  const enrollmentFor = (
    facts: Partial<PracticePayer>,
    clearinghouse: Partial<NonNullable<Asked['clearinghouse']>> = {},
    claim = exampleClaim as Parameters<typeof editContextOf>[0],
  ) =>
    editContextOf(claim, {
      today: TODAY,
      payers: [payer('Aetna', facts)],
      clearinghouse: { payerIdPattern: null, ...clearinghouse },
    }).payer?.enrollment;
  const recorded = (more: Partial<ClaimEnrollment> = {}) => ({
    enrollments: [{ payerId: '60054', billingNpi: npi, state: 'sent' as const, ...more }],
  });
  const listed = [{ payerId: '60054', name: 'Aetna', isListed: true, needsEnrollment: true }];
  const NONE = { waitsFor: 'needed', isBlocking: false };

  test('is missing where the list or the practice asks for it, and nothing is on record', () => {
    expect(enrollmentFor({})).toBeUndefined();
    expect(enrollmentFor({}, { listed })).toEqual(NONE);
    expect(enrollmentFor({ isEnrollmentMissing: true })).toEqual(NONE);
  });

  test('is what is on record, and blocks where the practice says so', () => {
    expect(enrollmentFor({}, recorded())).toMatchObject({ waitsFor: 'sent', isBlocking: false });
    expect(enrollmentFor({}, recorded({ blocksClaims: true }))).toMatchObject({ isBlocking: true });
    for (const state of ['approved', 'not-needed'] as const)
      expect(
        enrollmentFor({ isEnrollmentMissing: true }, { listed, ...recorded({ state }) }),
      ).toBeUndefined();
  });

  test('of another NPI or payer says nothing', () => {
    const other = recorded({ billingNpi: '1245319599', state: 'approved' });
    expect(enrollmentFor({}, { listed, ...other })).toEqual(NONE);
    expect(enrollmentFor({}, recorded({ payerId: '62308' }))).toBeUndefined();
  });

  test('of Medicare waits until the clearinghouse was told', () => {
    const medicare = changed(exampleClaim, { 'coverage.claimFilingIndicator': 'MB' });
    const approved = (more = {}) => recorded({ state: 'approved', ...more });
    expect(enrollmentFor({}, approved(), medicare)).toMatchObject({ waitsFor: 'not-told' });
    expect(enrollmentFor({}, approved({ toldOn: TODAY }), medicare)).toBeUndefined();
  });

  test('counts for a payer that the practice has not on its own list, too', () => {
    const context = editContextOf(exampleClaim, {
      today: TODAY,
      clearinghouse: { payerIdPattern: null, ...recorded() },
    });
    expect(context.payer).toMatchObject({ enrollment: { waitsFor: 'sent' } });
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
