/** A sender that rejects a claim and accepts it later: by its own dates in each kind of answer, whatever order they come in. */
import { readFile } from 'node:fs/promises';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { answerFile } from '../transactions/examples.ts';
import { connected } from './testing-answers.ts';

const PAYER = 'PR*2*SAMPLE HEALTH PLAN*****PI*60054';
const OFFICE_ALLY = 'AY*2*OFFICE ALLY*****46*330897513';

/** 277CA of that sender on the claim, or on its batch as a whole. */
function acknowledgement(sender: string, stc: string, batch?: string): Uint8Array {
  const ofBatch = `TRN*2*${batch}
     STC*${stc}`;
  const ofClaim = `TRN*2*B1
     HL*3*2*19*1
     NM1*85*2*SAMPLE CLINIC*****XX*1234567893
     HL*4*3*PT
     NM1*QC*1*TESTER*ANNA****MI*SILENT1
     TRN*2*C000000001
     STC*${stc}`;
  return answerFile(
    { group: 'HN', set: '277', version: '005010X214', setVersion: '005010X214' },
    `BHT*0085*08*R1*20261122*1530*TH
     HL*1**20*1
     NM1*${sender}
     HL*2*1*21*1
     NM1*41*2*SAMPLE CLINIC*****46*123456789
     ${batch === undefined ? ofClaim : ofBatch}`,
  );
}

const EDI_HEADER =
  '    File ID   Claim ID    Pat. Acct #    Patient             Amount      Prac. ID   Tax ID     Payer     Process Date     Payer Ref ID        Status    Payer Response Message';
const ediStatus = (day: string, status: string) =>
  `${EDI_HEADER}
    164060133 2900000001  C000000001     TESTER,ANNA         281.00      1234567893 123456789  60054     ${day}       P0000000001         ${status}  INVENTED`;

const SUMMARY_HEADER =
  'CLAIM# OA CLAIMID  PATIENT ID        LAST,FIRST          DOB          FROM DOS   TO DOS     CPT     DIAG     TAX ID      ACCNT#        PHYS.ID    PAYER  ERRORS';
const fileSummary = (day: string, section: string, errors: string) =>
  `Date Processed:${day}
-------${section} CLAIM DETAIL
------------------------------------------------------------
${SUMMARY_HEADER}
------------------------------------------------------------
1)     2900000001  SILENT1           TESTER,ANNA         01/02/1980   11/03/2026 11/03/2026 99213   M545     123456789   C000000001    1234567893 60054  ${errors}
`;

async function sentClaim() {
  const { sandbox, practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const bytes = await readFile((await sandbox.received())[0]?.archivePath ?? '');
  const batch = /BHT\*0019\*00\*([^*]+)/.exec(bytes.toString())?.[1] ?? '';
  const facts = async (): Promise<readonly ClaimFact[]> =>
    (await listEvents(practice.scope, claim)).map(({ fact }) => fact);
  return { batch, publish, facts, status: () => practice.status(claim) };
}

test('a claim that its payer rejected is with the payer once that has accepted it, in whatever order the two come', async () => {
  const { publish, facts, status } = await sentClaim();
  await publish('1.277', acknowledgement(PAYER, 'A2:20*20261121*WQ'));
  await publish('2.277', acknowledgement(PAYER, 'A7:164:IL*20261120*U'));
  expect((await facts()).slice(-2)).toMatchObject([
    { type: 'payer-accepted', saidOn: '2026-11-21' },
    { type: 'payer-rejected', saidOn: '2026-11-20' },
  ]);
  expect(await status()).toBe('with-payer');
  await publish('3.277', acknowledgement(PAYER, 'A7:164:IL*20261122*U'));
  expect(await status()).toBe('rejected-by-payer');
});

test('of Office Ally’s text reports the day of the payer, or of the file, is that of the word', async () => {
  const { publish, facts, status } = await sentClaim();
  await publish('1640601334_EDI_STATUS_20261122.txt', ediStatus('11/21/2026', 'ACCEPTED'));
  await publish('1640601333_EDI_STATUS_20261121.txt', ediStatus('11/20/2026', 'REJECTED'));
  expect(await status()).toBe('with-payer');
  await publish('FS_HCFA_1640601333_IN_C.txt', fileSummary('11/19/2026', 'ERROR', 'RC77'));
  expect(await status()).toBe('unknown');
  await publish('FS_HCFA_1640601334_IN_C.txt', fileSummary('11/20/2026', 'ACCEPTED', ''));
  expect((await facts()).slice(-4).map((fact) => [fact.type, 'saidOn' in fact && fact.saidOn])).toEqual([
    ['payer-accepted', '2026-11-21'],
    ['payer-rejected', '2026-11-20'],
    ['clearinghouse-rejected', '2026-11-19'],
    ['clearinghouse-accepted', '2026-11-20'],
  ]);
  expect(await status()).toBe('with-payer');
});

test('a batch that was rejected as a whole is rejected on the day that it says', async () => {
  const { batch, publish, facts, status } = await sentClaim();
  await publish('1.277', acknowledgement(OFFICE_ALLY, 'A2:20*20261121*WQ'));
  await publish('2.277', acknowledgement(OFFICE_ALLY, 'A3:21*20261120*U', batch));
  expect((await facts()).at(-1)).toMatchObject({ type: 'clearinghouse-rejected', saidOn: '2026-11-20' });
  expect(await status()).toBe('at-clearinghouse');
});
