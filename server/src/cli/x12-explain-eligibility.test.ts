/** x12 explain of questions about benefits and their answers: what a front desk reads, and that nothing is left out. */
import { cents, formatMoney } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EligibilityResponse,
  EligibilityResponseSchema,
} from '../transactions/eligibility-270-271/answer/model.ts';
import {
  type EligibilityRequest,
  EligibilityRequestSchema,
} from '../transactions/eligibility-270-271/inquiry/model.ts';
import { answerFile } from '../transactions/examples.ts';
import { answerArbitrary } from '../transactions/parts/answers/testing.ts';
import { explainEligibilityResponses } from './commands/x12/explain/eligibility-answer.ts';
import { explainEligibilityRequests } from './commands/x12/explain/eligibility-inquiry.ts';
import { runX12 } from './x12-testing.ts';

/** Without what `explain` says of the file itself. */
async function explained(head: { group: string; set: string }, segments: string): Promise<string[]> {
  const version = '005010X279A1';
  const { out } = await runX12(
    ['explain', '-'],
    answerFile({ ...head, version, setVersion: version }, segments),
  );
  return out.split('\n\n')[0]?.split('\n') ?? [];
}

test('a 271: whether the patient is covered, for what, and what of it the patient pays', async () => {
  const said = await explained(
    { group: 'HB', set: '271' },
    `BHT*0022*11*E1*20261122*1530
     HL*1**20*1
     NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
     PER*IC*PROVIDER LINE*TE*8005550100
     HL*2*1*21*1
     NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
     HL*3*2*22*0
     TRN*2*E1*9SAMPLE001
     NM1*IL*1*TESTER*ANNA****MI*W1
     REF*6P*G1*SAMPLE EMPLOYER
     DMG*D8*19800102*F
     INS*Y*18*001*25
     DTP*346*D8*20260101
     EB*1**30*HM*GOLD 123 PLAN
     EB*C*IND*30***23*1500
     EB*C*IND*30***29*500
     EB*1**98^UC
     EB*B**98^UC***27*25*****Y
     EB*B**98^UC***27*40*****N
     EB*I**35
     EB*R**30
     LS*2120
     NM1*SEP*2*MEDICARE
     LE*2120
     HL*4*2*22*1
     NM1*IL*1*TESTER*CARL****MI*W2
     HL*5*4*23*0
     TRN*2*E2*9SAMPLE001
     NM1*03*1*TESTER*BEN
     DMG*D8*20150304
     AAA*N**77*C`,
  );
  expect(said).toEqual([
    'Answer E1 of 2026-11-22 of the payer SAMPLE HEALTH PLAN (60054); questions to PROVIDER LINE, phone 8005550100',
    '  To SAMPLE CLINIC 1234567893',
    '  Patient ANNA TESTER, member W1, born 1980-01-02, female (F), inquiry E1',
    '    The payer knows this person by other data than were sent: compare name, ID and birth date.',
    '    group number G1 (SAMPLE EMPLOYER), plan from 2026-01-01',
    '    Plan: GOLD 123 PLAN (HMO)',
    '    30: Active. Deductible: $500.00 left of $1,500.00 for the individual this calendar year.',
    '    98: Active. Copay $25.00 for an office visit, in network. Copay $40.00 for an office visit, outside the network.',
    '    UC: Active. Copay $25.00 a visit for urgent care, in network. Copay $40.00 a visit for urgent care, outside the network.',
    '    35: Not covered.',
    '    Another insurance for the plan as a whole: secondary payer MEDICARE.',
    '  Patient BEN TESTER, born 2015-03-04, insured by CARL TESTER, member W2, inquiry E2',
    '    The payer knows the subscriber, and not this patient. Compare the patient’s name and birth date with the card, and ask whether the patient is insured there. [AAA 77]',
  ]);
});

test('a 271 that refuses the request says what to do, and no more than that', async () => {
  const said = await explained(
    { group: 'HB', set: '271' },
    `BHT*0022*11*E1*20261122*1530
     HL*1**20*0
     AAA*Y**42*R
     NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054`,
  );
  expect(said).toEqual([
    'Answer E1 of 2026-11-22 of the payer SAMPLE HEALTH PLAN (60054)',
    '    The payer can not answer now. Try again later, a few times a day at most. If it stays so, call the payer. [AAA 42]',
  ]);
});

test('a 270: who asks whom about which patient, for which day, and what', async () => {
  const said = await explained(
    { group: 'HS', set: '270' },
    `BHT*0022*13*E1*20261122*1530
     HL*1**20*1
     NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
     HL*2*1*21*1
     NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
     HL*3*2*22*1
     NM1*IL*1*TESTER*CARL****MI*W2
     HL*4*3*23*0
     TRN*1*E1*9SAMPLE001
     NM1*03*1*TESTER*BEN
     DMG*D8*20150304*M
     INS*N*19
     DTP*291*D8*20261116
     EQ*98^30
     III*ZZ*11
     EQ**HC:99213`,
  );
  expect(said).toEqual([
    'Inquiry E1 of 2026-11-22',
    '  To the payer SAMPLE HEALTH PLAN (60054)',
    '  From SAMPLE CLINIC 1234567893',
    '  Patient BEN TESTER, born 2015-03-04, male (M), child (19), insured by CARL TESTER, member W2, for 2026-11-16, inquiry E1',
    '    Asks for an office visit (98), the plan as a whole (30), place of service office (11)',
    '    Asks for procedure 99213',
  ]);
});

/** What somebody wrote, amounts and quantities, but no codes: all of it must be on the page. */
function textsOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') {
    if (value.length < 5 || NOT_TOLD.test(name)) return [];
    return [name === 'postalCode' ? value.replace(/^(\d{5})(\d{4})$/, '$1-$2') : value];
  }
  if (typeof value === 'number' && /amount$/i.test(name)) return [formatMoney(cents(value))];
  if (typeof value === 'number' && name === 'quantity') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const isOrganization = 'organizationName' in value;
  return Object.entries(value).flatMap(([key, each]) =>
    isOrganization && OF_A_PERSON.test(key) ? [] : textsOf(each, Array.isArray(value) ? name : key),
  );
}

/** An organization has none. */
const OF_A_PERSON = /^(firstName|middleName|suffix)$/;

/** Of no use to a person: the hour, and who gave a number. */
const NOT_TOLD = /^(time|originator)$/;

test('nothing that a payer writes is left out', () => {
  const response = answerArbitrary<EligibilityResponse>(EligibilityResponseSchema);
  fc.assert(
    fc.property(response, (made) => {
      const page = explainEligibilityResponses([made]).join('\n');
      expect(textsOf(made).filter((text) => !page.includes(text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('nothing that is asked is left out', () => {
  const request = answerArbitrary<EligibilityRequest>(EligibilityRequestSchema);
  fc.assert(
    fc.property(request, (made) => {
      const page = explainEligibilityRequests([made]).join('\n');
      expect(textsOf(made).filter((text) => !page.includes(text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
