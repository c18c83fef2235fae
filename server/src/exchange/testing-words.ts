/** For tests: what clearinghouse and payer say of a claim before a decision, as a 277CA or an EDI Status, and a claim to say it of. */
import { readFile } from 'node:fs/promises';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { listEvents } from '../store/claim-events.ts';
import { findClaimsByPayerNumber } from '../store/claim-matching.ts';
import { answerFile } from '../transactions/examples.ts';
import { connected } from './testing-answers.ts';

export const PAYER = 'PR*2*SAMPLE HEALTH PLAN*****PI*60054';
export const OFFICE_ALLY = 'AY*2*OFFICE ALLY*****46*330897513';

/** 277CA of that sender on the claim, or on its batch as a whole. */
export function acknowledgement(sender: string, stc: string, batch?: string): Uint8Array {
  const ofBatch = `TRN*2*${batch}
     STC*${stc}`;
  const ofClaim = `TRN*2*B1
     HL*3*2*19*1
     NM1*85*2*SAMPLE CLINIC*****XX*1234567893
     HL*4*3*PT
     NM1*QC*1*TESTER*ANNA****MI*SILENT1
     TRN*2*C000000001
     STC*${stc}
     REF*1K*P1`;
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
export const ediStatus = (day: string, status: string, words = 'INVENTED') =>
  `${EDI_HEADER}
    164060133 2900000001  C000000001     TESTER,ANNA         281.00      1234567893 123456789  60054     ${day}       P0000000001         ${status.padEnd(9)} ${words}`;

/** A claim that was sent and of which nothing was said yet; `batch` is the number of its file. */
export async function sentClaim() {
  const { sandbox, practice, exchange, publish } = await connected();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await exchange();
  const bytes = await readFile((await sandbox.received())[0]?.archivePath ?? '');
  const batch = /BHT\*0019\*00\*([^*]+)/.exec(bytes.toString())?.[1] ?? '';
  const facts = async (): Promise<readonly ClaimFact[]> =>
    (await listEvents(practice.scope, claim)).map(({ fact }) => fact);
  const claimsOf = (payerNumber: string) => findClaimsByPayerNumber(practice.scope, payerNumber);
  return { batch, publish, facts, claimsOf, status: () => practice.status(claim) };
}
