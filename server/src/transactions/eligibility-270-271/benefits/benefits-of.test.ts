/** What people are told of an answer: each example shows the segments and the sentences; nothing is guessed. */
import { benefitSentences, otherSentence, type ServiceBenefits } from '@claimside/shared/benefits';
import { describe, expect, test } from 'vitest';
import { answerFile } from '../../examples.ts';
import { type EligibilityAnswer, eligibilityAnswersIn } from '../answer/answer.ts';
import { readEligibilityResponses } from '../answer/read.ts';
import { benefitsOf, othersIn, serviceTypesIn } from './benefits-of.ts';

/** The answer about a subscriber of whom these segments are said. */
function answerOf(segments: string): EligibilityAnswer {
  const head = { group: 'HB', set: '271', version: '005010X279A1', setVersion: '005010X279A1' };
  const bytes = answerFile(
    head,
    `BHT*0022*11*E1*20261122*1530
     HL*1**20*1
     NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
     HL*2*1*21*1
     NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
     HL*3*2*22*0
     TRN*2*E1*9SAMPLE001
     NM1*IL*1*TESTER*ANNA****MI*W000000001
     ${segments}`,
  );
  const [answer] = readEligibilityResponses(bytes).responses.flatMap(eligibilityAnswersIn);
  if (!answer) throw new Error('no answer');
  return answer;
}

function benefits(segments: string, serviceType = '98'): ServiceBenefits {
  const [found] = benefitsOf(answerOf(segments), { serviceTypes: [serviceType] });
  if (!found) throw new Error('nothing found');
  return found;
}

const sentences = (segments: string, serviceType = '98') => benefitSentences(benefits(segments, serviceType));

test('a visit that is covered, its copay, and what is left of the deductible', () => {
  const said = `
    EB*1*IND*30^98
    EB*B*IND*98***27*25*****Y
    EB*C*IND*30***23*1500*****Y
    EB*C*IND*30***29*500*****Y`;
  expect(benefits(said)).toEqual({
    serviceType: '98',
    state: 'active',
    coverages: [{ state: 'active', scope: 'service', coverageLevel: 'IND' }],
    copays: [{ scope: 'service', coverageLevel: 'IND', network: 'in', amount: 2500, period: '27' }],
    coinsurances: [],
    deductibles: [
      { scope: 'plan', coverageLevel: 'IND', network: 'in', amount: 150000, remaining: 50000, period: '23' },
    ],
    outOfPocket: [],
    limits: [],
    others: [],
    rejections: [],
  });
  expect(sentences(said)).toEqual([
    'Active.',
    'Copay $25.00 for an office visit, in network.',
    'Deductible: $500.00 left of $1,500.00 for the individual this calendar year, in network.',
  ]);
});

test('what is in and what is outside the network are told one by one, each with what tells it apart', () => {
  const said = `
    EB*1**98*HM*GOLD 123 PLAN
    EB*B**98*HM*GOLD 123 PLAN*27*10*****Y
    EB*B**98*HM*GOLD 123 PLAN*27*30*****N
    EB*A**98*HM*GOLD 123 PLAN*27**.2****Y
    EB*A**98*HM*GOLD 123 PLAN*27**.4****N
    EB*G*IND*30***23*3000*****Y
    EB*G*IND*30***29*2750.5*****Y
    EB*G*FAM*30***23*6000*****Y`;
  expect(sentences(said)).toEqual([
    'Active: GOLD 123 PLAN (HMO).',
    'Copay $10.00 for an office visit, in network.',
    'Copay $30.00 for an office visit, outside the network.',
    'Coinsurance 20% for an office visit, in network.',
    'Coinsurance 40% for an office visit, outside the network.',
    'Out-of-pocket maximum: $2,750.50 left of $3,000.00 for the individual this calendar year, in network.',
    'Out-of-pocket maximum: $6,000.00 for the family this calendar year, in network.',
  ]);
});

