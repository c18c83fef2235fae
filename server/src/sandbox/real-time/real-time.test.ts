/** Questions that the sandbox answers at once, asked as a practice asks them, over real HTTP. */
import { benefitSentences, type ServiceBenefits } from '@claimside/shared/benefits';
import { cents, type IsoDate } from '@claimside/shared/values';
import { beforeEach, describe, expect, test } from 'vitest';
import { PROFILES, realTimeOf } from '../../clearinghouse/index.ts';
import {
  askRealTime,
  claimStatusQuestion,
  eligibilityQuestion,
  type FormName,
  type RealTimePayload,
  readClaimStatusReply,
  readEligibilityReply,
} from '../../real-time/index.ts';
import {
  benefitsOf,
  type EligibilityInquiry,
  readEligibilityResponses,
  rejectionsIn,
} from '../../transactions/eligibility-270-271/index.ts';
import type { ClaimStatusInquiry } from '../../transactions/status-276/index.ts';
import { readClaimStatus } from '../../transactions/status-277/index.ts';
import { ALL_SCENARIOS } from '../scenarios.ts';
import { NOW, testSandbox, uploadAndWait } from '../testing.ts';
import { a837p, aClaim } from '../testing-claims.ts';
import type { Sandbox } from '../types.ts';

const runtime = { now: () => NOW, randomBytes: (length: number) => Buffer.alloc(length, 7) };
const day = '2026-11-22' as IsoDate;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await testSandbox({ slowMilliseconds: 20 });
});

const service = (form: FormName, timeoutMilliseconds = 30_000) =>
  realTimeOf(PROFILES.sandbox, {
    senderId: 'SAMPLE1',
    form,
    url: sandbox.realTime[form],
    timeoutMilliseconds,
  });

const numbers = { interchangeControlNumber: 101, groupControlNumber: 101 };

const inquiry = (memberId: string): EligibilityInquiry => ({
  traceNumber: 'E1',
  traceOriginator: '9SAMPLE001',
  payer: { organizationName: 'SAMPLE HEALTH PLAN', id: '60054' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId, birthDate: '1980-01-02' as IsoDate },
  serviceDate: day,
  serviceTypes: ['98', '35', '33'],
});

const statusInquiry = (memberId: string, patientControlNumber = 'C0000001'): ClaimStatusInquiry => ({
  traceNumber: 'Q1',
  payer: { name: 'SAMPLE HEALTH PLAN', id: '60054' },
  receiver: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId, birthDate: '1980-01-02' as IsoDate },
  claim: { patientControlNumber, chargeAmount: cents(43350), serviceDate: day, lines: [] },
});

interface Ways {
  readonly form?: FormName;
  readonly password?: string;
  readonly timeoutMilliseconds?: number;
}

const ask = (payload: RealTimePayload, { form = 'soap', password, timeoutMilliseconds }: Ways = {}) =>
  askRealTime(
    service(form, timeoutMilliseconds),
    { username: sandbox.username, password: password ?? sandbox.password },
    payload,
    { runtime },
  );

/** What the payer says of the patient. */
async function benefitsFor(memberId: string, ways: Ways = {}, asked = inquiry(memberId)) {
  const question = eligibilityQuestion(service('soap'), asked, numbers, NOW);
  const answered = await ask(question, ways);
  if (!answered.ok) return { trouble: answered.error.code };
  expect(readEligibilityResponses(answered.value.bytes).findings).toEqual([]);
  const { outcome } = readEligibilityReply(question.bytes, answered.value.bytes);
  if (outcome.kind === 'refused') return { refused: rejectionsIn(outcome.answer) };
  const [answer] = outcome.kind === 'answered' ? outcome.answers : [];
  if (!answer) return { kind: outcome.kind };
  return {
    refused: rejectionsIn(answer),
    benefits: benefitsOf(answer, { serviceTypes: asked.serviceTypes }),
  };
}

/** Categories and codes of the claim, and the payer's number of it. */
async function statusOf(memberId: string, patientControlNumber?: string) {
  const asked = statusInquiry(memberId, patientControlNumber);
  const question = claimStatusQuestion(service('soap'), asked, numbers, NOW);
  const answered = await ask(question);
  if (!answered.ok) return answered.error.code;
  expect(readClaimStatus(answered.value.bytes).findings).toEqual([]);
  const { outcome } = readClaimStatusReply(question.bytes, answered.value.bytes);
  if (outcome.kind !== 'claims') return outcome.kind;
  const [{ claim } = {}] = outcome.claims;
  const [status] = claim?.statuses ?? [];
  return [
    ...(status?.codes.map(({ category, status: code }) => `${category}:${code}`) ?? []),
    status?.paidAmount,
    claim?.payerClaimControlNumber !== undefined,
  ];
}

