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

test('a 277: what the payer has decided or waits for, what it says of money, and that money comes otherwise', async () => {
  const head = { group: 'HN', set: '277', version: '005010X212', setVersion: '005010X212' };
  const said = await explained(
    head,
    `BHT*0010*08*R1*20261122*1530*DG
     HL*1**20*1
     NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
     PER*IC*PROVIDER LINE*TE*8005550100
     HL*2*1*21*1
     NM1*41*2*SAMPLE CLINIC*****46*123456789
     HL*3*2*19*1
     NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
     HL*4*3*22*0
     NM1*IL*1*TESTER*ANNA****MI*W1
     TRN*2*Q1
     STC*F1:65*20261120**185*120.5*20261118*CHK*20261120*CHK1
     REF*1K*P1
     REF*EJ*C000000001
     DTP*472*D8*20261116
     SVC*HC:99213:25*185*120.5****1
     STC*F1:65*20261120
     HL*5*3*22*1
     NM1*IL*1*TESTER*CARL****MI*W2
     HL*6*5*23
     NM1*QC*1*TESTER*BEN
     TRN*2*Q2
     STC*F2:88:QC*20261122**96*0
     REF*EJ*C000000002`,
  );
  expect(said).toEqual([
    'Answer R1 of the payer SAMPLE HEALTH PLAN (60054) of 2026-11-22; questions to PROVIDER LINE, 8005550100',
    '  To SAMPLE CLINIC',
    '  Provider SAMPLE CLINIC 1234567893',
    '    Claim C000000001 of ANNA TESTER, member W1, service 2026-11-16, $185.00',
    '      Decided on 2026-11-20: The payer has decided; the remittance tells how. [F1:65]',
    '        The payer says: $120.50 paid, decided 2026-11-18, by CHK, of 2026-11-20, number CHK1.',
    "      payer's claim number P1, request Q1",
    '      Line 99213 25, 1 unit, $185.00, paid $120.50',
    '        Decided on 2026-11-20: The payer has decided; the remittance tells how. [F1:65]',
    '    Claim C000000002 of BEN TESTER, insured by CARL TESTER, member W2, $96.00',
    '      Finished without payment on 2026-11-22: The payer says the claim is finished without payment; the remittance tells why. [F2:88:QC]',
    '        The payer says: $0.00 paid.',
    '        The patient was not insured there on that day. Check the coverage for the day of the service. Bill the insurance that held then, or the patient. [F2:88:QC]',
    '      request Q2',
  ]);
});

test('a 276: which claims a payer is asked about, of whom, and by which numbers', async () => {
  const head = { group: 'HR', set: '276', version: '005010X212', setVersion: '005010X212' };
  const said = await explained(
    head,
    `BHT*0010*13*Q1*20261122*1530
     HL*1**20*1
     NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
     HL*2*1*21*1
     NM1*41*2*SAMPLE CLINIC*****46*123456789
     HL*3*2*19*1
     NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
     HL*4*3*22*0
     DMG*D8*19800102*F
     NM1*IL*1*TESTER*ANNA****MI*W1
     TRN*1*Q1
     REF*1K*P1
     REF*EJ*C000000001
     AMT*T3*185
     DTP*472*D8*20261116
     SVC*HC:99213:25*185*****1
     REF*FJ*C000000001L1
     DTP*472*D8*20261116
     HL*5*3*22*1
     NM1*IL*1*TESTER*CARL****MI*W2
     HL*6*5*23
     DMG*D8*20150304
     NM1*QC*1*TESTER*BEN
     TRN*1*Q2
     AMT*T3*96
     DTP*472*D8*20261116`,
  );
  expect(said).toEqual([
    'Request Q1 to the payer SAMPLE HEALTH PLAN (60054) of 2026-11-22',
    '  From SAMPLE CLINIC',
    '  Provider SAMPLE CLINIC 1234567893',
    '    Claim C000000001 of ANNA TESTER, member W1, born 1980-01-02, service 2026-11-16, $185.00',
    "      inquiry Q1, payer's claim number P1",
    '      Line 99213 25, 1 unit, $185.00, our line C000000001L1, service 2026-11-16',
    '    Claim (no number of ours) of BEN TESTER, born 2015-03-04, insured by CARL TESTER, member W2, service 2026-11-16, $96.00',
    '      inquiry Q2',
  ]);
});
