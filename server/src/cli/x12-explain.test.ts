/** x12 explain: all that a claim carries, in words, so that a biller can read it out on the phone. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim, secondaryClaim, specialClaims, workCompClaim } from '@claimside/shared/examples';
import { cents, formatMoney, type IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goodLines } from '../transactions/claim-837p/check/testing.ts';
import { asWritten } from '../transactions/claim-837p/index.ts';
import { claimArbitrary } from '../transactions/claim-837p/property/claim-arbitrary.ts';
import { answerFile, exampleClaimFileEnvelope, fileOf } from '../transactions/examples.ts';
import { explainClaim } from './commands/x12/explain/claim.ts';
import { spoken } from './commands/x12/explain/words.ts';
import { goodFile, runX12 } from './x12-testing.ts';

const said = (claim: Claim) => explainClaim('C000000001', claim, cents(0)).join('\n');

test('the page of a claim with an accident, numbers and dates', () => {
  expect(
    said({
      ...workCompClaim,
      coverage: { ...workCompClaim.coverage, groupNumber: 'GROUP-7' },
      priorAuthorizationNumber: 'AUTH1',
      referralNumber: 'REFERRAL2',
      admissionDate: '2026-11-14' as IsoDate,
      serviceFacility: {
        name: 'IMAGINARY HOSPITAL',
        npi: '1245319599',
        address: { line1: '7 MADE UP ROAD', city: 'SPRINGFIELD', state: 'IL', postalCode: '627050002' },
      },
    }),
  ).toMatchInlineSnapshot(`
    "Claim C000000001: $0.00, original (1)
      Billing      Sample Clinic, NPI 1234567893, taxonomy 208D00000X, kind of tax id employer id (EI), tax id 123456789, contact name Billing Office, contact phone 2175550100
                   1 Example Street, Springfield, IL 62701-0001
      Rendering    Ingrid Halvorsen, NPI 1245319599, taxonomy 207Q00000X
      Facility     IMAGINARY HOSPITAL, NPI 1245319599
                   7 MADE UP ROAD, SPRINGFIELD, IL 62705-0002
      Place        office (11)
      Patient      Marta Quintero, born 1978-04-12, female (F), property casualty claim number WC-2026-77
                   12 Invented Lane, Springfield, IL 62704
                   employee (20) of the insured
      Insured      Imaginary Foundry
      Payer        State Fund (35076), primary (P), member id WC-2026-77
                   kind of insurance workers compensation (WC), group number GROUP-7
      Provider signature on file: yes
      Assignment of benefits: accepted (A)
      Benefits to provider: yes (Y)
      Release of information: signed (Y)
      Related to: work (EM)
      Accident date: 2026-11-10
      Prior authorization number: AUTH1
      Referral number: REFERRAL2
      Admission date: 2026-11-14
      Diagnoses    ICD-10-CM: 1 M54.50  2 I10  3 E11.9
      Line 1       2026-11-16  99214 25  1 unit  $185.00  for diagnosis 2 (I10), 3 (E11.9)
      Line 2       2026-11-16  97110 GP  2 units  $96.00  for diagnosis 1 (M54.50)"
  `);
});

test('another insurance with what it paid and took off, of the claim and of its lines', () => {
  const page = said(secondaryClaim);
  expect(page).toContain('Other payer  Aetna (60054), primary (P), member id W123456789, paid $160.00');
  expect(page).toContain(
    'payer 60054 paid $110.00 for 99214, units 1, on 2026-11-20; adjusted CO 45 $50.00, PR 2 $25.00',
  );
});

test('diagnoses have their dots and say of which ICD they are', () => {
  expect(said({ ...exampleClaim, diagnoses: [{ code: 'M5450' }, { code: 'I10' }] })).toContain(
    'Diagnoses    ICD-10-CM: 1 M54.50  2 I10',
  );
  const old = { codeSet: 'ICD-9-CM' } as const;
  expect(
    said({
      ...exampleClaim,
      diagnoses: [
        { ...old, code: '72210' },
        { ...old, code: 'E8120' },
      ],
    }),
  ).toContain('Diagnoses    ICD-9-CM: 1 722.10  2 E812.0');
});

test('what the model has no place for is listed as it stands', async () => {
  const file = goodLines([exampleClaim])
    .join('\n')
    .replace('HI*ABK', 'REF*QQ*12345\nHI*ABK')
    .replace('HC:97110:GP', 'HC:97110:GP:::::X');
  const { out } = await runX12(['explain', '-'], fileOf(file));
  expect(out).toContain('        Kept as it stands:\n          behind CLM in 2300: REF*QQ*12345\n');
  expect(out).toContain('          SV1 in 2400[2], element 1-8: X\n');
});

test.each(['constructor', 'toString', '__proto__'])(
  'a code that is called as what every object has is told as it stands: %s',
  async (code) => {
    const file = goodLines([exampleClaim])
      .join('\n')
      .replace('11:B:1', `11:B:${code}`)
      .replace('19780412*F', `19780412*${code}`);
    const { out } = await runX12(['explain', '-'], fileOf(file));
    expect(out).toContain(code);
    expect(out).toContain('1 claim, $281.00 charged.');
    expect(spoken(code, code)).toBe(code);
  },
);

test('claims behind another kind are told as well, and envelopes of that kind are no claims', async () => {
  const head = { group: 'FA', set: '999', version: '005010X231A1', setVersion: '005010X231A1' };
  const answer = new TextDecoder().decode(answerFile(head, 'AK1*HC*101*005010X222A1\nAK9*A*1*1*1'));
  const { code, out } = await runX12(
    ['explain', '-'],
    answer + goodFile(2).replaceAll('000000101', '000000102'),
  );
  expect(code).toBe(0);
  expect(out).toContain('Group 101 (HC): accepted');
  expect(out.match(/^ *Interchange .*/gm)).toEqual([expect.stringContaining('Interchange 000000102 from')]);
  expect(out.match(/^ *Claim C\d+/gm)).toHaveLength(2);
  expect(out).toContain('2 claims, $562.00 charged.');
});

