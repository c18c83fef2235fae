import { CLAIM_STATUSES, type ClaimStatus, STATUS_INFO } from '@claimside/shared/lifecycle';
import { expect, test } from 'vitest';
import { listedWords, progressWords } from './words.ts';

const words = (status: ClaimStatus, change: Partial<Parameters<typeof progressWords>[0]> = {}) =>
  progressWords({
    status,
    appeal: null,
    silence: null,
    isClosed: false,
    canCorrect: false,
    outboundFile: null,
    ...change,
  });

const listed = (status: ClaimStatus, change: Partial<Parameters<typeof listedWords>[0]> = {}) =>
  listedWords({ status, appeal: null, followedBy: null, ...change } as Parameters<typeof listedWords>[0]);

const FOR_BILLERS = /\$|appeal|bill the patient|adjustments|replace the claim/i;

test.each(CLAIM_STATUSES)(
  'a claim that is %s asks nobody for money, an appeal or a patient’s share',
  (status) => {
    expect(words(status)).not.toMatch(FOR_BILLERS);
    expect(words(status)).not.toBe('');
  },
);

test.each(CLAIM_STATUSES)(
  'on a list, too, a claim that is %s asks nobody for money, an appeal or a patient’s share',
  (status) => {
    expect(listed(status)).not.toMatch(FOR_BILLERS);
    expect(listed(status) !== '').toBe(STATUS_INFO[status].needsPerson);
  },
);

test('on a list a claim says that it goes on in another one, that it is appealed, or that it came back', () => {
  const appeal = { sentOn: '2026-11-20', grantedOn: null, usualDays: 30 };
  expect(listed('denied', { appeal, followedBy: 'c2' })).toBe('Goes on in a newer claim.');
  expect(listed('denied', { appeal })).toBe('Appealed on 2026-11-20: waiting for the payer’s decision.');
  expect(listed('rejected-by-payer')).toBe('It came back: open it to see why.');
});

test('what came back is corrected by who billed it, where that is theirs to correct, else by a biller', () => {
  expect(words('rejected-by-payer', { canCorrect: true })).toContain('Correct it and send it again');
  expect(words('rejected-by-payer')).toBe('A biller corrects it and sends it again.');
});

test('whether a file of unknown fate arrived, a biller finds out', () => {
  expect(words('unknown', { outboundFile: { name: 'TEST', state: 'unknown' } })).toContain(
    'its file arrived',
  );
});

test('what is late, appealed or off the lists says so', () => {
  const silence = { awaited: 'remittance', since: '2026-11-20T12:00:00.000Z' } as const;
  expect(words('with-payer', { silence })).toContain('not decided in the usual time. A biller asks why.');
  const appeal = { sentOn: '2026-11-20', grantedOn: null, usualDays: 30 };
  expect(words('denied', { appeal })).toBe('Appealed on 2026-11-20: waiting for the payer’s decision.');
  expect(words('denied', { isClosed: true })).toContain('off the lists');
});
