/** Refusals of questions about benefits in words: what to correct, and whether to ask again. */
import { expect, test } from 'vitest';
import { adviseRejections } from './rejections.ts';

const advise = (reason: string, followUp = 'C') => adviseRejections([{ reason, followUp }])[0];

test.each([
  ['72', 'member-id', 'corrected', 'subscriber.memberId'],
  ['71', 'birth-date', 'corrected', 'dependent.birthDate'],
  ['58', 'birth-date', 'corrected', 'dependent.birthDate'],
  ['75', 'subscriber-not-found', 'corrected', 'subscriber.memberId'],
  ['67', 'patient-not-found', 'corrected', 'dependent.lastName'],
  ['51', 'provider-unknown', 'corrected', 'provider.npi'],
  ['79', 'payer-unknown', 'corrected', 'payer.id'],
  ['63', 'date-future', 'corrected', 'serviceDate'],
  ['41', 'no-access', 'never', undefined],
])('the reason %s says %s, and asking again goes: %s', (reason, id, again, field) => {
  expect(advise(reason)).toMatchObject({ id, again, codes: [reason] });
  expect(advise(reason)?.fields[0]).toBe(field);
});

test.each([
  ['42', 'R'],
  ['80', 'R'],
  ['80', 'P'],
])('%s with %s is tried again later, a few times and not without end', (reason, followUp) => {
  expect(advise(reason, followUp)).toMatchObject({ again: 'later' });
  expect(advise(reason, followUp)?.advice).toContain('a few times a day at most');
});

test('the payer may forbid what the reason would let us do, or name a time to wait', () => {
  expect(advise('42', 'N')).toMatchObject({ again: 'never', id: 'payer-down' });
  expect(advise('75', 'N')).toMatchObject({
    again: 'never',
    advice: expect.stringMatching(/^Compare member ID.*does not take this question again: call\.$/),
  });
  expect(advise('42', 'W')).toMatchObject({ again: 'later', afterDays: 30 });
  expect(advise('42', 'Y')).toMatchObject({
    again: 'never',
    advice: expect.stringContaining('answer later'),
  });
});

test('a reason without words is told by its code, and not guessed at', () => {
  expect(advise('ZZ', 'N')).toMatchObject({ id: undefined, codes: ['ZZ'], again: 'never' });
  expect(advise('ZZ', 'C')).toMatchObject({ again: 'corrected', advice: 'Call the payer.' });
  expect(advise('ZZ', 'R')).toMatchObject({ again: 'later' });
  expect(advise('constructor')?.id).toBeUndefined();
});

test('two reasons of one cause are told once, in the order in which they came', () => {
  const advice = adviseRejections([
    { reason: '75', followUp: 'C' },
    { reason: '58', followUp: 'C' },
    { reason: '71', followUp: 'C' },
  ]);
  expect(advice.map(({ id, codes }) => [id, codes])).toEqual([
    ['subscriber-not-found', ['75']],
    ['birth-date', ['58', '71']],
  ]);
});