describe('benefits', () => {
  test.each<FormName>(['soap', 'mime'])(
    'an active plan, asked as %s, in the words of the front desk',
    async (form) => {
      const { benefits = [] } = await benefitsFor('W1', { form });
      const said = (serviceType: string) =>
        benefits
          .filter((each: ServiceBenefits) => each.serviceType === serviceType)
          .flatMap((each) => benefitSentences(each));
      const plan = [
        'Deductible: $500.00 left of $1,500.00 for the individual this calendar year, in network.',
        'Deductible: $1,200.00 left of $3,000.00 for the family this calendar year, in network.',
        'Out-of-pocket maximum: $4,350.00 left of $6,000.00 for the individual this calendar year, in network.',
      ];
      expect(said('98')).toEqual([
        'Active.',
        'Copay $25.00 for an office visit, in network.',
        'Copay $40.00 for an office visit, outside the network.',
        ...plan,
      ]);
      expect(said('35')).toEqual(['Not covered.', ...plan]);
      expect(said('33')).toEqual([
        'Active.',
        'Coinsurance 20% for chiropractic, in network.',
        'Coinsurance 40% for chiropractic, outside the network.',
        ...plan,
      ]);
    },
  );

  test('a plan that ended', async () => {
    const { benefits = [] } = await benefitsFor('inactive1');
    expect(benefits.map(({ state, isOfPlanOnly }) => [state, isOfPlanOnly])).toEqual([
      ['inactive', true],
      ['inactive', true],
      ['inactive', true],
    ]);
  });

  test('a patient whom the payer does not find, and a dependent', async () => {
    expect(await benefitsFor('NOTFOUND1')).toMatchObject({ refused: [{ rejection: { reason: '75' } }] });
    const dependent = { firstName: 'BEN', birthDate: '2015-03-04' as IsoDate, relationship: '19' };
    const { birthDate: _, ...subscriber } = inquiry('NOTFOUND1').subscriber;
    const asked = { ...inquiry('NOTFOUND1'), subscriber, dependent };
    expect(await benefitsFor('NOTFOUND1', {}, asked)).toMatchObject({
      refused: [{ rejection: { reason: '67' } }],
    });
  });

  test.each([
    ['PAYERDOWN1', '42'],
    ['PAYERSILENT1', '80'],
  ])('%s: the payer says nothing (%s)', async (memberId, reason) => {
    expect(await benefitsFor(memberId)).toMatchObject({ refused: [{ rejection: { reason } }] });
  });

  test('a slow answer is the usual one, and one that never comes ends with the patience of who asks', async () => {
    expect(await benefitsFor('SLOW1')).toMatchObject({ benefits: [{ state: 'active' }, {}, {}] });
    expect(await benefitsFor('NOANSWER1', { timeoutMilliseconds: 100 })).toEqual({ trouble: 'TIMED-OUT' });
  });
});