describe('whether it is covered', () => {
  test.each([
    ['of the service', 'EB*1**98', 'active', 'Active.'],
    ['capitated', 'EB*3**98', 'active', 'Active.'],
    ['under investigation', 'EB*5**98', 'active', 'Active, while the payer looks into it.'],
    ['inactive', 'EB*6**98', 'inactive', 'Not active.'],
    ['not covered', 'EB*1**30\nEB*I**98', 'not-covered', 'Not covered.'],
    [
      'only of the plan',
      'EB*1**30**GOLD',
      'active',
      'The plan is active: GOLD. Whether an office visit is covered the payer does not say.',
    ],
    [
      'an inactive plan',
      'EB*6**30',
      'inactive',
      'The plan is not active. Whether an office visit is covered the payer does not say.',
    ],
    [
      'of no service by name',
      'EB*1',
      'active',
      'The plan is active. Whether an office visit is covered the payer does not say.',
    ],
    [
      'of another service',
      'EB*1**33',
      'unknown',
      'Not known: the payer does not say whether an office visit is covered. Call the payer, or ask for it by itself.',
    ],
    [
      'that can not be told',
      'EB*V**98',
      'unknown',
      'Not known: the payer can not tell here. Call the payer.',
    ],
    [
      'of one procedure alone',
      'EB*1**98**********HC:99213',
      'unknown',
      'Not known: the payer does not say whether an office visit is covered, only: active (procedure 99213). Call the payer, or ask for it by itself.',
    ],
  ])('a word %s', (_, segments, state, sentence) => {
    expect(benefits(segments).state).toBe(state);
    expect(sentences(segments)[0]).toBe(sentence);
  });

  test('words that differ are all told, and none is chosen', () => {
    const said = `
      EB*1**98**GOLD*******Y
      EB*I**98**GOLD*******N
      EB*5**98**SILVER`;
    expect(benefits(said).state).toBe('depends');
    expect(sentences(said)).toEqual([
      'It depends: active (GOLD, in network); not covered (GOLD, outside the network); active, while the payer looks into it (SILVER).',
    ]);
  });

  test('an active service within a plan that is not active is a contradiction that is shown', () => {
    expect(sentences('EB*1**98\nEB*6**30')).toEqual([
      'It depends: active; the plan as a whole is not active.',
    ]);
  });

  test('of a patient who was not found it is not known, with what to do', () => {
    const refused = benefits('AAA*N**75*C');
    expect(refused).toMatchObject({ state: 'unknown', unknownAs: 'refused' });
    expect(benefitSentences(refused)).toEqual([
      'Not known. The payer does not find the subscriber. Compare member ID, name and birth date with the card, and that the payer is the right one. [AAA 75]',
    ]);
  });

  test('a refusal of one benefit is none of another', () => {
    const said = 'EB*1**33\nEB*V**98\nAAA*Y**53*C';
    expect(benefits(said, '33')).toMatchObject({ state: 'active', rejections: [] });
    expect(benefits(said, '98')).toMatchObject({ state: 'unknown', rejections: [{ reason: '53' }] });
  });
});

describe('what belongs together', () => {
  const deductibles = (segments: string) =>
    benefits(segments, '30').deductibles.map(({ amount, remaining, soFar, network }) => ({
      amount,
      remaining,
      soFar,
      network,
    }));

  test('what is left and what counts so far stand with the only total that they can be of', () => {
    expect(
      deductibles('EB*C*IND*30***23*1500\nEB*C*IND*30***24*1000\nEB*C*IND*30***29*500\nMSG*AS OF TODAY'),
    ).toEqual([{ amount: 150000, remaining: 50000, soFar: 100000 }]);
  });

  test('of another network, level, plan or place nothing is put together', () => {
    expect(deductibles('EB*C*IND*30***23*1500*****Y\nEB*C*IND*30***29*500*****N')).toEqual([
      { amount: 150000, network: 'in' },
      { remaining: 50000, network: 'out' },
    ]);
    expect(deductibles('EB*C*IND*30***23*1500\nEB*C*FAM*30***29*500')).toHaveLength(2);
    expect(deductibles('EB*C*IND*30**GOLD*23*1500\nEB*C*IND*30***29*500')).toHaveLength(2);
    expect(deductibles('EB*C*IND*30***23*1500\nIII*ZZ*11\nEB*C*IND*30***29*500')).toHaveLength(2);
  });

  test('with two totals nobody knows of which one something is left, unless their notes say so', () => {
    const two = `
      EB*C*IND*30***23*1500
      MSG*MEDICAL
      EB*C*IND*30***23*300
      MSG*PHARMACY`;
    expect(deductibles(`${two}\nEB*C*IND*30***29*200`)).toEqual([
      { amount: 150000 },
      { amount: 30000 },
      { remaining: 20000 },
    ]);
    expect(deductibles(`${two}\nEB*C*IND*30***29*200\nMSG*PHARMACY`)).toEqual([
      { amount: 150000 },
      { amount: 30000, remaining: 20000 },
    ]);
  });

  test('what is left in a lifetime is not of this year', () => {
    expect(deductibles('EB*C*IND*30***23*1500\nEB*C*IND*30***33*9000')).toEqual([
      { amount: 150000 },
      { remaining: 900000 },
    ]);
  });

  test('the same twice is told once', () => {
    expect(deductibles('EB*C*IND*30***23*1500\nEB*C*IND*30***23*1500')).toEqual([{ amount: 150000 }]);
  });
});

