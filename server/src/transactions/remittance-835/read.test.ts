import { expect, test } from 'vitest';
import { answerFile } from '../examples.ts';
import { balanceRemittance } from './balance.ts';
import { readRemittance } from './read.ts';

const file835 = (segments: string) =>
  answerFile({ group: 'HP', set: '835', version: '005010X221A1' }, segments);

const HEAD = `
  BPR*I*171*C*ACH*CCP*01*000000001*DA*1*1123456789**01*000000002*DA*2*20261130
  TRN*1*CHK0000001*1123456789
  REF*EV*330897513
  DTM*405*20261129
  N1*PR*SAMPLE HEALTH PLAN*XV*60054
  N3*1 INVENTED AVENUE
  N4*SPRINGFIELD*IL*62701
  PER*BL*HELP DESK*TE*5555550100
  N1*PE*SAMPLE CLINIC*XX*1234567893
  REF*TJ*123456789`;

test('a paid claim with lines, adjustments and a provider adjustment is read whole and balances', () => {
  const { remittances, findings } = readRemittance(
    file835(`${HEAD}
      LX*1
      CLP*C000000001*1*281*181*25.5*12*P0000000001*11*1
      NM1*QC*1*TESTER*ANNA****MI*W000000001
      NM1*82*1*OTHER*DOCTOR****XX*1234567893
      MOA***MA01*N130
      REF*EA*12345
      DTM*232*20261116
      DTM*233*20261118
      AMT*I*3
      SVC*HC:99214:25*185*110.5**1*HC:99215
      DTM*472*20261116
      CAS*CO*45*49*1*253*0.00
      CAS*PR*3*25.5
      REF*6R*C000000001L1
      AMT*B6*136
      LQ*HE*N782
      SVC*HC:97110:GP*96*70.5**2
      DTM*150*20261116
      DTM*151*20261118
      CAS*CO*45*25.5
      REF*6R*C000000001L2
      PLB*1234567893*20261231*WO:REF 9*12*L6*-2`),
  );
  expect(findings).toEqual([]);
  expect(remittances).toEqual([
    {
      handlingCode: 'I',
      paymentAmount: 17100,
      paymentMethod: 'ACH',
      paymentFormat: 'CCP',
      sendingAccount: {
        bankIdQualifier: '01',
        bankId: '000000001',
        accountQualifier: 'DA',
        accountNumber: '1',
      },
      originatingCompanyId: '1123456789',
      receivingAccount: {
        bankIdQualifier: '01',
        bankId: '000000002',
        accountQualifier: 'DA',
        accountNumber: '2',
      },
      paymentDate: '2026-11-30',
      traceNumber: 'CHK0000001',
      payerTraceId: '1123456789',
      receiverId: '330897513',
      productionDate: '2026-11-29',
      payer: {
        name: 'SAMPLE HEALTH PLAN',
        id: '60054',
        address: { line1: '1 INVENTED AVENUE', city: 'SPRINGFIELD', state: 'IL', postalCode: '62701' },
        technicalContacts: [{ name: 'HELP DESK', phone: '5555550100' }],
      },
      payee: { name: 'SAMPLE CLINIC', npi: '1234567893', taxId: '123456789' },
      claims: [
        {
          patientControlNumber: 'C000000001',
          statusCode: '1',
          chargeAmount: 28100,
          paidAmount: 18100,
          patientResponsibility: 2550,
          claimFilingIndicator: '12',
          payerClaimControlNumber: 'P0000000001',
          facilityType: '11',
          frequency: '1',
          patient: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001' },
          adjustments: [],
          renderingProvider: { lastName: 'OTHER', firstName: 'DOCTOR', id: '1234567893' },
          outpatient: { remarkCodes: ['MA01', 'N130'] },
          identifiers: [{ qualifier: 'EA', value: '12345' }],
          supplementalAmounts: [{ qualifier: 'I', amount: 300 }],
          statementFrom: '2026-11-16',
          statementTo: '2026-11-18',
          lines: [
            {
              procedureCode: '99214',
              modifiers: ['25'],
              chargeAmount: 18500,
              paidAmount: 11050,
              units: 1,
              submittedProcedureCode: '99215',
              serviceDate: '2026-11-16',
              lineControlNumber: 'C000000001L1',
              adjustments: [
                { group: 'CO', reason: '45', amount: 4900, quantity: 1 },
                { group: 'CO', reason: '253', amount: 0 },
                { group: 'PR', reason: '3', amount: 2550 },
              ],
              allowedAmount: 13600,
              remarkCodes: ['N782'],
            },
            {
              procedureCode: '97110',
              modifiers: ['GP'],
              chargeAmount: 9600,
              paidAmount: 7050,
              units: 2,
              serviceStart: '2026-11-16',
              serviceEnd: '2026-11-18',
              lineControlNumber: 'C000000001L2',
              adjustments: [{ group: 'CO', reason: '45', amount: 2550 }],
              remarkCodes: [],
            },
          ],
        },
      ],
      providerAdjustments: [
        {
          providerId: '1234567893',
          fiscalDate: '2026-12-31',
          reason: 'WO',
          reference: 'REF 9',
          amount: 1200,
        },
        { providerId: '1234567893', fiscalDate: '2026-12-31', reason: 'L6', amount: -200 },
      ],
    },
  ]);
  expect(remittances.flatMap(balanceRemittance)).toEqual([]);
});

