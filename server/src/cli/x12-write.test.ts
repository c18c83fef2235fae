/** x12 write: what can not be written as it is said is told by its place and its reason, and nothing broken is written in silence. */
import { describe, expect, test } from 'vitest';
import { runX12 } from './x12-testing.ts';
import { CLAIM, edited, good, lacking, SET } from './x12-write-testing.ts';

describe('what can not be written as it is said', () => {
  test.each([
    [
      'an unknown field, with the one that was meant',
      ['"birthDate":"1978-04-12"', '"birthDay":"1978-04-12"'],
      'patient.birthDay: no field of a claim has this name. Write birthDate.',
    ],
    [
      'an unknown field of a line',
      ['"units":1', '"units":1,"charge":18500'],
      'serviceLines[0].charge: no field of a claim has this name. Write chargeAmount.',
    ],
    [
      'an unknown field that is like no other',
      ['"units":1', '"units":1,"xyz":{"a":1}'],
      'serviceLines[0].xyz: no field of a claim has this name. Take it out, or put it where claimside x12 read has it.',
    ],
    [
      'a separator within a value',
      ['"QUINTERO"', '"QUIN~TERO"'],
      'patient.lastName: holds a separator of this file, a line break or another control character. Write it without.',
    ],
    [
      'a code that no list has',
      ['"assignmentOfBenefits":"A"', '"assignmentOfBenefits":"Assigned"'],
      'assignmentOfBenefits: must be one of A, B, C.',
    ],
    [
      'what is for people only',
      ['"birthDate":"1978-04-12"', '"birthDate":"1978-04-12","phone":"2175550100"'],
      'patient.phone: an 837P has no place for it, or none beside what else this claim says. Take it out, or say it where claimside x12 read has it.',
    ],
    [
      'a name that every object has',
      ['"billingProvider":', '"constructor":"x","billingProvider":'],
      'constructor: no field of a claim has this name. Take it out, or put it where claimside x12 read has it.',
    ],
    [
      'a name that every object has, for nothing',
      ['"billingProvider":', '"__proto__":{},"billingProvider":'],
      '__proto__: no field of a claim has this name. Take it out, or put it where claimside x12 read has it.',
    ],
    [
      'a third of a unit',
      ['"units":1', '"units":0.3333333333333333'],
      'serviceLines[0].units: has too many digits: at most 3 behind the point. Write it so.',
    ],
    [
      'half of a character',
      ['"QUINTERO"', '"QUIN\\ud800TERO"'],
      'patient.lastName: holds half of a character (a lone surrogate). Write it without.',
    ],
  ] as const)('%s', async (_, change, words) => {
    const { code, out, said } = await runX12(['write', '-'], edited(change));
    expect(said.split('\n')).toContain(`${CLAIM}.${words}`);
    expect([code, out.startsWith('ISA*')]).toEqual([1, true]);
  });
});

test('signs that X12 has for itself are told as such around a claim too', async () => {
  const { code, said } = await runX12(['write', '-'], edited(['"C000000001"', '"A*B"']));
  expect(said.split('\n')).toContain(
    `${CLAIM.replace(/\.claim$/, '')}.patientControlNumber: holds a separator of this file, a line break or another control character. Write it without.`,
  );
  expect(code).toBe(1);
});

test('a separator that data holds is replaced, and told', async () => {
  const { code, out, said } = await runX12(['write', '-'], edited(['"component":":"', '"component":"."']));
  expect(said.split('\n')).toContain(
    'professionalClaims.interchanges[0].separators.component: stands in data too, and another one was taken. Write the usual one: * : ^ ~.',
  );
  expect([code, out.startsWith('ISA*')]).toEqual([1, true]);
});

