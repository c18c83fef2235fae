/** Each step of finding an answer's claim, on a real database. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import type { FollowUp } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { cents, type IsoDate } from '@claimside/shared/values';
import { beforeEach, describe, expect, test } from 'vitest';
import { matchClaim } from './match.ts';
import { MATCHED_CLAIM, type MatchingPractice, matchingPractice } from './testing.ts';

let practice: MatchingPractice;
beforeEach(async () => {
  practice = await matchingPractice();
});

const CHARGE = MATCHED_CLAIM.charge;
const DAY = MATCHED_CLAIM.serviceDate;
const says = (said: Partial<ClaimReference>): ClaimReference => ({ patientControlNumber: '', ...said });
const match = (said: Partial<ClaimReference>) => matchClaim(practice.scope, says(said));

/** Another's in everything that can be told. */
const STRANGER = { lastName: 'STRANGER', memberIds: ['X9'], charge: cents(1) } as const;

describe('by our number', () => {
  test.each(['C23456789B', 'c23456789b', '000C23456789B', ' C23456789B ', 'C23456789B   0000001'])(
    'that comes back as "%s"',
    async (patientControlNumber) => {
      await practice.bill('first', 'C23456789B');
      expect(await match({ patientControlNumber })).toEqual({
        kind: 'matched',
        claimId: 'first',
        by: 'our-number',
      });
    },
  );

  test('but not by the beginning of it, nor a number that another practice gave', async () => {
    await practice.bill('first', 'C23456789B');
    expect(await match({ patientControlNumber: 'C2345678' })).toEqual({ kind: 'none' });
    const other = await practice.neighbour();
    await other.bill('theirs', 'C99999999Z');
    expect(await match({ patientControlNumber: 'C99999999Z' })).toEqual({ kind: 'none' });
  });

  test('where name, member and charge are all another`s, a person decides', async () => {
    await practice.bill('first', 'C23456789B');
    const answer = { patientControlNumber: 'C23456789B', ...STRANGER };
    expect(await match(answer)).toEqual({ kind: 'contradicts', claimId: 'first', by: 'our-number' });
    // One of them that agrees is enough.
    for (const said of [{ charge: CHARGE }, { memberIds: ['w123456789'] }, { lastName: 'TESTER' }])
      expect(await match({ ...answer, ...said })).toMatchObject({ kind: 'matched' });
  });
});

describe('by the payer`s number', () => {
  test('that an earlier answer gave the claim', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.answered('first', 'P0001');
    expect(await match({ patientControlNumber: '0', payerClaimControlNumber: ' P0001 ' })).toEqual({
      kind: 'matched',
      claimId: 'first',
      by: 'payer-number',
    });
  });

  test.each(['0', '0000', 'NONE', '12'])('not by "%s", which stands for no number', async (number) => {
    await practice.bill('first', 'C23456789B');
    await practice.answered('first', number);
    expect(await match({ patientControlNumber: 'XYZ77', payerClaimControlNumber: number })).toEqual({
      kind: 'none',
    });
  });

  test('that two payers gave two claims: member, day and charge tell which, or a person', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.bill('second', 'C23456789D', { coverage: { ...exampleClaim.coverage, memberId: 'Z7' } });
    await practice.answered('first', 'P0001');
    await practice.answered('second', 'P0001');
    const answer = { payerClaimControlNumber: 'P0001', serviceDate: DAY, charge: CHARGE };
    expect(await match({ ...answer, memberIds: ['Z7'] })).toMatchObject({
      claimId: 'second',
      by: 'member-date-charge',
    });
    expect(await match({ ...answer, memberIds: ['Y8'] })).toEqual({
      kind: 'ambiguous',
      candidates: ['first', 'second'],
    });
  });

  test.each([
    ['another payer', { payerName: 'OTHER PLAN' }],
    ['a day far off', { serviceDate: '2025-11-16' as IsoDate }],
    ['name and member of another', { lastName: 'STRANGER', memberIds: ['X9'] }],
    ['another name and no member', { lastName: 'STRANGER' }],
    ['another name and charge', { lastName: 'STRANGER', charge: cents(1), memberIds: ['W123456789'] }],
  ])('two payers give the same number: with %s a person decides', async (_, said) => {
    await practice.bill('first', 'C23456789B');
    await practice.answered('first', 'P0001');
    const answer = { payerClaimControlNumber: 'P0001', charge: CHARGE, serviceDate: DAY };
    expect(await match({ ...answer, ...said })).toEqual({ kind: 'ambiguous', candidates: ['first'] });
  });

  test('is believed with a married name or a new card, and of a payer that paid the claim under another name', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.paid('first', 'P0001', 100);
    for (const said of [
      { lastName: 'MARRIED', memberIds: ['W123456789'] },
      { memberIds: ['X9'] },
      { payerName: 'SAMPLE HEALTH PLAN' },
    ])
      expect(await match({ payerClaimControlNumber: 'P0001', charge: CHARGE, ...said })).toEqual({
        kind: 'matched',
        claimId: 'first',
        by: 'payer-number',
      });
  });

  test('gives way, where it is in doubt, to the one claim that member, day and charge tell', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.answered('first', 'P0001');
    const serviceDate = '2025-11-16' as IsoDate;
    const serviceLines = exampleClaim.serviceLines.slice(0, 1).map((line) => ({ ...line, serviceDate }));
    await practice.bill('second', 'C23456789D', { serviceLines });
    const answer = {
      payerClaimControlNumber: 'P0001',
      serviceDate,
      charge: CHARGE,
      memberIds: ['W123456789'],
    };
    expect(await match(answer)).toEqual({ kind: 'matched', claimId: 'second', by: 'member-date-charge' });
  });

  test('where all else is another`s, a person decides', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.answered('first', 'P0001');
    expect(await match({ payerClaimControlNumber: 'P0001', ...STRANGER })).toEqual({
      kind: 'contradicts',
      claimId: 'first',
      by: 'payer-number',
    });
  });
});

