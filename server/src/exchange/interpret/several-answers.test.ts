/** Files that say more than one thing: several kinds of answers, the same words of several claims, a provider as a whole. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { listInboundFiles } from '../../store/files.ts';
import { openTestStore } from '../../store/testing.ts';
import { answerFile } from '../../transactions/examples.ts';
import { connected } from '../testing-answers.ts';
import { check, fileOf, paying, postingPractice } from '../testing-posting.ts';
import { acknowledgement, OFFICE_ALLY } from '../testing-words.ts';

const ACKNOWLEDGEMENT = { group: 'HN', set: '277', version: '005010X214', setVersion: '005010X214' } as const;
const HEAD = `BHT*0085*08*R1*20261122*1530*TH
     HL*1**20*1
     NM1*${OFFICE_ALLY}
     HL*2*1*21*1
     NM1*41*2*SAMPLE CLINIC*****46*123456789`;

async function sent() {
  const all = await connected();
  const claim = await all.practice.bill('C000000001', 'SILENT1');
  await all.exchange();
  const reasons = async () =>
    (await listInboundFiles(all.practice.scope)).flatMap(({ reason }) => reason ?? []);
  return { ...all, claim, reasons };
}

const PAYMENT = fileOf(check('EFT1', [paying('C000000001', 10_000)]));
const REJECTION = Buffer.from(acknowledgement(OFFICE_ALLY, 'A7:562:85*20261122*U'));

test.each([
  ['a payment before a rejection', [PAYMENT, REJECTION]],
  ['a rejection before a payment', [REJECTION, PAYMENT]],
])('%s in one file: both are read', async (_, parts) => {
  const { practice, publish, claim, reasons } = await sent();
  await publish('1.x12', Buffer.concat(parts));
  const facts = await practice.facts(claim);
  expect(facts).toContain('payment');
  expect(facts).toContain('clearinghouse-rejected');
  expect(await practice.remittances()).toHaveLength(1);
  expect(await reasons()).toEqual([]);
});

test('what is no answer beside one is told to people, and the answer counts', async () => {
  const { practice, publish, claim, sandbox, reasons } = await sent();
  const ours = await readFile((await sandbox.received())[0]?.archivePath ?? '');
  await publish('1.x12', Buffer.concat([PAYMENT, ours]));
  expect(await practice.facts(claim)).toContain('payment');
  expect(await reasons()).toEqual([expect.stringContaining('A part of it is no answer')]);
});

const rejecting = (provider: string, batch: string) =>
  answerFile(
    ACKNOWLEDGEMENT,
    `${HEAD}
     TRN*2*${batch}
     STC*A1:19:PR*20261122*WQ*281
     HL*3*2*19*0
     NM1*85*2*SAMPLE CLINIC${provider}
     TRN*1*0
     STC*A3:24:85*20261122*U*281`,
  );

test.each([
  ['NPI', '*****XX*1234567893'],
  ['tax ID', '*****FI*123456789'],
  ['name alone, where one provider bills in the file', ''],
])('a provider is rejected as a whole by %s: its claims hear of it', async (_, provider) => {
  const { practice, publish, claim, sandbox } = await sent();
  const batch = /BHT\*0019\*00\*([^*]+)/.exec(
    (await readFile((await sandbox.received())[0]?.archivePath ?? '')).toString(),
  )?.[1];
  await publish('1.277', rejecting(provider, batch ?? ''));
  expect(await practice.facts(claim)).toContain('clearinghouse-rejected');
});

test('a provider who did not bill in the file is rejected: a person is told', async () => {
  const { practice, publish, claim, sandbox, reasons } = await sent();
  const batch = /BHT\*0019\*00\*([^*]+)/.exec(
    (await readFile((await sandbox.received())[0]?.archivePath ?? '')).toString(),
  )?.[1];
  await publish('1.277', rejecting('*****XX*1245319599', batch ?? ''));
  expect(await practice.facts(claim)).not.toContain('clearinghouse-rejected');
  expect(await reasons()).toEqual([expect.stringContaining('names none that billed in it')]);
});

test('the same words of two patients without a number are two answers, and no more when the file comes again', async () => {
  const tests = openTestStore();
  try {
    const practice = postingPractice(await tests.practice(), tests.store);
    const patient = (place: number, name: string, member: string) => `HL*${place}*3*PT
     NM1*QC*1*${name}*ANNA****MI*${member}
     TRN*2*0
     STC*A7:562:85*20261122*U*281
     DTP*472*D8*20261103`;
    const bytes = answerFile(
      ACKNOWLEDGEMENT,
      `${HEAD}
     HL*3*2*19*1
     NM1*85*2*SAMPLE CLINIC*****XX*1234567893
     ${patient(4, 'ALPHA', 'M1111111')}
     ${patient(5, 'BETA', 'M2222222')}
     ${patient(6, 'BETA', 'M2222222')}`,
    );
    for (const end of ['', '\n']) {
      await practice.store(Buffer.concat([bytes, Buffer.from(end)]), `x${end.length}.277`);
      await practice.interpret();
    }
    const names = (await practice.answers()).map(({ reference }) => JSON.parse(reference).lastName);
    expect(names.toSorted()).toEqual(['ALPHA', 'BETA', 'BETA']);
  } finally {
    await tests.close();
  }
});
