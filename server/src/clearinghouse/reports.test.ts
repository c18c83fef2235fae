/** Office Ally's two text reports, in the layouts that were observed and in layouts that moved. */
import { expect, test } from 'vitest';
import { classifyInbound } from './classify.ts';
import { readEdiStatus } from './edi-status.ts';
import { readFileSummary } from './file-summary.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

const HEADER =
  'CLAIM# OA CLAIMID  PATIENT ID        LAST,FIRST          DOB          FROM DOS   TO DOS     CPT     DIAG     TAX ID      ACCNT#        PHYS.ID    PAYER  ERRORS';
const SUMMARY = `Date Processed:11/22/2026
File Name:837P_20261122_153000_000123.txt
+---> 1 # error RC77 - PAYER TAKES NO SUCH CLAIM (invented)
-------ERROR CLAIM DETAIL
------------------------------------------------------------
${HEADER}
------------------------------------------------------------
1)     2900000001  W000000001        TESTER,ANNA         01/02/1980   11/03/2026 11/03/2026 99213   M545     123456789   C000000001    1234567893 60054  RC77 RC99
-------ACCEPTED CLAIM DETAIL
------------------------------------------------------------
${HEADER}
------------------------------------------------------------
2)     2900000002  W000000002        SAMPLE,BEN          02/03/1975   11/03/2026 11/03/2026 99214   E119     123456789   C000000002    1234567893 87726
a line that nobody has seen before
============================================================
`;

test('a File Summary gives each claim its outcome, number and reasons, and keeps what it does not know', () => {
  const summary = readFileSummary(bytes(SUMMARY));
  expect(summary).toEqual({
    fileName: '837P_20261122_153000_000123.txt',
    processed: '11/22/2026',
    rows: [
      {
        outcome: 'rejected',
        clearinghouseClaimId: '2900000001',
        patientControlNumber: 'C000000001',
        payerId: '60054',
        subject: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001', serviceDate: '2026-11-03' },
        errors: [
          { code: 'RC77', meaning: 'PAYER TAKES NO SUCH CLAIM (invented)' },
          { code: 'RC99', meaning: '' },
        ],
      },
      {
        outcome: 'accepted',
        clearinghouseClaimId: '2900000002',
        patientControlNumber: 'C000000002',
        payerId: '87726',
        subject: { lastName: 'SAMPLE', firstName: 'BEN', memberId: 'W000000002', serviceDate: '2026-11-03' },
        errors: [],
      },
    ],
    errors: [{ code: 'RC77', meaning: 'PAYER TAKES NO SUCH CLAIM (invented)' }],
    unknownLines: ['a line that nobody has seen before'],
  });
});

test.each(['-------WARNING CLAIM DETAIL', '-------DUPLICATE DETAIL', '---- HELD CLAIMS DETAIL'])(
  'rows under the unknown section %j take no outcome from the section before: they are shown to a person',
  (title) => {
    const [before = '', accepted = ''] = SUMMARY.split('-------ACCEPTED CLAIM DETAIL');
    const { rows, unknownLines } = readFileSummary(bytes(`${before}${title}${accepted}`));
    expect(rows.map((row) => [row.patientControlNumber, row.outcome])).toEqual([['C000000001', 'rejected']]);
    expect(unknownLines).toHaveLength(2);
    expect(unknownLines[0]).toContain('C000000002');
  },
);

test('columns are taken from the header line, so a report whose columns moved still reads', () => {
  const moved = SUMMARY.split('\n')
    .map((line) =>
      line === HEADER || /^\d\)/.test(line) ? `${line.slice(0, 19)}    ${line.slice(19)}` : line,
    )
    .join('\r\n');
  expect(readFileSummary(bytes(moved)).rows.map((row) => row.patientControlNumber)).toEqual([
    'C000000001',
    'C000000002',
  ]);
});

const STATUS_HEADER =
  '    File ID   Claim ID    Pat. Acct #    Patient             Amount      Prac. ID   Tax ID     Payer     Process Date     Payer Ref ID        Status    Payer Response Message';
const REJECTED =
  '    164060133 2900000001  C000000001     TESTER,ANNA         125.00      1234567893 123456789  60054     11/23/2026       P0000000001         REJECTED  SUBSCRIBER NOT FOUND';
const ACCEPTED =
  '    164060133 2900000002  C000000002     SAMPLE,BEN JR       180.00      1234567893 123456789  87726     11/23/2026                           ACCEPTED  CLAIM RECEIVED';

test('an EDI Status gives each claim the payer answer', () => {
  const { rows, unknownLines } = readEdiStatus(bytes([STATUS_HEADER, REJECTED, ACCEPTED, ''].join('\n')));
  expect(rows).toEqual([
    {
      clearinghouseClaimId: '2900000001',
      patientControlNumber: 'C000000001',
      payerId: '60054',
      subject: { lastName: 'TESTER', firstName: 'ANNA', charge: 12_500 },
      processed: '11/23/2026',
      payerReferenceId: 'P0000000001',
      status: 'REJECTED',
      message: 'SUBSCRIBER NOT FOUND',
    },
    {
      clearinghouseClaimId: '2900000002',
      patientControlNumber: 'C000000002',
      payerId: '87726',
      subject: { lastName: 'SAMPLE', firstName: 'BEN JR', charge: 18_000 },
      processed: '11/23/2026',
      payerReferenceId: '',
      status: 'ACCEPTED',
      message: 'CLAIM RECEIVED',
    },
  ]);
  expect(unknownLines).toEqual([]);
});

test.each([
  ['touches the claim id', (row: string) => row.replace('164060133 ', '1640601333')],
  [
    'touches the claim id, far from the header',
    (row: string) => `  ${row.replace('164060133 ', '1640601333')}`,
  ],
  ['moves every column by one', (row: string) => row.replace('164060133 ', '1640601333 ')],
  ['moves every column by ten', (row: string) => row.replace('164060133 ', '1640601333          ')],
  [
    'comes with single blanks',
    (row: string) => row.replace(/ {2,}/g, ' ').replace(' 164060133', '    1640601333'),
  ],
])('a file id of ten digits that %s still reads, under the old header', (_, change) => {
  const { rows } = readEdiStatus(bytes([STATUS_HEADER, ...[REJECTED, ACCEPTED].map(change)].join('\n')));
  expect(
    rows.map((row) => [row.clearinghouseClaimId, row.patientControlNumber, row.status, row.message]),
  ).toEqual([
    ['2900000001', 'C000000001', 'REJECTED', 'SUBSCRIBER NOT FOUND'],
    ['2900000002', 'C000000002', 'ACCEPTED', 'CLAIM RECEIVED'],
  ]);
});

test('a row that fits nothing is kept, not dropped', () => {
  const { rows, unknownLines } = readEdiStatus(bytes(`${STATUS_HEADER}\n    164060133 29  ???`));
  expect(rows).toEqual([]);
  expect(unknownLines).toEqual(['    164060133 29  ???']);
});

test.each([
  ['blanks in a row of an EDI Status', `12345678 1234567890 A${' '.repeat(100_000)}x`],
  ['hyphens before a title', `${'-'.repeat(100_000)}A`],
  ['blanks behind hyphens', `-${' '.repeat(100_000)}A`],
  ['short lines before a header', `${'\n    '.repeat(100_000)}File ID`],
])('a hundred thousand %s are read like any other text', (_, text) => {
  expect(readEdiStatus(bytes(text)).rows).toEqual([]);
  expect(readFileSummary(bytes(text)).rows).toEqual([]);
  expect(classifyInbound({ reportNames: [] }, 'any.txt', bytes(text))).toBe('unknown');
});
