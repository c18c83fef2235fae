import type { ClaimEvent } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { expect, it } from 'vitest';
import { stepsOf } from './steps.ts';

const event = (id: string, fileName: string): ClaimEvent => ({
  id,
  at: `2026-11-22T08:0${id}:00Z` as UtcInstant,
  source: { kind: 'inbound-file', fileId: id, fileName },
  fact: { type: 'file-accepted', withErrors: false },
});

it('the same answer in a second file is one step with both files and the first time', () => {
  const describe = ({ id }: ClaimEvent) => ({
    title: id === '3' ? 'paid' : 'accepted',
    detail: '',
    tone: 'good' as const,
  });
  const steps = stepsOf([event('1', 'a.txt'), event('2', 'b.txt'), event('3', 'c.txt')], describe);
  expect(steps.map(({ title, at, files }) => [title, at, files])).toEqual([
    ['Accepted', '2026-11-22T08:01:00Z', ['a.txt', 'b.txt']],
    ['Paid', '2026-11-22T08:03:00Z', ['c.txt']],
  ]);
});
