/** A sender that rejects a claim and accepts it later: by its own dates in each kind of answer, whatever order they come in. */
import { expect, test } from 'vitest';
import { acknowledgement, ediStatus, OFFICE_ALLY, PAYER, sentClaim } from './testing-words.ts';

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

test('a claim that the clearinghouse held and then took is there, in whatever order the two reports are read', async () => {
  const { publish, facts, status } = await sentClaim();
  await publish('FS_HCFA_1640601334_IN_C.txt', fileSummary('11/21/2026', 'ACCEPTED', ''));
  await publish('FS_HCFA_1640601333_IN_C.txt', fileSummary('11/20/2026', 'PENDING', 'RC77'));
  expect((await facts()).at(-1)).toMatchObject({ type: 'clearinghouse-pended', saidOn: '2026-11-20' });
  expect(await status()).toBe('at-clearinghouse');
  await publish('3.277', acknowledgement(OFFICE_ALLY, 'P1:33*20261122*WQ'));
  expect(await status()).toBe('pended');
});

test.each([
  ['a 277CA', 'A4:35*20261120*WQ'],
  ['a question of the payer', 'R4:317*20261120*WQ'],
])(
  '%s that nobody understands for certain is cleared by the payer’s word of a later day',
  async (_what, stc) => {
    const { publish, facts, status } = await sentClaim();
    await publish('1.277', acknowledgement(PAYER, stc));
    expect((await facts()).at(-1)).toMatchObject({ type: 'unclear', by: 'payer', saidOn: '2026-11-20' });
    expect(await status()).toBe('unknown');
    await publish('2.277', acknowledgement(OFFICE_ALLY, 'A2:20*20261121*WQ'));
    expect(await status()).toBe('unknown');
    await publish('3.277', acknowledgement(PAYER, 'A2:20*20261121*WQ'));
    expect(await status()).toBe('with-payer');
  },
);

test('a batch that was rejected as a whole is rejected on the day that it says', async () => {
  const { batch, publish, facts, status } = await sentClaim();
  await publish('1.277', acknowledgement(OFFICE_ALLY, 'A2:20*20261121*WQ'));
  await publish('2.277', acknowledgement(OFFICE_ALLY, 'A3:21*20261120*U', batch));
  expect((await facts()).at(-1)).toMatchObject({ type: 'clearinghouse-rejected', saidOn: '2026-11-20' });
  expect(await status()).toBe('at-clearinghouse');
});

test('the number under which a sender has the claim is kept with its refusal, to ask by and to find the claim by', async () => {
  const { publish, facts, claimsOf } = await sentClaim();
  const both = 'A7:164:IL*20261122*U\nREF*D9*2900000001';
  await publish('1.277', acknowledgement(PAYER, both));
  await publish('2.277', acknowledgement(OFFICE_ALLY, 'A3:21*20261121*U\nREF*D9*2900000001'));
  await publish('1640601333_EDI_STATUS_20261121.txt', ediStatus('11/20/2026', 'REJECTED'));
  await publish('FS_HCFA_1640601333_IN_C.txt', fileSummary('11/19/2026', 'ERROR', 'RC77'));
  expect((await facts()).slice(-4)).toMatchObject([
    { type: 'payer-rejected', payerClaimControlNumber: 'P1', clearinghouseClaimId: '2900000001' },
    { type: 'clearinghouse-rejected', payerClaimControlNumber: 'P1', clearinghouseClaimId: '2900000001' },
    { type: 'payer-rejected', payerClaimControlNumber: 'P0000000001' },
    { type: 'clearinghouse-rejected', clearinghouseClaimId: '2900000001' },
  ]);
  expect(await claimsOf('P0000000001')).toHaveLength(1);
});
