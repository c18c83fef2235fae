/** Answers of clearinghouses and payers in a biller's words: what was taken, what was not, why, and what to do. */
import { expect, test } from 'vitest';
import { answerFile } from '../transactions/examples.ts';
import { runX12 } from './x12-testing.ts';

/** Without what `explain` says of the file itself. */
async function explained(head: Parameters<typeof answerFile>[0], segments: string): Promise<string[]> {
  const { out } = await runX12(['explain', '-'], answerFile(head, segments));
  return out.split('\n\n')[0]?.split('\n') ?? [];
}

test('a 277CA: who says it, what became of each claim and line, and what to do about a rejection', async () => {
  const head = { group: 'HN', set: '277', version: '005010X214', setVersion: '005010X214' };
  const said = await explained(
    head,
    `BHT*0085*08*R1*20261122*1530*TH
     HL*1**20*1
     NM1*AY*2*OFFICE ALLY*****46*330897513
     TRN*1*R1
     DTP*050*D8*20261122
     DTP*009*D8*20261123
     HL*2*1*21*1
     NM1*41*2*SAMPLE CLINIC*****46*123456789
     TRN*2*B000000101
     STC*A1:19:PR*20261122*WQ*281
     QTY*90*1
     QTY*AA*1
     AMT*YU*185
     HL*3*2*19*1
     NM1*85*2*SAMPLE CLINIC*****XX*1234567893
     HL*4*3*PT
     NM1*QC*1*TESTER*ANNA****MI*W1
     TRN*2*C000000001
     STC*A2:20:PR*20261122*WQ*185
     REF*1K*P1
     REF*D9*2900000001
     DTP*472*D8*20261116
     HL*5*3*PT
     NM1*QC*1*TESTER*BEN****MI*W2
     TRN*2*C000000002
     STC*A7:562:82*20261122*U*96********CHECK THE RENDERING PROVIDER
     DTP*472*RD8*20261116-20261118
     SVC*HC:97110:GP*96*****2
     STC*A7:454*20261122*U
     REF*FJ*C000000002L1`,
  );
  expect(said).toEqual([
    'Answer R1 of the clearinghouse OFFICE ALLY (330897513), received 2026-11-22, processed 2026-11-23',
    '  Batch B000000101 of SAMPLE CLINIC, 1 accepted ($185.00), 1 rejected',
    '    Received, not yet accepted on 2026-11-22. [A1:19:PR]',
    '  Billing provider SAMPLE CLINIC 1234567893',
    '    Claim C000000001 of ANNA TESTER, member W1, service 2026-11-16, $185.00',
    '      Accepted on 2026-11-22. [A2:20:PR]',
    "      payer's claim number P1, clearinghouse's number 2900000001",
    '    Claim C000000002 of BEN TESTER, member W2, service 2026-11-16 to 2026-11-18, $96.00',
    '      Rejected on 2026-11-22: CHECK THE RENDERING PROVIDER [A7:562:82, A7:454]',
    '        The payer does not accept the rendering provider. Check the NPI, and whether this provider is enrolled there. [A7:562:82]',
    '        The procedure code is not valid for that day or for this payer. Check the code, and whether the payer wants another one. [A7:454]',
    '      Line 97110 GP, 2 units, $96.00, our line C000000002L1',
    '        Rejected on 2026-11-22: data is not valid. [A7:454]',
    '          The procedure code is not valid for that day or for this payer. Check the code, and whether the payer wants another one. [A7:454]',
  ]);
});
