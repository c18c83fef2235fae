import { expect, test } from 'vitest';
import { FindingList } from '../../x12/index.ts';
import type { ReadClaimPayment } from './file-parts.ts';
import { RemittanceFileReader } from './file-reader.ts';
import { USUAL } from './kept-open.ts';

test('nothing is wrong with the remittance that is kept open, and its first claim says what claims usually say', () => {
  const findings = new FindingList();
  const claims: ReadClaimPayment[] = [];
  const reader = new RemittanceFileReader(findings, { claim: (claim) => claims.push(claim) });
  reader.push(Buffer.from(`${USUAL}SE*31*0001~GE*1*1~IEA*1*000000001~`));
  reader.end();
  expect(findings.toArray()).toEqual([]);
  expect(claims).toHaveLength(2);
  expect(claims[0]).not.toHaveProperty('notInModel');
  expect(Object.keys(claims[0]?.payment ?? {}).toSorted()).toEqual([
    'adjustments',
    'chargeAmount',
    'claimFilingIndicator',
    'facilityType',
    'frequency',
    'identifiers',
    'lines',
    'outpatient',
    'paidAmount',
    'patient',
    'patientControlNumber',
    'patientResponsibility',
    'payerClaimControlNumber',
    'receivedDate',
    'renderingProvider',
    'statementFrom',
    'statusCode',
    'supplementalAmounts',
  ]);
});
