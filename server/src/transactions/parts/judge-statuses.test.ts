/** What STC segments come to: category and action together, the worse on conflict. */
import { expect, test } from 'vitest';
import { judgeStatuses } from './judge-statuses.ts';
import type { Status } from './status.ts';

const stc = (category: string, action?: string, message?: string): Status => ({
  codes: [{ category, status: '20' }],
  ...(action === undefined ? {} : { action }),
  ...(message === undefined ? {} : { message }),
});

test.each([
  ['A0', 'WQ', 'received'],
  ['A1', 'WQ', 'received'],
  ['A2', 'WQ', 'accepted'],
  ['A3', 'U', 'rejected'],
  ['A4', undefined, 'unclear'],
  ['A5', 'WQ', 'accepted'],
  ['A6', 'U', 'rejected'],
  ['A7', 'U', 'rejected'],
  ['A8', undefined, 'rejected'],
  ['P1', undefined, 'pending'],
  ['R3', undefined, 'asks'],
  ['F1', undefined, 'finished'],
  ['F2', 'WQ', 'unpaid'],
  ['F3', undefined, 'finished'],
  ['F3F', undefined, 'finished'],
  ['F3N', undefined, 'unpaid'],
  ['F4', 'WQ', 'unpaid'],
  ['E1', undefined, 'unclear'],
  ['D0', undefined, 'unclear'],
  ['Z9', undefined, 'unclear'],
])('%s with action %s is %s', (category, action, verdict) => {
  expect(judgeStatuses([stc(category, action)]).verdict).toBe(verdict);
});

test.each([
  ['A2', 'U'],
  ['A7', 'WQ'],
])('%s with %s contradicts itself: rejected, and it says so', (category, action) => {
  expect(judgeStatuses([stc(category, action)])).toMatchObject({
    verdict: 'rejected',
    message: expect.stringContaining('both accepted and rejected'),
  });
});

test('a claim finished without payment is left to a person, with our words and the payer’s', () => {
  expect(judgeStatuses([stc('F2', 'WQ', 'PLAN LIMIT REACHED')]).message).toBe(
    'The payer says the claim is finished without payment; the remittance tells why. PLAN LIMIT REACHED',
  );
});

test('one rejection among several statuses rejects, with its own codes and words alone', () => {
  expect(judgeStatuses([stc('A2', 'WQ', 'FINE'), stc('A7', 'U', 'MEMBER NOT FOUND')])).toEqual({
    verdict: 'rejected',
    codes: ['A7:20'],
    message: 'MEMBER NOT FOUND',
  });
});

test('the reason may stand in a further composite of the same STC', () => {
  const status: Status = {
    codes: [
      { category: 'A3', status: '21' },
      { category: 'A7', status: '164', entity: 'IL' },
    ],
    action: 'U',
  };
  expect(judgeStatuses([status])).toEqual({
    verdict: 'rejected',
    codes: ['A3:21', 'A7:164:IL'],
    message: 'Returned as unprocessable. Rejected: data is not valid.',
  });
});

test('no status at all is unclear, never an acceptance', () => {
  expect(judgeStatuses([]).verdict).toBe('unclear');
});

test.each([
  ['a rejecting line', stc('A7', 'U'), 'rejected'],
  ['a line status without an acceptance', stc('A1'), 'rejected'],
  ['a plainly accepted line', stc('A2', 'WQ'), 'accepted'],
  ['a pending line', stc('P1'), 'pending'],
])('%s under an accepted claim', (_, line, verdict) => {
  expect(judgeStatuses([stc('A2', 'WQ')], [line]).verdict).toBe(verdict);
});