describe('the status of a claim', () => {
  test('one that never came here is not found, and so is one that a payer does not find', async () => {
    expect(await statusOf('W1')).toEqual(['A4:35', undefined, false]);
    await uploadAndWait(sandbox, '837P_20261122_153000_000101.txt', a837p([aClaim('W1')]));
    expect(await statusOf('W1')).toEqual(['F1:65', cents(34680), true]);
    expect(await statusOf('NOTFOUND1')).toEqual(['A4:35', undefined, false]);
    expect(await statusOf('PAYERDOWN1')).toEqual(['E1:0', undefined, false]);
    expect(await statusOf('PAYERSILENT1')).toEqual(['E2:0', undefined, false]);
  });

  test.each([
    ['DENY1', ['F2:1', cents(0), true]],
    ['PEND1', ['P1:20', undefined, true]],
    ['CHREJECT1', ['A3:21', undefined, true]],
    ['PAYREJECT1', ['A7:21', undefined, true]],
    ['FILEREJECT1', ['A4:35', undefined, false]],
    ['SILENT1', ['A4:35', undefined, false]],
  ])('a claim of %s', async (memberId, said) => {
    await uploadAndWait(sandbox, '837P_20261122_153000_000101.txt', a837p([aClaim(memberId)]));
    expect(await statusOf(memberId)).toEqual(said);
  });

  test('every claim that a file holds is told as it stands', async () => {
    const names = ALL_SCENARIOS.filter(({ file }) => file === 'accepted');
    const claims = names.map(({ memberIdPrefix }) => aClaim(`${memberIdPrefix}99`));
    await uploadAndWait(sandbox, '837P_20261122_153000_000101.txt', a837p(claims));
    const said = names.map(async ({ name }, nth) => {
      const [code] = await statusOf('W1', `C${String(nth + 1).padStart(7, '0')}`);
      return `${name} ${code}`;
    });
    expect(await Promise.all(said)).toEqual([
      'paid F1:65',
      'clearinghouse-rejected A3:21',
      'pended P1:20',
      'payer-rejected A7:21',
      'denied F2:1',
      'denied-to-patient F2:1',
      'denied-not-first F2:1',
      'denied-duplicate F2:1',
      'more-information R4:294',
      'capitated F2:1',
      'crossed-over F0:1',
      'told-twice F1:65',
      'split F1:65',
      'held-back F1:65',
      'with-interest F1:65',
      'partly-paid F0:1',
      'copay F0:1',
      'reversed-and-corrected F0:1',
      'taken-back F0:1',
      'silent A4:35',
      'trial P1:20',
      'garbage F1:65',
      'foreign-number F1:65',
    ]);
  });
});

describe('what is refused', () => {
  const question = () => eligibilityQuestion(service('soap'), inquiry('W1'), numbers, NOW);

  test.each<FormName>(['soap', 'mime'])('a wrong password, as %s', async (form) => {
    expect(await ask(question(), { form, password: 'wrong' })).toMatchObject({
      ok: false,
      error: { code: 'LOGIN', errorCode: 'UnAuthorized' },
    });
    sandbox.faults.refuseLogins = true;
    expect(await ask(question(), { form })).toMatchObject({ ok: false, error: { code: 'LOGIN' } });
  });

  test('a question against the guide is answered by a 999 that names the place', async () => {
    const { bytes } = question();
    const spoiled = Buffer.from(Buffer.from(bytes).toString('latin1').replace('*MI*W1', '*ZZ*W1'));
    const answered = await ask({ transaction: '270', bytes: spoiled });
    if (!answered.ok) throw new Error(answered.error.code);
    expect(answered.value.kinds).toContain('999');
    expect(readEligibilityReply(spoiled, answered.value.bytes).outcome).toMatchObject({
      kind: 'form-refused',
      acknowledgement: {
        acknowledgements: [
          { code: 'R', transactionSets: [{ segmentErrors: [{ segmentId: 'NM1', loop: '2100C' }] }] },
        ],
      },
    });
  });

  test('a port that is taken, with the way out', async () => {
    const realTimePort = Number(new URL(sandbox.realTime.soap).port);
    await expect(testSandbox({ realTimePort })).rejects.toThrow(
      `Port ${realTimePort} of 127.0.0.1 is in use. Choose another with --real-time-port.`,
    );
  });

  test('a connection that is dropped', async () => {
    sandbox.faults.dropAtConnect = true;
    expect(await ask(question())).toMatchObject({ ok: false, error: { code: 'BROKEN-OFF' } });
  });

  test.each([
    ['another path', { url: () => `${new URL(sandbox.realTime.soap).origin}/x` }, 'NOT-THERE'],
    ['another receiver', { receiverId: 'ELSEWHERE' }, 'NOT-TAKEN'],
    ['another version', { coreRuleVersion: '4.0.0' }, 'NOT-TAKEN'],
    ['SOAP at the address of MIME', { url: () => sandbox.realTime.mime }, 'REFUSED'],
  ])('%s', async (_, { url = () => sandbox.realTime.soap, ...settings }: Settings, code) => {
    const other = realTimeOf(PROFILES.sandbox, { senderId: 'SAMPLE1', url: url(), ...settings });
    const { username, password } = sandbox;
    expect(await askRealTime(other, { username, password }, question(), { runtime })).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  interface Settings {
    readonly url?: () => string;
    readonly receiverId?: string;
    readonly coreRuleVersion?: string;
  }
});
