import { beforeEach, describe, expect, test } from 'vitest';
import { readEdiStatus } from '../clearinghouse/edi-status.ts';
import { readFileSummary } from '../clearinghouse/file-summary.ts';
import { balanceRemittance } from '../transactions/remittance-835/index.ts';
import { claimsIn } from '../transactions/status-277ca/index.ts';
import { identify } from '../x12/index.ts';
import { ALL_SCENARIOS, scenarioOf } from './scenarios.ts';
import { login, testSandbox, uploadAndWait } from './testing.ts';
import { a837p, aClaim } from './testing-claims.ts';
import { fetchReports, type Reports } from './testing-reports.ts';
import type { Sandbox } from './types.ts';

const NAME = '837P_20261122_153000_000101.txt';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await testSandbox();
});

/** Uploads one claim of $433.50, numbered C0000001, and gives every report that it brings. */
async function answersTo(memberId: string): Promise<Reports> {
  await uploadAndWait(sandbox, NAME, a837p([aClaim(memberId)]));
  return fetchReports(sandbox);
}

/** Who speaks, and of each claim its number, categories with status codes, and action. */
const words = (said: Reports['fromClearinghouse']) =>
  said &&
  claimsIn(said).map(({ claim: { patientControlNumber, statuses } }) => {
    const [status] = statuses;
    const codes = status?.codes.map(({ category, status: code }) => `${category}:${code}`) ?? [];
    return [patientControlNumber, ...codes, status?.action ?? 'no action'].join(' ');
  });

const claimIn = (said: Reports['fromClearinghouse']) => (said ? claimsIn(said)[0]?.claim : undefined);

/** Each check: what is paid, what is said of each claim, what the provider's balance changes by. */
const money = ({ remittances }: Reports) =>
  remittances.map(({ paymentAmount, paymentMethod, claims, providerAdjustments }) => [
    `${paymentMethod} ${paymentAmount}`,
    ...claims.map(
      (claim) =>
        `${claim.patientControlNumber} status ${claim.statusCode} charge ${claim.chargeAmount} paid ${claim.paidAmount} patient ${claim.patientResponsibility}`,
    ),
    ...providerAdjustments.map(({ reason, reference, amount }) => `PLB ${reason} of ${reference}: ${amount}`),
  ]);

/** The kinds of reports by their names, in the order of publication. */
const kinds = ({ names }: Reports) =>
  names.map((name) => name.replaceAll(/\d{10}/g, '<ID>').replaceAll('20261122', '<DAY>'));

const ACKNOWLEDGED = '<ID>_837P_<DAY>_153000_000101_999.999';
const BY_CLEARINGHOUSE = ['FS_HCFA_<ID>_IN_C.txt', 'TRAINING_<ID>_HCFA_277ca_<DAY>.txt'];
const BY_PAYER = ['<ID>_EDI_STATUS_HCFA_<DAY>.277', '<ID>_EDI_STATUS_<DAY>.txt'];
const ERA = '<ID>_ERA_STATUS_5010_<DAY>.zip';

test('an ordinary claim is paid: each report in its turn, under the names of Office Ally', async () => {
  const reports = await answersTo('W123456789');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED, ...BY_CLEARINGHOUSE, ...BY_PAYER, ERA]);
  expect(reports.acknowledgement).toMatchObject({
    interchangeControlNumber: '000000101',
    senderId: '330897513',
    interchangeAcknowledgements: [{ controlNumber: '101', code: 'A', noteCode: '000' }],
    acknowledgements: [
      {
        functionalIdentifier: 'HC',
        groupControlNumber: '101',
        code: 'A',
        setsAccepted: 1,
        transactionSets: [{ controlNumber: '0001', code: 'A', segmentErrors: [] }],
      },
    ],
    findings: [],
  });
  expect(words(reports.fromClearinghouse)).toEqual(['C0000001 A2:20 WQ']);
  expect(reports.fromClearinghouse).toMatchObject({
    sources: [
      {
        party: { entity: 'AY', id: '330897513' },
        receivers: [
          {
            answer: { traceNumber: 'BATCH101', acceptedCount: 1, acceptedAmount: 43350 },
            providers: [{ party: { id: '1234567893', organizationName: 'SAMPLE CLINIC' } }],
          },
        ],
      },
    ],
  });
  expect(reports.fromPayers).toHaveLength(1);
  expect(reports.fromPayers[0]?.sources[0]?.party).toMatchObject({ entity: 'PR', id: '60054' });
  expect(words(reports.fromPayers[0])).toEqual(['C0000001 A2:20 WQ']);
  expect(money(reports)).toEqual([['ACH 34679', 'C0000001 status 1 charge 43350 paid 34679 patient 0']]);
  const [remittance] = reports.remittances;
  expect(remittance).toMatchObject({
    payer: { name: 'SAMPLE HEALTH PLAN', id: '60054' },
    payee: { npi: '1234567893', taxId: '123456789' },
    paymentDate: '2026-11-22',
  });
  expect(
    remittance?.claims[0]?.lines.map(({ procedureCode, adjustments }) => [procedureCode, adjustments]),
  ).toEqual([
    ['99214', [{ group: 'CO', reason: '45', amount: 6501 }]],
    ['97110', [{ group: 'CO', reason: '45', amount: 2170 }]],
  ]);
});

