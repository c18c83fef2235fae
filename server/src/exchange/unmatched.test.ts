/** What fits no claim for certain waits once, is decided once, and then is the claim's like any other answer. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleClaim } from '@claimside/shared/examples';
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { dismissAnswer, matchAnswer } from '../remittance/index.ts';
import { listEvents } from '../store/claim-events.ts';
import { listWaitingAnswers } from '../store/unmatched-answers.ts';
import { exampleInterchange } from '../transactions/examples.ts';
import { type ClaimPayment, type Remittance, writeRemittance } from '../transactions/remittance-835/index.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

const [LINE] = exampleClaim.serviceLines;
if (!LINE) throw new Error('the example has no line');

/** Paid in full, of a stranger unless told otherwise. */
function payment(patientControlNumber: string, changes: Partial<ClaimPayment> = {}): ClaimPayment {
  return {
    patientControlNumber,
    statusCode: '1',
    chargeAmount: cents(10_000),
    paidAmount: cents(10_000),
    claimFilingIndicator: 'CI',
    payerClaimControlNumber: `P-${patientControlNumber}`,
    patient: { lastName: 'STRANGER', firstName: 'BEN', memberId: 'X900' },
    adjustments: [],
    lines: [],
    ...changes,
  };
}

function era(traceNumber: string, claims: readonly ClaimPayment[]): Uint8Array {
  const remittance: Remittance = {
    handlingCode: 'I',
    paymentAmount: cents(claims.reduce((sum, each) => sum + each.paidAmount, 0)),
    paymentMethod: 'CHK',
    paymentDate: '2026-11-24' as Remittance['paymentDate'],
    traceNumber,
    payerTraceId: '1999999999',
    payer: {
      name: 'SAMPLE HEALTH PLAN',
      address: { line1: '1 SAMPLE STREET', city: 'TESTVILLE', state: 'OR', postalCode: '97201' },
      technicalContacts: [{ phone: '5555550100' }],
    },
    payee: { name: 'SAMPLE CLINIC', npi: '1234567893' },
    claims,
    providerAdjustments: [],
  };
  return writeRemittance(exampleInterchange, { remittances: [remittance] });
}

async function connected() {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  const { scope, store, runtime, news } = practice;
  const person = { store, runtime, news, practiceId: scope.practiceId, deviceId: 'biller-1' };
  return {
    practice,
    claim,
    person,
    waiting: () => listWaitingAnswers(scope, 100),
    publish: async (name: string, bytes: Uint8Array) => {
      await writeFile(join(sandbox.dataDir, 'outbound', name), bytes);
      await practice.worker.runOnce();
    },
    /** State of each file that came under such a name. */
    states: async (name: string) =>
      (await practice.files()).filter((file) => file.name === name).map(({ state }) => state),
  };
}

test('a payment under a foreign number waits once, however often and in whatever file it comes', async () => {
  const { practice, waiting, publish, states } = await connected();
  await publish('A.835', era('CHK1', [payment('FOREIGN-1')]));
  await publish('B.835', era('CHK1', [payment('FOREIGN-1')]));
  expect(await waiting()).toMatchObject([
    {
      reference: {
        patientControlNumber: 'FOREIGN-1',
        lastName: 'STRANGER',
        memberIds: ['X900'],
        charge: 10_000,
      },
      fact: { type: 'payment' },
      amount: 10_000,
      fileName: 'A.835',
    },
  ]);
  expect(await practice.remittances()).toMatchObject([{ state: 'needs-person' }]);
  expect([await states('A.835'), await states('B.835')]).toEqual([['needs-person'], ['read']]);
});

test('matched by a person: the claim is paid, from the file and by the person; remittance and file are settled', async () => {
  const { practice, claim, person, waiting, publish, states } = await connected();
  await publish('A.835', era('CHK1', [payment('FOREIGN-1')]));
  const [answer] = await waiting();
  expect(await matchAnswer(person, answer?.id ?? '', claim)).toBe('matched');
  expect((await listEvents(practice.scope, claim)).at(-1)).toMatchObject({
    source: { kind: 'inbound-file', fileName: 'A.835', matchedBy: 'biller-1' },
    fact: { type: 'payment', payment: { paid: 10_000, checkNumber: 'CHK1' } },
  });
  expect(await waiting()).toEqual([]);
  expect(await practice.remittances()).toMatchObject([{ state: 'posted', reason: null }]);
  expect(await states('A.835')).toEqual(['read']);

  // The same again, and by the payer's number what comes later.
  await publish('B.835', era('CHK1', [payment('FOREIGN-1')]));
  await publish(
    'C.835',
    era('CHK2', [
      payment('0', { payerClaimControlNumber: 'P-FOREIGN-1', paidAmount: cents(5), chargeAmount: cents(5) }),
    ]),
  );
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
  expect(await waiting()).toMatchObject([{ reference: { patientControlNumber: '0' } }]);
});

