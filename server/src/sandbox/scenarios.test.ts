import { expect, test } from 'vitest';
import { testSandbox, uploadAndWait } from './testing.ts';
import { a837p, aClaim } from './testing-claims.ts';
import { fetchReports, type Reports } from './testing-reports.ts';

const NAME = '837P_20261122_153000_000101.txt';

/** Uploads one claim of $433.50 and gives every report that it brings. */
async function answersTo(memberId: string): Promise<Reports> {
  const sandbox = await testSandbox();
  await uploadAndWait(sandbox, NAME, a837p([aClaim(memberId)]));
  return fetchReports(sandbox);
}

/** Category, status and action of the one claim. */
const word = (said: Reports['fromClearinghouse']) => {
  const status = said?.providers[0]?.claims[0]?.statuses[0];
  return [
    ...(status?.codes.map((code) => `${code.category}:${code.status}`) ?? []),
    status?.action ?? '-',
  ].join(' ');
};

const money = (reports: Reports) =>
  reports.remittances.map((remittance) => ({
    payment: remittance.paymentAmount,
    claims: remittance.claims.map(
      (claim) =>
        `${claim.statusCode}: charge ${claim.chargeAmount} paid ${claim.paidAmount} patient ${claim.patientResponsibility}`,
    ),
    adjustments: remittance.providerAdjustments.map(({ reason, amount }) => `${reason} ${amount}`),
  }));

/** File number and date replaced, so that the order and shape of names stand in sight. */
const shapes = ({ names }: Reports) =>
  names.map((name) => name.replaceAll(/\d{10}/g, '<ID>').replaceAll('20261122', '<DAY>'));

test('an ordinary claim: 999, File Summary, both 277CA, EDI Status, then an ERA, under Office Ally names', async () => {
  const reports = await answersTo('W123456789');
  expect(shapes(reports)).toEqual([
    '<ID>_837P_<DAY>_153000_000101_999.999',
    'FS_HCFA_<ID>_IN_C.txt',
    'TRAINING_<ID>_HCFA_277ca_<DAY>.txt',
    '<ID>_EDI_STATUS_HCFA_<DAY>.277',
    '<ID>_EDI_STATUS_<DAY>.txt',
    '<ID>_ERA_STATUS_5010_<DAY>.zip',
  ]);
  expect(reports.acknowledgement).toMatchObject({
    senderId: '330897513',
    interchangeAcknowledgements: [{ code: 'A', noteCode: '000' }],
    acknowledgements: [
      { groupControlNumber: '101', code: 'A', setsAccepted: 1, transactionSets: [{ code: 'A' }] },
    ],
    findings: [],
  });
  expect(word(reports.fromClearinghouse)).toBe('A2:20 WQ');
  expect(reports.fromClearinghouse?.source).toMatchObject({ entity: 'AY', id: '330897513' });
  expect(reports.fromClearinghouse?.receiver.traceNumber).toBe('BATCH101');
  expect(reports.fromPayers.map((said) => [said.source.id, word(said)])).toEqual([['60054', 'A2:20 WQ']]);
  expect(money(reports)).toEqual([
    { payment: 34_679, claims: ['1: charge 43350 paid 34679 patient 0'], adjustments: [] },
  ]);
});
