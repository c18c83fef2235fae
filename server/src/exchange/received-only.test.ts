/** That a claim arrived is no acceptance, whoever says it and in whichever answer. */
import { expect, test } from 'vitest';
import { acknowledgement, ediStatus, OFFICE_ALLY, PAYER, sentClaim } from './testing-words.ts';

test.each([
  ['the clearinghouse', 'has it (A1)', OFFICE_ALLY, 'A1:19', { type: 'clearinghouse-received' }],
  [
    'the clearinghouse',
    'sent it on (A0)',
    OFFICE_ALLY,
    'A0:16',
    { type: 'clearinghouse-received', isForwarded: true },
  ],
  ['the payer', 'has it (A1)', PAYER, 'A1:19', { type: 'payer-received', payerClaimControlNumber: 'P1' }],
] as const)('%s %s: received by it, and accepted by nobody', async (_who, _what, sender, category, fact) => {
  const { publish, facts, status } = await sentClaim();
  await publish('1.277', acknowledgement(sender, `${category}*20261122*WQ`));
  expect((await facts()).at(-1)).toMatchObject(fact);
  expect(await status()).toBe('at-clearinghouse');
  await publish('2.277', acknowledgement(sender, 'A2:20*20261122*WQ'));
  expect((await facts()).at(-1)?.type).toBe(fact.type.replace('received', 'accepted'));
});

test.each([
  ['CLAIM RECEIVED', 'payer-accepted', 'with-payer'],
  ['RECEIVED, NOT YET ACCEPTED (invented wording)', 'payer-received', 'at-clearinghouse'],
  ['A1:19 invented wording', 'payer-received', 'at-clearinghouse'],
  ['ACCEPTED. THIS IS NOT A PROMISE TO PAY (invented wording)', 'payer-accepted', 'with-payer'],
])('of an EDI Status that says ACCEPTED the payer’s own words count: %s', async (words, type, is) => {
  const { publish, facts, status } = await sentClaim();
  await publish('1640601334_EDI_STATUS_20261122.txt', ediStatus('11/22/2026', 'ACCEPTED', words));
  expect((await facts()).at(-1)).toMatchObject({ type, payerClaimControlNumber: 'P0000000001' });
  expect(await status()).toBe(is);
});
