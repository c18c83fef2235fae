/** x12 write: what is wrong with JSON is told by its place, its reason and what to do; nothing broken is written in silence. */
import { describe, expect, test } from 'vitest';
import { answerFile } from '../transactions/examples.ts';
import { goodFile, runX12 } from './x12-testing.ts';

const good = goodFile(1);
const { out: read } = await runX12(['read', '-'], good);
const SET = 'professionalClaims.interchanges[0].groups[0].sets[0]';
const CLAIM = `${SET}.claims[0].claim`;

/** The JSON of a good file after changes to its text. */
function edited(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the JSON does not say ${from}`);
    return text.replace(from, to);
  }, read);
}

/** Without a property of the claim. */
function lacking(...names: readonly string[]): string {
  const json = JSON.parse(read);
  const { claim } = json.professionalClaims.interchanges[0].groups[0].sets[0].claims[0];
  for (const name of names) delete claim[name];
  return JSON.stringify(json);
}

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

describe('what has another type or form than a claim is refused, and nothing is written', () => {
  test.each([
    [
      'an amount in dollars',
      ['"chargeAmount":18500', '"chargeAmount":185.5'],
      'serviceLines[0].chargeAmount must be whole cents, such as 18500 for $185.00.',
    ],
    [
      'an amount as text',
      ['"chargeAmount":18500', '"chargeAmount":"18500"'],
      'serviceLines[0].chargeAmount must be whole cents, such as 18500 for $185.00.',
    ],
    [
      'an amount beyond all numbers',
      ['"chargeAmount":18500', '"chargeAmount":1e16'],
      'serviceLines[0].chargeAmount is too large: at most 9999999999.',
    ],
    [
      'a date of eight digits',
      ['"serviceDate":"2026-11-16"', '"serviceDate":"20261116"'],
      'serviceLines[0].serviceDate must be a date written YYYY-MM-DD, such as 2026-11-26.',
    ],
    [
      'a date with slashes',
      ['"birthDate":"1978-04-12"', '"birthDate":"04/12/1978"'],
      'patient.birthDate must be a date written YYYY-MM-DD, such as 2026-11-26.',
    ],
    [
      'a list for a part',
      ['"patient":{', '"subscriber":[],"patient":{'],
      'subscriber must be an object: { }.',
    ],
    [
      'a number for an NPI',
      ['"renderingProvider":{', '"supervisingProvider":{"npi":1234567893},"renderingProvider":{'],
      'supervisingProvider.npi must be an NPI: 10 digits, the last a check digit.',
    ],
  ] as const)('%s', async (_, change, words) => {
    const { code, out, said } = await runX12(['write', '-'], edited(change));
    expect([code, out]).toEqual([2, '']);
    expect(said.split('\n')).toEqual([
      'standard input is no 837P as claimside x12 read gives it. Nothing was written.',
      `  ${CLAIM}.${words}`,
    ]);
  });

  test('a separator outside ASCII', async () => {
    const { code, said } = await runX12(['write', '-'], edited(['"component":":"', '"component":"é"']));
    expect(code).toBe(2);
    expect(said).toContain('separators.component must be one ASCII character, no letter, digit or blank.');
  });

  test('all places at once', async () => {
    const { said } = await runX12(
      ['write', '-'],
      edited(
        ['"birthDate":"1978-04-12"', '"birthDate":19780412'],
        ['"chargeAmount":18500', '"chargeAmount":"185"'],
        ['"terminator":"~"', '"terminator":"*"'],
      ),
    );
    expect(
      said
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(' ')[0]),
    ).toEqual([
      'professionalClaims.interchanges[0].separators',
      `${CLAIM}.patient.birthDate`,
      `${CLAIM}.serviceLines[0].chargeAmount`,
    ]);
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

describe('what is no JSON of claims is told for what it is, with the command that takes it', () => {
  test.each([
    ['X12', good, 'is X12 already. Use claimside x12 read to make JSON of it'],
    ['nothing', ' \n', 'is empty. claimside x12 write takes the JSON that claimside x12 read gives.'],
    ['binary data', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff), 'is binary: no JSON, and no X12 either.'],
    ['words', 'hello', 'is no JSON. claimside x12 write takes'],
    ['a comma too many', '{"kinds":[],\n}', 'is no JSON. See line 2.'],
    ['half of it', '{"kinds":', 'is no JSON. It ends too early.'],
    ['JSON of something else', '{"kinds":[]}', 'holds none of professionalClaims, '],
  ])('%s', async (_, input, words) => {
    const { code, out, said } = await runX12(['write', '-'], input);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(words);
  });
});

describe('a 277CA', () => {
  const head = { group: 'HN', set: '277', version: '005010X214', setVersion: '005010X214' };
  const file = new TextDecoder().decode(
    answerFile(
      head,
      `BHT*0085*08*R1*20261122*1530*TH
       HL*1**20*1
       NM1*AY*2*OFFICE ALLY*****46*330897513
       TRN*1*R1
       DTP*050*D8*20261122
       DTP*009*D8*20261122
       HL*2*1*21*1
       NM1*41*2*SAMPLE CLINIC*****46*123456789
       TRN*2*B1
       STC*A1:19*20261122*WQ*185
       HL*3*2*19*1
       NM1*85*2*SAMPLE CLINIC*****XX*1234567893
       HL*4*3*PT
       NM1*QC*1*TESTER*ANNA****MI*W1
       TRN*2*C1
       STC*A2:20*20261122*WQ*185
       REF*D9*2900000001
       DTP*472*D8*20261116`,
    ),
  );
  const CLAIM =
    'claimAcknowledgement.interchanges[0].groups[0].sets[0].answer.sources[0].receivers[0].providers[0].patients[0].claims[0]';

  test('is written as it was read', async () => {
    const { out: json } = await runX12(['read', '-'], file);
    expect(await runX12(['write', '-'], json)).toMatchObject({ code: 0, out: file, said: '' });
  });

  test.each([
    [
      '"D9"',
      '"2900000001"',
      '29',
      2,
      `${CLAIM}.clearinghouseTraceNumber must be a text of 1 to 50 characters.`,
    ],
    [
      'an unknown field',
      '"clearinghouseTraceNumber"',
      '"clearinghouseId"',
      1,
      `${CLAIM}.clearinghouseId: no field`,
    ],
    ['a code that is none', '"action": "WQ"', '"action": "OK"', 1, 'error ELEMENT-CODE at STC03'],
  ])('%s is told by its place', async (_, from, to, code, words) => {
    const { out: json } = await runX12(['read', '-'], file);
    const outcome = await runX12(['write', '-'], json.replace(from, to));
    expect(outcome.code).toBe(code);
    expect(outcome.said).toContain(words);
  });
});

test('a 277 is written as it was read', async () => {
  const head = { group: 'HN', set: '277', version: '005010X212', setVersion: '005010X212' };
  const file = new TextDecoder().decode(
    answerFile(
      head,
      `BHT*0010*08*R1*20261122*1530*DG
       HL*1**20*1
       NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
       HL*2*1*21*1
       NM1*41*2*SAMPLE CLINIC*****46*123456789
       HL*3*2*19*1
       NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
       HL*4*3*22*0
       NM1*IL*1*TESTER*ANNA****MI*W1
       TRN*2*Q1
       STC*F1:65*20261120**185*120.5*20261118*CHK*20261120*CHK1
       REF*EJ*C000000001`,
    ),
  );
  const { out: json } = await runX12(['read', '-'], file);
  expect(await runX12(['write', '-'], json)).toMatchObject({ code: 0, out: file, said: '' });
});

test('a 999 with its TA1 is written as it was read', async () => {
  const file = new TextDecoder()
    .decode(
      answerFile(
        { group: 'FA', set: '999', version: '005010X231A1', setVersion: '005010X231A1' },
        `AK1*HC*101*005010X222A1
         AK2*837*0001*005010X222A1
         IK3*CLM*22*2300*8
         CTX*SITUATIONAL TRIGGER*HI*24
         CTX*CLM01:C000000001
         IK4*5:3*1325*7*Q
         IK5*R*5
         AK9*R*1*1*0`,
      ),
    )
    .replace('GS*', 'TA1*101*261122*1500*A*000~GS*');
  const { out: json } = await runX12(['read', '-'], file);
  const { code, out, said } = await runX12(['write', '-'], json);
  // Keys of business come first.
  const key = 'CTX*CLM01:C000000001~';
  expect([code, out, said]).toEqual([0, file.replace(key, '').replace('CTX*', `${key}CTX*`), '']);
});