describe('by member, day and charge', () => {
  const ANSWER = { memberIds: ['W-1234 56789'], serviceDate: DAY, charge: CHARGE };

  test('where exactly one claim that was sent fits, however the member`s number is written', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.bill('other', 'C23456789D', { coverage: { ...exampleClaim.coverage, memberId: 'Z7' } });
    expect(await match(ANSWER)).toEqual({ kind: 'matched', claimId: 'first', by: 'member-date-charge' });
  });

  test.each([
    ['another member', { memberIds: ['W987654321'] }],
    ['another day', { serviceDate: '2026-11-20' as IsoDate }],
    ['another charge', { charge: cents(CHARGE + 1) }],
    ['no member', { memberIds: [] }],
  ])('not with %s', async (_, said) => {
    await practice.bill('first', 'C23456789B');
    expect(await match({ ...ANSWER, ...said })).toEqual({ kind: 'none' });
  });

  test.each([
    ['a baby', { lastName: 'TESTER', firstName: 'BABY' }],
    ['a stranger', { lastName: 'STRANGER', firstName: 'BEN' }],
    ['nobody in particular', { lastName: 'TESTER' }],
    ['the subscriber', { lastName: 'TESTER', firstName: 'CARL' }],
  ])('a family has one member number: where the answer names %s, a person decides', async (_, said) => {
    const subscriber = { ...exampleClaim.patient, lastName: 'Tester', firstName: 'Carl' };
    await practice.bill('first', 'C23456789B', { subscriber });
    expect(await match({ ...ANSWER, ...said })).toEqual({ kind: 'ambiguous', candidates: ['first'] });
  });

  test('of two of a family on one day the name tells which', async () => {
    await practice.bill('first', 'C23456789B');
    const patient = { ...exampleClaim.patient, lastName: 'Tester', firstName: 'Baby' };
    await practice.bill('second', 'C23456789D', { patient });
    const said = { ...ANSWER, lastName: 'TESTER' };
    expect(await match({ ...said, firstName: 'BABY' })).toMatchObject({ claimId: 'second' });
    expect(await match({ ...said, firstName: 'ANNA' })).toMatchObject({ claimId: 'first' });
    expect(await match({ ...said, firstName: 'BEN' })).toEqual({
      kind: 'ambiguous',
      candidates: ['first', 'second'],
    });
  });

  test('not of a claim that never left', async () => {
    await practice.queue('first', 'C23456789B');
    expect(await match(ANSWER)).toEqual({ kind: 'none' });
  });

  test('two visits that fit are for a person', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.bill('second', 'C23456789D');
    expect(await match(ANSWER)).toEqual({ kind: 'ambiguous', candidates: ['first', 'second'] });
  });

  test('of claims that follow one another it is the last that was sent by the day of the answer', async () => {
    await practice.bill('first', 'C23456789B', {}, { createdOn: '2026-11-17' });
    await practice.bill('second', 'C23456789D', {}, { createdOn: '2026-11-24', follows: 'first' });
    expect(await match({ ...ANSWER, answeredOn: '2026-11-20' as IsoDate })).toMatchObject({
      claimId: 'first',
    });
    expect(await match({ ...ANSWER, answeredOn: '2026-11-25' as IsoDate })).toMatchObject({
      claimId: 'second',
    });
  });
});