test('the ids of a claim are the same in every report', async () => {
  const reports = await answersTo('W123456789');
  const [received] = await sandbox.received();
  const id = received?.claims[0]?.clearinghouseClaimId;
  expect(id).toMatch(/^29\d{8}$/);
  expect(claimIn(reports.fromClearinghouse)?.clearinghouseTraceNumber).toBe(id);
  const payerNumber = claimIn(reports.fromPayers[0])?.payerClaimControlNumber;
  expect(payerNumber).toBe(`SBX${id}`);
  expect(reports.remittances[0]?.claims[0]?.payerClaimControlNumber).toBe(payerNumber);
  expect(readFileSummary(Buffer.from(reports.fileSummary ?? '')).rows[0]?.clearinghouseClaimId).toBe(id);
  expect(readEdiStatus(Buffer.from(reports.ediStatus ?? '')).rows).toMatchObject([
    {
      clearinghouseClaimId: id,
      payerReferenceId: payerNumber,
      status: 'ACCEPTED',
      patientControlNumber: 'C0000001',
    },
  ]);
});

test('every line comes back with its own control number (REF*6R)', async () => {
  const reports = await answersTo('W123456789');
  const numbers = reports.remittances[0]?.claims[0]?.lines.map((line) => line.lineControlNumber);
  expect(new Set(numbers).size).toBe(2);
  expect(numbers?.every((number) => number?.startsWith('C0000001'))).toBe(true);
});

test('FILEREJECT: the 999 rejects the set, names the claim and the place of its CLM; nothing else comes', async () => {
  const reports = await answersTo('FILEREJECT01');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED]);
  expect(reports.acknowledgement).toMatchObject({
    interchangeAcknowledgements: [{ code: 'A' }],
    acknowledgements: [
      {
        code: 'R',
        setsAccepted: 0,
        transactionSets: [
          {
            code: 'R',
            errorCodes: ['5'],
            segmentErrors: [
              {
                segmentId: 'CLM',
                loop: '2300',
                code: '8',
                contexts: ['CLM01:C0000001'],
                elementErrors: [{ element: 5, component: 1, code: '7', value: '11' }],
              },
            ],
          },
        ],
      },
    ],
  });
  const ordinal =
    reports.acknowledgement?.acknowledgements[0]?.transactionSets[0]?.segmentErrors[0]?.ordinal ?? 0;
  const segments = Buffer.from(a837p([aClaim('FILEREJECT01')]))
    .toString()
    .split('~');
  expect(segments.slice(2)[ordinal - 1]).toMatch(/^CLM\*C0000001\*/);
  expect(await sandbox.received()).toMatchObject([{ verdict: 'rejected', claims: [] }]);
});

test('CHREJECT: an error row in the File Summary and a 277CA of the clearinghouse, no word of the payer', async () => {
  const reports = await answersTo('CHREJECT01');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED, ...BY_CLEARINGHOUSE]);
  expect(words(reports.fromClearinghouse)).toEqual(['C0000001 A3:21 A7:164 U']);
  const summary = readFileSummary(Buffer.from(reports.fileSummary ?? ''));
  expect(summary).toMatchObject({
    fileName: NAME,
    processed: '11/22/2026',
    unknownLines: [],
    rows: [
      {
        outcome: 'rejected',
        patientControlNumber: 'C0000001',
        payerId: '60054',
        errors: [{ code: 'SBX01', meaning: 'SUBSCRIBER ID NOT VALID FOR THIS PAYER' }],
      },
    ],
  });
});

