/** x12 write: answers of clearinghouse and payer are written as they were read. */
import { describe, expect, test } from 'vitest';
import { answerFile } from '../transactions/examples.ts';
import { runX12 } from './x12-testing.ts';

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

test('a 276 is written as it was read', async () => {
  const head = { group: 'HR', set: '276', version: '005010X212', setVersion: '005010X212' };
  const file = new TextDecoder().decode(
    answerFile(
      head,
      `BHT*0010*13*Q1*20261122*1530
       HL*1**20*1
       NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
       HL*2*1*21*1
       NM1*41*2*SAMPLE CLINIC*****46*123456789
       HL*3*2*19*1
       NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
       HL*4*3*22*0
       DMG*D8*19800102*F
       NM1*IL*1*TESTER*ANNA****MI*W1
       TRN*1*Q1
       REF*EJ*C000000001
       AMT*T3*185
       DTP*472*D8*20261116`,
    ),
  );
  const { out: json } = await runX12(['read', '-'], file);
  expect(await runX12(['write', '-'], json)).toMatchObject({ code: 0, out: file, said: '' });
});

describe('questions about benefits and their answers', () => {
  const version = '005010X279A1';
  const HEAD = `HL*1**20*1
    NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
    HL*2*1*21*1
    NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
    HL*3*2*22*0`;
  const file = (head: { group: string; set: string }, segments: string) =>
    new TextDecoder().decode(answerFile({ ...head, version, setVersion: version }, segments));
  const inquiry = file(
    { group: 'HS', set: '270' },
    `BHT*0022*13*E1*20261122*1530
     ${HEAD}
     TRN*1*E1*9SAMPLE001
     NM1*IL*1*TESTER*ANNA****MI*W1
     DTP*291*D8*20261116
     EQ*98^30`,
  );
  const answer = file(
    { group: 'HB', set: '271' },
    `BHT*0022*11*E1*20261122*1530
     ${HEAD}
     TRN*2*E1*9SAMPLE001
     NM1*IL*1*TESTER*ANNA****MI*W1
     EB*1**30
     EB*B**98^UC***27*25*****Y
     MSG*REFERRAL NEEDED
     LS*2120
     NM1*P3*1*HALVORSEN*INGRID
     LE*2120`,
  );

  test.each([
    ['a 270', inquiry],
    ['a 271', answer],
  ])('%s is written as it was read', async (_, text) => {
    const { out: json } = await runX12(['read', '-'], text);
    expect(await runX12(['write', '-'], json)).toMatchObject({ code: 0, out: text, said: '' });
  });

  test.each([
    ['"serviceTypes": [\n', '"serviceTypes": [\n7,', 'serviceTypes[0] must be 1 to 2 capitals or digits.'],
    ['"amount": 2500', '"amount": 25.5', 'amount must be whole cents'],
  ])('%s in another form is refused by its place', async (from, to, words) => {
    const { out: json } = await runX12(['read', '-'], answer);
    const outcome = await runX12(['write', '-'], json.replace(from, to));
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.said).toContain(words);
  });

  test('what a 271 has no place for is told, and the rest is written', async () => {
    const { out: json } = await runX12(['read', '-'], answer);
    const outcome = await runX12(['write', '-'], json.replace('"network": "Y"', '"inNetwork": "Y"'));
    expect([outcome.code, outcome.out]).toEqual([1, answer.replace('*25*****Y', '*25')]);
    expect(outcome.said).toContain('benefits[1].inNetwork: no field of a benefit answer has this name.');
  });
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
  expect(await runX12(['write', '-'], json)).toMatchObject({ code: 0, out: file, said: '' });
});
