/** A part that comes again goes where it went before. */
import type { IsoDate } from '@claimside/shared/values';
import { cents } from '@claimside/shared/values';
import { beforeEach, expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { attribute } from './attribute.ts';
import { matchClaim } from './match.ts';
import { MATCHED_CLAIM, type MatchingPractice, matchingPractice } from './testing.ts';

let practice: MatchingPractice;
beforeEach(async () => {
  practice = await matchingPractice();
  await practice.bill('first', 'C23456789B', {}, { createdOn: '2026-11-17' });
});
const replace = () =>
  practice.bill('second', 'C23456789D', {}, { createdOn: '2026-11-22', follows: 'first' });

const reference = {
  patientControlNumber: '',
  payerClaimControlNumber: 'P0001',
  charge: MATCHED_CLAIM.charge,
  answeredOn: '2026-11-25' as IsoDate,
};

test('money that the first claim holds stays there after it was replaced, when its file is read again', async () => {
  const payment = { ...reference, paid: cents(15_000) };
  await practice.paid('first', 'P0001', 15_000, 'payment:CHK1:1');
  await replace();
  expect(await matchClaim(practice.scope, payment)).toMatchObject({ claimId: 'second' });
  expect(await attribute(practice.scope, { reference: payment, dedupeKey: 'payment:CHK1:1' })).toEqual({
    kind: 'held',
    claimId: 'first',
  });
  expect(await attribute(practice.scope, { reference: payment, dedupeKey: 'payment:CHK1:2' })).toMatchObject({
    claimId: 'second',
  });
});

test('a status that the first claim has learnt stays there after the payer gave its number to the replacement', async () => {
  await practice.answered('first', 'P0001', '277:1');
  await replace();
  await practice.answered('second', 'P0001', '277:2');
  expect(await matchClaim(practice.scope, reference)).toMatchObject({ claimId: 'second' });
  expect(await attribute(practice.scope, { reference, dedupeKey: '277:1' })).toMatchObject({
    claimId: 'first',
  });
  expect(await attribute(practice.scope, { reference, dedupeKey: '277:3' })).toMatchObject({
    claimId: 'second',
  });
});

test('what another practice holds tells nothing', async () => {
  const other = await practice.neighbour();
  await other.bill('theirs', 'C23456789D');
  await other.paid('theirs', 'P0001', 15_000, 'payment:CHK1:1');
  expect(await attribute(practice.scope, { reference, dedupeKey: 'payment:CHK1:1' })).toEqual({
    kind: 'person',
  });
  expect(await listEvents(other.scope, 'theirs')).toHaveLength(3);
});