test('a share that is not written as a part of one is shown as it came', () => {
  expect(sentences('EB*1**98\nEB*A**98*****20')).toEqual([
    'Active.',
    'Coinsurance 20 (as the payer writes it; it may not be percent) for an office visit.',
  ]);
  expect(benefits('EB*A**98*****1').coinsurances).toMatchObject([{ percent: 100 }]);
  expect(benefits('EB*A**98*****.125').coinsurances).toMatchObject([{ percent: 12.5 }]);
});

test('limits, authorization, place, notes and who is meant stand with what they tell of', () => {
  const said = `
    EB*1**33
    EB*F*IND*33***23***VS*20*Y
    EB*F*IND*33***29***VS*15*Y
    EB*B**33***27*25*****Y
    HSD*VS*1*WK*2
    REF*G1*A1
    DTP*348*RD8*20260101-20261231
    MSG*REFERRAL NEEDED
    III*ZZ*11
    LS*2120
    NM1*1P*2*SAMPLE CHIROPRACTIC*****XX*1234567893
    PER*IC**TE*2175550100
    LE*2120`;
  expect(sentences(said, '33')).toEqual([
    'Active.',
    'Copay $25.00 a visit for chiropractic, in network, place of service 11 (office), 1 visit in 2 weeks, benefit from 2026-01-01 to 2026-12-31, authorization number A1, provider SAMPLE CHIROPRACTIC 1234567893, phone 2175550100, note: REFERRAL NEEDED.',
    'Limit: 15 of 20 visits left for the individual this calendar year, authorization needed.',
  ]);
});

test('all else is told by itself: other insurances, providers, benefits of one procedure', () => {
  const answer = answerOf(`
    EB*1**30
    EB*L
    LS*2120
    NM1*P3*1*HALVORSEN*INGRID****XX*1234567893
    LE*2120
    EB*R**30
    REF*18*P7
    LS*2120
    NM1*SEP*2*MEDICARE
    LE*2120
    EB*D*****************
    EB*B*****27*15*****Y*HC:99213:25
    EB*Y****SHARE*34*120`);
  expect(othersIn(answer).map((other) => otherSentence(other))).toEqual([
    'Primary care provider: INGRID HALVORSEN 1234567893.',
    'Another insurance for the plan as a whole: plan number P7, secondary payer MEDICARE.',
    'Benefit.',
    'Copay: $15.00 a visit, in network, procedure 99213 25.',
    'Spend down: $120.00 a month, SHARE.',
  ]);
});

test('without a question all that the answer names is told, the plan as a whole first', () => {
  const answer = answerOf('EB*1**98^UC\nEB*1**30\nEB*B**33***27*5');
  expect(serviceTypesIn(answer)).toEqual(['30', '98', 'UC', '33']);
  expect(benefitsOf(answer).map(({ serviceType, state }) => `${serviceType} ${state}`)).toEqual([
    '30 active',
    '98 active',
    'UC active',
    '33 active',
  ]);
});
