/** A 277 moves a claim no further than to the payer: money and denials come by the remittance, and what is unclear by a person. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { answerFile } from '../transactions/examples.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

async function connected() {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await sandbox.idle();
  await practice.worker.runOnce();
  /** Lets the practice fetch a 277 with these segments behind the provider's. */
  const answer = async (segments: string) => {
    const head = { group: 'HN', set: '277', version: '005010X212', setVersion: '005010X212' };
    const bytes = answerFile(
      head,
      `BHT*0010*08*R1*20261122*1530*DG
       HL*1**20*1
       NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
       HL*2*1*21*1
       NM1*41*2*SAMPLE CLINIC*****46*123456789
       HL*3*2*19*1
       NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
       ${segments}`,
    );
    await writeFile(join(sandbox.dataDir, 'outbound', 'ANSWER.277'), bytes);
    await practice.worker.runOnce();
    const [file] = await practice.files();
    return { kind: file?.kind, reason: file?.reason };
  };
  return { practice, claim, answer };
}

const PATIENT = 'HL*4*3*22*0\nNM1*IL*1*TESTER*ANNA****MI*SILENT1';
const about = (stc: string, number = 'C000000001') =>
  `${PATIENT}\nTRN*2*Q1\nSTC*${stc}\nREF*1K*P1\nREF*EJ*${number}`;

test.each([
  [
    'pending',
    'P3:317*20261122**185',
    'with-payer',
    {
      type: 'payer-accepted',
      payerClaimControlNumber: 'P1',
      message: expect.stringMatching(/^Pending\. .*\(P3:317\)$/),
      saidOn: '2026-11-22',
    },
  ],
  [
    'paid, by its own word',
    'F1:65*20261122**185*120.5*20261118*CHK*20261120*CHK1',
    'with-payer',
    {
      type: 'payer-accepted',
      payerClaimControlNumber: 'P1',
      message: 'The payer has decided; the remittance tells how. (F1:65)',
      saidOn: '2026-11-22',
    },
  ],
  [
    'received, and not accepted',
    'A1:19*20261122**185',
    'at-clearinghouse',
    { type: 'payer-received', payerClaimControlNumber: 'P1', saidOn: '2026-11-22' },
  ],
  [
    'denied, by its own word',
    'F2:88:QC*20261122**185*0',
    'unknown',
    {
      type: 'unclear',
      payerClaimControlNumber: 'P1',
      message:
        'The payer says the claim is finished without payment; the remittance tells why. The patient was not insured there on that day. (F2:88:QC)',
      by: 'payer',
      theyHaveIt: 'unpaid',
      saidOn: '2026-11-22',
    },
  ],
  [
    'in want of more information',
    'R3:297*20261122**185',
    'unknown',
    {
      type: 'unclear',
      payerClaimControlNumber: 'P1',
      message: expect.stringMatching(/^More information is asked for\./),
      by: 'payer',
      theyHaveIt: 'asks',
      saidOn: '2026-11-22',
    },
  ],
  [
    'not found',
    'D0:35*20261122**185',
    'unknown',
    {
      type: 'unclear',
      payerClaimControlNumber: 'P1',
      message: expect.stringMatching(/^The payer does not find the claim/),
      by: 'payer',
      saidOn: '2026-11-22',
    },
  ],
] as const)('%s', async (_, stc, status, fact) => {
  const { practice, claim, answer } = await connected();
  expect(await answer(about(stc))).toEqual({ kind: '277', reason: null });
  expect(await practice.status(claim)).toBe(status);
  const events = await listEvents(practice.scope, claim);
  expect(events.at(-1)?.fact).toEqual(fact);
});

test('an answer about a claim that was not sent from here waits for a person, and changes nothing', async () => {
  const { practice, claim, answer } = await connected();
  const before = await practice.facts(claim);
  expect(await answer(about('F1:65*20261122**185', 'STRANGER1'))).toEqual({
    kind: '277',
    reason: 'Its claim matches none here for certain: decide under Claims, Unmatched.',
  });
  expect(await practice.facts(claim)).toEqual(before);
});

test('a request that is refused as a whole waits for a person with what it says', async () => {
  const { answer } = await connected();
  expect(await answer('TRN*1*0\nSTC*E0:24:85*20261122')).toEqual({
    kind: '277',
    reason: 'It refuses to answer: The payer could not answer what it was asked.',
  });
});