describe('what stands beside the claims and is no claim', () => {
  test('answers are not written, and told', async () => {
    const { code, out, said } = await runX12(
      ['write', '-'],
      edited(['"findings"', '"remittanceAdvice":{},"findings"']),
    );
    expect([code, out]).toEqual([1, good]);
    expect(said).toBe('Not written: a remittance (835). claimside x12 write writes one kind at a time.');
  });

  test.each([
    ['the file', ['"findings"', '"batch":1,"findings"'], 'batch'],
    ['a head', ['"purpose"', '"porpoise":"1","purpose"'], `${SET}.head.porpoise`],
    ['a submitter', ['"submitter":{', '"submitter":{"fax":"1",'], `${SET}.head.submitter.fax`],
    [
      'a contact',
      ['"contacts":[{', '"contacts":[{"telephone":"1",'],
      `${SET}.head.submitter.contacts[0].telephone`,
    ],
    ['a receiver', ['"receiver":{', '"receiver":{"npi":"1",'], `${SET}.head.receiver.npi`],
  ] as const)('an unknown name of %s is refused', async (_, change, path) => {
    const { code, out, said } = await runX12(['write', '-'], edited(change));
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(`${path}: claimside x12 read gives nothing of this name. Take it out.`);
  });
});

describe('a claim that lacks what the guide requires is written, and told as check would', () => {
  test.each([
    ['its coverage', ['coverage'], /error ELEMENT-MISSING at NM109 in .*2010BB of claim C000000001: /],
    ['its patient', ['patient'], /error ELEMENT-MISSING at NM103 in .*2010BA of claim C000000001: /],
    ['its lines', ['serviceLines'], /error SEGMENT-MISSING .*: LX /],
    ['its diagnoses', ['diagnoses'], /error SEGMENT-MISSING .*: HI /],
  ])('%s', async (_, names, finding) => {
    const { code, out, said } = await runX12(['write', '-'], lacking(...names));
    expect(said).toMatch(finding);
    expect(said).toMatch(/The file was written, and has \d+ errors?\.$/);
    expect([code, out.startsWith('ISA*')]).toEqual([1, true]);
  });
});

test('an amount that is too large is told so beside what else is wrong', async () => {
  const { said } = await runX12(
    ['write', '-'],
    edited(['"chargeAmount":18500', '"chargeAmount":1e15'], ['"birthDate":"1978-04-12",', '']),
  );
  expect(said.split('\n')).toContain(
    `${CLAIM}.serviceLines[0].chargeAmount: is too large: at most 9999999999.`,
  );
});

test('codes in small letters are written in capitals, and told', async () => {
  const { code, out, said } = await runX12(
    ['write', '-'],
    edited(
      ['"state":"IL"', '"state":"il"'],
      ['"payerId":"60054"', '"payerId":"ab12c"'],
      ['"code":"M5450"', '"code":"m5450"'],
      ['"modifiers":["25"]', '"modifiers":["gt"]'],
    ),
  );
  expect(code).toBe(0);
  expect(out).toContain('*IL*');
  expect(out).toContain('*PI*AB12C~');
  expect(out).toContain('ABK:M5450');
  expect(out).toContain('HC:99214:GT');
  expect(said.split('\n').map((line) => line.replace(/^.*\.claim\./, ''))).toEqual(
    [
      'billingProvider.address.state',
      'coverage.payerId',
      'diagnoses[0].code',
      'serviceLines[0].modifiers[0]',
    ].map((path) =>
      expect.stringMatching(
        `${path.replace(/[[\]]/g, '\\$&')}: was in small letters and is written in capitals\\.`,
      ),
    ),
  );
});

describe('what is wrong above the claims is told by its place in the JSON too', () => {
  test.each([
    [
      ['"npi":"1234567893"', '"npi":"1234567890"'],
      'billingProvider.npi: must be an NPI: 10 digits, the last a check digit.',
    ],
    [
      ['"postalCode":"627010001"', '"postalCode":"6270"'],
      'billingProvider.address.postalCode: must be 9 digits.',
    ],
  ] as const)('%j', async (change, words) => {
    const { code, said } = await runX12(['write', '-'], edited(change));
    expect(said.split('\n')).toContain(`${CLAIM}.${words}`);
    expect(code).toBe(1);
  });
});