test('PEND: the clearinghouse keeps the claim; the 277CA is pending, the File Summary says why', async () => {
  const reports = await answersTo('PEND01');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED, ...BY_CLEARINGHOUSE]);
  expect(words(reports.fromClearinghouse)).toEqual(['C0000001 P1:33 WQ']);
  expect(readFileSummary(Buffer.from(reports.fileSummary ?? '')).rows).toMatchObject([
    { outcome: 'pended', patientControlNumber: 'C0000001', errors: [{ code: 'SBX21' }] },
  ]);
});

test("PAYREJECT: accepted by the clearinghouse, rejected by the payer's 277CA and EDI Status, no ERA", async () => {
  const reports = await answersTo('PAYREJECT01');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED, ...BY_CLEARINGHOUSE, ...BY_PAYER]);
  expect(words(reports.fromClearinghouse)).toEqual(['C0000001 A2:20 WQ']);
  expect(words(reports.fromPayers[0])).toEqual(['C0000001 A7:33 U']);
  expect(readEdiStatus(Buffer.from(reports.ediStatus ?? ''))).toMatchObject({
    unknownLines: [],
    rows: [{ status: 'REJECTED', message: 'SUBSCRIBER NOT FOUND', payerId: '60054' }],
  });
});

test('DENY: adjudicated with nothing paid; a check of zero is only a notice', async () => {
  const reports = await answersTo('DENY01');
  expect(money(reports)).toEqual([['NON 0', 'C0000001 status 4 charge 43350 paid 0 patient 0']]);
  expect(reports.remittances[0]?.handlingCode).toBe('H');
  expect(reports.remittances[0]?.claims[0]?.lines[0]?.adjustments).toEqual([
    { group: 'CO', reason: '197', amount: 32_501 },
  ]);
});

test.each([
  ['NOTCOVERED', '4', 43_350, { group: 'PR', reason: '96', amount: 32_501 }],
  ['NOTFIRST', '4', 0, { group: 'CO', reason: '22', amount: 32_501 }],
  ['DUPLICATE', '4', 0, { group: 'CO', reason: '18', amount: 32_501 }],
  ['CAPITATED', '1', 0, { group: 'CO', reason: '24', amount: 32_501 }],
] as const)('%s: nothing is paid, by a reason of its own', async (prefix, status, patient, adjustment) => {
  const reports = await answersTo(`${prefix}01`);
  expect(money(reports)).toEqual([
    ['NON 0', `C0000001 status ${status} charge 43350 paid 0 patient ${patient}`],
  ]);
  expect(reports.remittances[0]?.claims[0]?.lines[0]?.adjustments).toEqual([adjustment]);
});

test('MOREINFO: the payer has the claim and asks for notes; no ERA', async () => {
  const reports = await answersTo('MOREINFO01');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED, ...BY_CLEARINGHOUSE, ...BY_PAYER]);
  expect(words(reports.fromPayers[0])).toEqual(['C0000001 R4:294 WQ']);
  expect(claimIn(reports.fromPayers[0])?.payerClaimControlNumber).toMatch(/^SBX/);
});

test('CROSSOVER: paid in part and sent on; a second payer pays most of what was left, under a number of its own', async () => {
  const reports = await answersTo('CROSSOVER01');
  expect(money(reports)).toEqual([
    ['ACH 23744', 'C0000001 status 19 charge 43350 paid 23744 patient 10935'],
    ['ACH 8748', 'C0000001 status 2 charge 43350 paid 8748 patient 2187'],
  ]);
  const [first, second] = reports.remittances;
  expect([first?.payer.name, second?.payer.name]).toEqual(['SAMPLE HEALTH PLAN', 'SANDBOX SECOND PLAN']);
  expect(second?.claims[0]?.payerClaimControlNumber).toMatch(/^2ND/);
});

test('TWICE: the same check is told in two files', async () => {
  const reports = await answersTo('TWICE01');
  expect(kinds(reports).filter((name) => name === ERA)).toHaveLength(2);
  const [one, other] = reports.remittances;
  expect(other).toEqual(one);
});

