/** Each inquiry finds its answer: by its own number, by our number of the claim, or as part of what was refused whole. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { exampleInterchange, segmentLines } from '../examples.ts';
import { type ClaimStatusResponse, readClaimStatus, writeClaimStatus } from '../status-277/index.ts';
import { answersTo } from './answers.ts';
import type { ClaimStatusInquiry } from './inquiry.ts';
import { requestOf } from './inquiry.ts';
import { readClaimStatusRequests } from './read.ts';
import { respondTo } from './respond.ts';
import { writeClaimStatusInquiries } from './write.ts';

const day = '2026-11-22' as IsoDate;
const made = { date: day, time: '1530' };

const inquiry: ClaimStatusInquiry = {
  traceNumber: 'Q1',
  payer: { name: 'SAMPLE HEALTH PLAN', id: '60054' },
  receiver: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'CARL', memberId: 'W000000002' },
  dependent: { lastName: 'TESTER', firstName: 'BEN', birthDate: '2015-03-04' as IsoDate },
  claim: {
    patientControlNumber: 'C000000002',
    chargeAmount: cents(9600),
    serviceDate: '2026-11-16' as IsoDate,
    lines: [],
  },
};
const request = requestOf(inquiry, made);

const decided = [{ codes: [{ category: 'F1', status: '65' }], date: day, paidAmount: cents(8000) }];
const response = respondTo(request, { referenceId: 'R1', ...made }, () => ({
  statuses: decided,
  payerClaimControlNumber: 'P1',
}));

test('an inquiry is written level by level', () => {
  expect(segmentLines(writeClaimStatusInquiries(exampleInterchange, [inquiry])).slice(1, -1)).toEqual([
    'GS*HR*330897513*123456789*20261122*1530*294082671*X*005010X212',
    'ST*276*0001*005010X212',
    'BHT*0010*13*Q1*20261122*1530',
    'HL*1**20*1',
    'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054',
    'HL*2*1*21*1',
    'NM1*41*2*SAMPLE CLINIC*****46*123456789',
    'HL*3*2*19*1',
    'NM1*1P*2*SAMPLE CLINIC*****XX*1234567893',
    'HL*4*3*22*1',
    'NM1*IL*1*TESTER*CARL****MI*W000000002',
    'HL*5*4*23',
    'DMG*D8*20150304',
    'NM1*QC*1*TESTER*BEN',
    'TRN*1*Q1',
    'REF*EJ*C000000002',
    'AMT*T3*96',
    'DTP*472*D8*20261116',
    'SE*18*0001',
    'GE*1*294082671',
  ]);
});

test('the answer that a payer makes of a request goes to its inquiry by the number that it repeats', () => {
  const [own] = readClaimStatusRequests(writeClaimStatusInquiries(exampleInterchange, [inquiry])).requests;
  if (!own) throw new Error('no request');
  const { responses, findings } = readClaimStatus(
    writeClaimStatus(exampleInterchange, {
      responses: [respondTo(own, { referenceId: 'R1', ...made }, () => ({ statuses: decided }))],
    }),
  );
  expect(findings).toEqual([]);
  const [[asked, answer] = []] = answersTo(own, responses);
  expect(asked?.claim.traceNumber).toBe('Q1');
  expect(answer).toMatchObject({ kind: 'claims', toldBy: 'trace number' });
  expect(
    answer?.kind === 'claims' && answer.claims.map(({ claim, dependent }) => [claim, dependent?.party]),
  ).toEqual([
    [
      {
        traceNumber: 'Q1',
        patientControlNumber: 'C000000002',
        serviceDate: '2026-11-16',
        statuses: decided,
        lines: [],
      },
      { lastName: 'TESTER', firstName: 'BEN' },
    ],
  ]);
});

const changed = (edit: (text: string) => string): ClaimStatusResponse =>
  JSON.parse(edit(JSON.stringify(response)));

test('a payer that puts its own number there is understood by our number of the claim', () => {
  const other = changed((text) => text.replace('"traceNumber":"Q1"', '"traceNumber":"0"'));
  expect(answersTo(request, [other])[0]?.[1]).toMatchObject({
    kind: 'claims',
    toldBy: 'patient control number',
  });
});

test('an answer to another inquiry about another claim is none', () => {
  const other = changed((text) => text.replace('"Q1"', '"Q2"').replace('C000000002', 'C000000003'));
  expect(answersTo(request, [other])[0]?.[1]).toEqual({ kind: 'none' });
  expect(answersTo(request, [])[0]?.[1]).toEqual({ kind: 'none' });
});

const refusal = [{ codes: [{ category: 'E0', status: '24', entity: '85' }], date: day }];

test.each(['provider', 'receiver'] as const)(
  'a refusal of the %s as a whole answers every claim below',
  (level) => {
    const answer = { traceNumber: '0', statuses: refusal };
    const party = { organizationName: 'SAMPLE CLINIC', id: '1234567893' };
    const refused =
      level === 'provider'
        ? { providers: [{ party, answer, subscribers: [] }] }
        : { answer: { ...answer, traceNumber: 'Q1' }, providers: [] };
    const own = { referenceId: 'R1', sources: [{ receivers: [refused] }] };
    expect(answersTo(request, [own])[0]?.[1]).toEqual({ kind: 'refused', level, statuses: refusal });
  },
);