test('the number is remembered: the next answer of the same visit finds its claim by itself', async () => {
  const { practice, claim, person, waiting, publish } = await connected();
  const charge = cents(exampleClaim.serviceLines.reduce((sum, line) => sum + line.chargeAmount, 0));
  const ofVisit = (paidAmount: number, payerClaimControlNumber: string) =>
    payment('FOREIGN-1', {
      payerClaimControlNumber,
      chargeAmount: charge,
      paidAmount: cents(paidAmount),
      adjustments: [{ group: 'CO', reason: '45', amount: cents(charge - paidAmount) }],
    });
  await publish('A.835', era('CHK1', [ofVisit(100, 'P1')]));
  await matchAnswer(person, (await waiting())[0]?.id ?? '', claim);
  await publish('B.835', era('CHK2', [ofVisit(200, 'P2')]));
  expect(await waiting()).toEqual([]);
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(2);
});

test('of several parts the file waits until the last is decided', async () => {
  const { practice, claim, person, waiting, publish, states } = await connected();
  await publish('A.835', era('CHK1', [payment('FOREIGN-1'), payment('FOREIGN-2')]));
  const [first, second] = await waiting();
  await matchAnswer(person, first?.id ?? '', claim);
  expect(await states('A.835')).toEqual(['needs-person']);
  expect(await practice.remittances()).toMatchObject([
    { state: 'needs-person', reason: expect.stringMatching(/^1 of 2 claims/) },
  ]);
  expect(await dismissAnswer(person, second?.id ?? '', 'Billed elsewhere.')).toBe('dismissed');
  expect(await states('A.835')).toEqual(['read']);
  expect(await practice.remittances()).toMatchObject([{ state: 'posted', reason: null }]);
  // What was dismissed stays so.
  await publish('B.835', era('CHK1', [payment('FOREIGN-1'), payment('FOREIGN-2')]));
  expect(await waiting()).toEqual([]);
});

test('what is decided is not decided again, and a claim of nobody is no decision', async () => {
  const { practice, claim, person, waiting, publish } = await connected();
  await publish('A.835', era('CHK1', [payment('FOREIGN-1')]));
  const id = (await waiting())[0]?.id ?? '';
  expect(await matchAnswer(person, id, 'no-such-claim')).toBe('not-found');
  expect(await matchAnswer({ ...person, practiceId: 'another' }, id, claim)).toBe('not-found');
  const both = await Promise.all([matchAnswer(person, id, claim), dismissAnswer(person, id, 'Not ours.')]);
  expect(both).toEqual(['matched', 'answer-decided-already']);
  expect((await practice.facts(claim)).filter((type) => type === 'payment')).toHaveLength(1);
});

test('another account of a check that waits is not posted beside it', async () => {
  const { practice, waiting, publish } = await connected();
  await publish('A.835', era('CHK1', [payment('FOREIGN-1')]));
  await publish('B.835', era('CHK1', [payment('FOREIGN-1', { claimFilingIndicator: '12' })]));
  expect(await waiting()).toHaveLength(1);
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['needs-person', 'needs-person']);
});

test('a row of an EDI Status under a number that is not ours waits with whose it is; set aside, it stays so', async () => {
  const { person, waiting, publish, states } = await connected();
  const name = '1640601333_EDI_STATUS_20261123.txt';
  const report = Buffer.from(
    [
      '    File ID   Claim ID    Pat. Acct #    Patient             Amount      Prac. ID   Tax ID     Payer     Process Date     Payer Ref ID        Status    Payer Response Message',
      '    164060133 2900000001  FOREIGN1       STRANGER,BEN        125.00      1234567893 123456789  60054     11/23/2026       P0000000001         REJECTED  SUBSCRIBER NOT FOUND',
    ].join('\n'),
  );
  await publish(name, report);
  expect(await waiting()).toMatchObject([
    {
      reference: { patientControlNumber: 'FOREIGN1', lastName: 'STRANGER', firstName: 'BEN', charge: 12_500 },
      fact: { type: 'payer-rejected' },
      paymentKey: null,
      amount: 0,
    },
  ]);
  expect(await states(name)).toEqual(['needs-person']);

  await dismissAnswer(person, (await waiting())[0]?.id ?? '', 'Entered by hand at the clearinghouse.');
  const again = '1640601334_EDI_STATUS_20261124.txt';
  await publish(again, report);
  expect(await waiting()).toEqual([]);
  expect([await states(name), await states(again)]).toEqual([['read'], ['read']]);
});