test('what would steer the terminal is only shown to be there', async () => {
  const { out } = await runX12(
    ['explain', '-'],
    goodFile(1).replace('QUINTERO*MARTA', 'QUIN\x1b[31mTERO*MAR\x07TA').replace('CLM*C0', 'CLM*C\x1b0'),
  );
  expect(out).toContain('Patient      MAR\ufffdTA QUIN\ufffd[31mTERO');
  expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

/** Every single value of a claim as the page may say it. */
function valuesOf(value: unknown, name = ''): string[][] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesOf(each, name));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => valuesOf(inner, key));
  if (typeof value === 'number') return [[String(value), formatMoney(cents(Math.round(value)))]];
  if (typeof value !== 'string' || SAID_OTHERWISE.includes(name)) return [];
  const zip = value.replace(/^(\d{5})(\d{4})$/, '$1-$2');
  const dotted = [3, 4].map((at) => `${value.slice(0, at)}.${value.slice(at)}`);
  return [[value, zip, ...dotted]];
}

/** Person or organization, which edition of ICD, that the patient is the insured, minutes. */
const SAID_OTHERWISE = ['kind', 'codeSet', 'relationshipToSubscriber', 'unitOfMeasure'];

test('nothing that a claim carries is left out, whatever it carries', () => {
  const submitter = exampleClaimFileEnvelope.submitter;
  fc.assert(
    fc.property(
      fc.oneof(
        claimArbitrary('as-sent'),
        fc.constantFrom<Claim[]>(exampleClaim, ...Object.values(specialClaims)),
      ),
      (claim) => {
        const written = asWritten({ patientControlNumber: 'C1', claim }, submitter).claim;
        const page = said(written);
        expect(valuesOf(written).filter((forms) => !forms.some((form) => page.includes(form)))).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