test('a reversal and its correction keep their signs and both stand, for the same claim', () => {
  const { remittances } = readRemittance(
    file835(`${HEAD.replace('*171*', '*10*')}
      LX*1
      CLP*C1*22*-100*-80**12*P1
      CAS*CO*45*-20
      CLP*C1*1*100*90**12*P2
      CAS*CO*45*10`),
  );
  expect(remittances[0]?.claims.map(({ statusCode, paidAmount }) => [statusCode, paidAmount])).toEqual([
    ['22', -8000],
    ['1', 9000],
  ]);
  expect(remittances.flatMap(balanceRemittance)).toEqual([]);
});

test('several checks in one file stay apart, provider adjustments with theirs', () => {
  const second = `
    SE*13*0001
    ST*835*0002
    BPR*H*0*C*NON************20261201
    TRN*1*NOPAY1*1123456789
    N1*PR*OTHER PLAN
    N3*2 INVENTED AVENUE
    N4*SPRINGFIELD*IL*62701
    PER*BL*HELP DESK*TE*5555550100
    N1*PE*SAMPLE CLINIC*FI*123456789
    LX*1
    CLP*C2*4*50*0*0*12*P9
    CAS*CO*197*50
    NM1*QC*1*TESTER*ANNA`;
  const bytes = file835(`${HEAD.replace('*171*', '*-5*')}\nPLB*1234567893*20261231*WO*5${second}`);
  const text = new TextDecoder().decode(bytes).replace('SE*26*0001~GE*1', 'SE*13*0002~GE*2');
  const { remittances, findings } = readRemittance(new TextEncoder().encode(text));
  expect(findings).toEqual([]);
  expect(
    remittances.map(({ traceNumber, payer, payee, claims, providerAdjustments }) => ({
      traceNumber,
      payer: payer.name,
      taxId: payee.taxId,
      claims: claims.length,
      providerAdjustments: providerAdjustments.length,
    })),
  ).toEqual([
    {
      traceNumber: 'CHK0000001',
      payer: 'SAMPLE HEALTH PLAN',
      taxId: '123456789',
      claims: 0,
      providerAdjustments: 1,
    },
    { traceNumber: 'NOPAY1', payer: 'OTHER PLAN', taxId: '123456789', claims: 1, providerAdjustments: 0 },
  ]);
  expect(remittances.flatMap(balanceRemittance)).toEqual([]);
});

test.each([
  ['no BPR', (text: string) => text.replace(/BPR[^~]*~/, ''), ['SEGMENT-MISSING BPR 1', 'SE01-COUNT SE 11']],
  ['a payer under another code', (text: string) => text.replace('N1*PR*', 'N1*XX*'), ['ELEMENT-CODE N1 6']],
  [
    'an amount with a thousands separator',
    (text: string) => text.replace('*171*', '*1,171*'),
    ['ELEMENT-CHARACTER BPR 2'],
  ],
  ['an empty amount', (text: string) => text.replace('*171*', '**'), ['ELEMENT-MISSING BPR 2']],
  ['no payment date', (text: string) => text.replace('*20261130', ''), ['ELEMENT-MISSING BPR 2']],
  [
    'a service before any claim',
    (text: string) => text.replace('REF*TJ*', 'SVC*HC:'),
    ['SEGMENT-UNEXPECTED SVC 11'],
  ],
])('%s is reported at its place', (_, change, expected) => {
  const text = change(new TextDecoder().decode(file835(HEAD)));
  const { findings } = readRemittance(new TextEncoder().encode(text));
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId} ${location.ordinal}`)).toEqual(
    expected,
  );
});

test('a set of another transaction is left out, and what it calls itself is no part of the message', () => {
  const file = answerFile({ group: 'HP', set: 'TESTER ANNA', version: '005010X221A1' }, 'CLP*C1*1*0*0');
  const { remittances, findings } = readRemittance(file);
  expect(remittances).toEqual([]);
  expect(findings.find(({ code }) => code === 'SET-UNEXPECTED')).toMatchObject({
    message: 'This set is not an 835; it was left out.',
    value: 'TESTER ANNA',
  });
});