describe('by what a person decided', () => {
  test('an answer of the same day and charge under the same foreign number', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.decided('ACCT-4711', 'first');
    const answer = { patientControlNumber: 'acct-4711', charge: CHARGE, serviceDate: DAY };
    expect(await match(answer)).toEqual({ kind: 'matched', claimId: 'first', by: 'decision' });
  });

  test('never against our own number', async () => {
    await practice.bill('first', 'C23456789B', {}, { createdOn: '2026-11-17' });
    await practice.bill('second', 'C23456789D', {}, { createdOn: '2026-11-22', follows: 'first' });
    await practice.decided('98765', 'first');
    const answer = { payerClaimControlNumber: '98765', charge: CHARGE, serviceDate: DAY };
    expect(await match({ ...answer, patientControlNumber: 'C23456789D' })).toEqual({
      kind: 'matched',
      claimId: 'second',
      by: 'our-number',
    });
  });

  test('where day or charge is the same and the other unsaid; asks again where both are', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.decided('ACCT-4711', 'first');
    const answer = { patientControlNumber: 'ACCT-4711' };
    expect(await match({ ...answer, charge: CHARGE })).toMatchObject({ claimId: 'first', by: 'decision' });
    expect(await match({ ...answer, serviceDate: DAY })).toMatchObject({ claimId: 'first', by: 'decision' });
    expect(await match(answer)).toEqual({ kind: 'none' });
  });

  test('asks again for another visit: a foreign number may be the patient`s', async () => {
    await practice.bill('first', 'C23456789B');
    await practice.decided('ACCT-4711', 'first');
    const answer = { patientControlNumber: 'ACCT-4711', charge: CHARGE, serviceDate: DAY };
    expect(await match({ ...answer, serviceDate: '2026-11-18' as IsoDate })).toEqual({ kind: 'none' });
    expect(await match({ ...answer, charge: cents(1) })).toEqual({ kind: 'none' });
  });

  test.each(['0', '0000', 'NONE', 'UNKNOWN', '12', ''])(
    'never of "%s", which is no number',
    async (number) => {
      await practice.bill('first', 'C23456789B');
      await practice.decided(number, 'first');
      expect(await match({ patientControlNumber: number })).toEqual({ kind: 'none' });
    },
  );
});

describe('claims that follow one another, under the payer`s number of the first', () => {
  const answer = (said: Partial<ClaimReference>) =>
    match({ payerClaimControlNumber: 'P0001', charge: CHARGE, answeredOn: '2026-11-25' as IsoDate, ...said });
  const replaced = async (how: FollowUp = 'replacement', changes: Partial<Claim> = {}) => {
    await practice.bill('first', 'C23456789B', {}, { createdOn: '2026-11-17' });
    await practice.paid('first', 'P0001', 15_000);
    await practice.bill('second', 'C23456789D', changes, { createdOn: '2026-11-22', follows: 'first', how });
  };

  test('a reversal goes to the claim whose payment it takes back', async () => {
    await replaced();
    expect(await answer({ paid: cents(-15_000), isReversal: true })).toMatchObject({ claimId: 'first' });
  });

  test('the payment that comes after goes to the replacement; a second reversal to that one', async () => {
    await replaced();
    expect(await answer({ paid: cents(16_000) })).toMatchObject({ claimId: 'second' });
    await practice.paid('second', 'P0002', 16_000);
    expect(await answer({ paid: cents(-16_000), isReversal: true })).toMatchObject({ claimId: 'second' });
  });

  test('a payment from before the replacement goes to the first, as does a status under its number', async () => {
    await replaced();
    expect(await answer({ paid: cents(1), answeredOn: '2026-11-20' as IsoDate })).toMatchObject({
      claimId: 'first',
    });
    expect(await answer({})).toMatchObject({ claimId: 'first' });
  });

  test('nothing of the first payer goes to the claim to the next insurance', async () => {
    await replaced('next-payer');
    expect(await answer({ paid: cents(100) })).toMatchObject({ claimId: 'first' });
  });
});