test('SPLIT: two checks, each for a part of the lines', async () => {
  expect(money(await answersTo('SPLIT01'))).toEqual([
    ['ACH 26000', 'C0000001 status 1 charge 32501 paid 26000 patient 0'],
    ['ACH 8679', 'C0000001 status 1 charge 10849 paid 8679 patient 0'],
  ]);
});

test.each([
  ['HELDBACK', 32_679, 'WO', 2_000],
  ['INTEREST', 34_829, 'L6', -150],
] as const)('%s: the check is other than what its claims are paid', async (prefix, paid, reason, amount) => {
  const reports = await answersTo(`${prefix}01`);
  expect(money(reports)).toEqual([
    [
      `ACH ${paid}`,
      'C0000001 status 1 charge 43350 paid 34679 patient 0',
      `PLB ${reason} of ${reports.remittances[0]?.traceNumber}: ${amount}`,
    ],
  ]);
});

test('PARTIAL: deductible and coinsurance are left to the patient', async () => {
  expect(money(await answersTo('PARTIAL01'))).toEqual([
    ['ACH 23744', 'C0000001 status 1 charge 43350 paid 23744 patient 10935'],
  ]);
});

test('COPAY: $25.00 are left to the patient', async () => {
  expect(money(await answersTo('COPAY01'))).toEqual([
    ['ACH 32179', 'C0000001 status 1 charge 43350 paid 32179 patient 2500'],
  ]);
});

test('REVERSE: a second ERA takes the payment back and pays 90 % instead', async () => {
  const reports = await answersTo('REVERSE01');
  expect(kinds(reports).filter((name) => name === ERA)).toHaveLength(2);
  expect(money(reports)).toEqual([
    ['ACH 34679', 'C0000001 status 1 charge 43350 paid 34679 patient 0'],
    [
      'ACH 4335',
      'C0000001 status 22 charge -43350 paid -34679 patient 0',
      'C0000001 status 1 charge 43350 paid 39014 patient 0',
    ],
  ]);
  expect(new Set(reports.remittances.map(({ traceNumber }) => traceNumber)).size).toBe(2);
});

test('TAKEBACK: a second ERA takes the payment back; what is owed is carried forward, no check is negative', async () => {
  const reports = await answersTo('TAKEBACK01');
  const reference = reports.remittances[1]?.traceNumber;
  expect(money(reports)).toEqual([
    ['ACH 34679', 'C0000001 status 1 charge 43350 paid 34679 patient 0'],
    ['NON 0', 'C0000001 status 22 charge -43350 paid -34679 patient 0', `PLB FB of ${reference}: -34679`],
  ]);
});

test('FOREIGN: paid as usual, but nothing in the ERA tells whose it is but name, date and charge', async () => {
  const reports = await answersTo('FOREIGN01');
  const [claim] = reports.remittances[0]?.claims ?? [];
  expect(money(reports)).toEqual([
    ['ACH 34679', expect.stringMatching(/^ACCT-\d{6} status 1 charge 43350 paid 34679 patient 0$/)],
  ]);
  expect(claim?.payerClaimControlNumber).toMatch(/^BYHAND\d{6}$/);
  expect(claim?.patient).toEqual({ lastName: expect.any(String), firstName: expect.any(String) });
  expect(claim?.lines.map(({ lineControlNumber, modifiers }) => [lineControlNumber, modifiers])).toEqual([
    [undefined, []],
    [undefined, []],
  ]);
});

test('SILENT: the 999 accepts, then nothing', async () => {
  const reports = await answersTo('SILENT01');
  expect(kinds(reports)).toEqual([ACKNOWLEDGED]);
  expect(reports.acknowledgement?.acknowledgements[0]?.code).toBe('A');
});

test('GARBAGE: an unreadable file lies among the reports, and the claim is paid all the same', async () => {
  const reports = await answersTo('GARBAGE01');
  const broken = reports.names.find((name) => name.endsWith('.835')) ?? '';
  const bytes = await (await login(sandbox)).get(`/outbound/${broken}`);
  expect(['other-x12', 'not-x12']).toContain(identify(Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0)));
  expect(money(reports)).toHaveLength(1);
});

describe('many claims in one file', () => {
  test('each is answered by its own scenario; the money of one payer comes in one check', async () => {
    const members = ['W1', 'CHREJECT1', 'PEND1', 'PAYREJECT1', 'DENY1', 'PARTIAL1', 'SILENT1', 'COPAY1'];
    await uploadAndWait(sandbox, NAME, a837p(members.map((member) => aClaim(member))));
    const reports = await fetchReports(sandbox);
    expect(words(reports.fromClearinghouse)).toEqual([
      'C0000001 A2:20 WQ',
      'C0000002 A3:21 A7:164 U',
      'C0000003 P1:33 WQ',
      'C0000004 A2:20 WQ',
      'C0000005 A2:20 WQ',
      'C0000006 A2:20 WQ',
      'C0000008 A2:20 WQ',
    ]);
    expect(words(reports.fromPayers[0])).toEqual([
      'C0000001 A2:20 WQ',
      'C0000004 A7:33 U',
      'C0000005 A2:20 WQ',
      'C0000006 A2:20 WQ',
      'C0000008 A2:20 WQ',
    ]);
    expect(money(reports)).toEqual([
      [
        `ACH ${34_679 + 23_744 + 32_179}`,
        'C0000001 status 1 charge 43350 paid 34679 patient 0',
        'C0000005 status 4 charge 43350 paid 0 patient 0',
        'C0000006 status 1 charge 43350 paid 23744 patient 10935',
        'C0000008 status 1 charge 43350 paid 32179 patient 2500',
      ],
    ]);
    const summary = readFileSummary(Buffer.from(reports.fileSummary ?? ''));
    expect(
      summary.rows.map(({ outcome, patientControlNumber }) => `${outcome} ${patientControlNumber}`),
    ).toEqual([
      'rejected C0000002',
      'pended C0000003',
      'accepted C0000001',
      'accepted C0000004',
      'accepted C0000005',
      'accepted C0000006',
      'accepted C0000008',
    ]);
  });

  test('one FILEREJECT claim takes the whole set with it', async () => {
    await uploadAndWait(sandbox, NAME, a837p([aClaim('W1'), aClaim('FILEREJECT1')]));
    const reports = await fetchReports(sandbox);
    expect(kinds(reports)).toEqual([ACKNOWLEDGED]);
    const [set] = reports.acknowledgement?.acknowledgements[0]?.transactionSets ?? [];
    expect(set?.segmentErrors.map(({ contexts }) => contexts)).toEqual([['CLM01:C0000002']]);
  });

  test('two payers answer and pay apart', async () => {
    const other = { ...aClaim('W2').coverage, payerId: '87726', payerName: 'OTHER HEALTH PLAN' };
    await uploadAndWait(sandbox, NAME, a837p([aClaim('W1'), aClaim('W2', { coverage: other })]));
    const reports = await fetchReports(sandbox);
    expect(reports.fromPayers.map(({ sources }) => sources[0]?.party?.name)).toEqual([
      'SAMPLE HEALTH PLAN',
      'OTHER HEALTH PLAN',
    ]);
    expect(reports.remittances.map(({ payer, claims }) => [payer.name, claims.length])).toEqual([
      ['SAMPLE HEALTH PLAN', 1],
      ['OTHER HEALTH PLAN', 1],
    ]);
    expect(reports.remittances[0]?.payerTraceId).not.toBe(reports.remittances[1]?.payerTraceId);
  });
});

test.each(ALL_SCENARIOS.map(({ memberIdPrefix }) => [memberIdPrefix || 'W']))(
  '%s: every 835 balances to the cent, and its readable text names the same check',
  async (prefix) => {
    const reports = await answersTo(`${prefix}77`);
    expect(reports.remittances.flatMap((remittance) => balanceRemittance(remittance))).toEqual([]);
    expect(reports.eraTexts).toHaveLength(reports.remittances.length);
    for (const [place, { traceNumber }] of reports.remittances.entries()) {
      expect(reports.eraTexts[place]).toContain(traceNumber);
    }
  },
);

test('a member id chooses by its start, in any case; any other is simply paid', () => {
  expect(scenarioOf('deny0001').name).toBe('denied');
  expect(scenarioOf(' PAYREJECT ').name).toBe('payer-rejected');
  expect(scenarioOf('XDENY').name).toBe('paid');
  expect(scenarioOf('').name).toBe('paid');
});
