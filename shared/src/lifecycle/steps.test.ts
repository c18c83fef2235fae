import { expect, it } from 'vitest';
import type { UtcInstant } from '../values/index.ts';
import { describeEvent } from './describe.ts';
import type { ClaimEvent } from './events.ts';
import { stepsOf } from './steps.ts';

const event = (
  id: string,
  fileName: string,
  fact: ClaimEvent['fact'] = { type: 'file-accepted', withErrors: false },
): ClaimEvent => ({
  id,
  at: `2026-11-22T08:0${id}:00Z` as UtcInstant,
  source: { kind: 'inbound-file', fileId: id, fileName },
  fact,
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

it('two reports that each tell both acceptances are two steps; a hold that comes back is a step of its own', () => {
  const accepted = { type: 'clearinghouse-accepted' } as const;
  const taken = { type: 'payer-accepted' } as const;
  const held = { type: 'clearinghouse-pended', codes: [], message: '' } as const;
  const story = [
    event('1', 'a.txt', held),
    event('2', 'a.txt', accepted),
    event('3', 'a.txt', taken),
    event('4', 'b.txt', accepted),
    event('5', 'b.txt', taken),
    event('6', 'c.txt', held),
  ];
  const steps = stepsOf(story, ({ fact }) => ({ title: fact.type, detail: '', tone: 'neutral' as const }));
  expect(steps.map(({ title, files }) => [title, files])).toEqual([
    ['Clearinghouse-pended', ['a.txt']],
    ['Clearinghouse-accepted', ['a.txt', 'b.txt']],
    ['Payer-accepted', ['a.txt', 'b.txt']],
    ['Clearinghouse-pended', ['c.txt']],
  ]);
});

it('what a person matched with the claim says so, beside the file that it came in', () => {
  const source = { kind: 'inbound-file', fileId: 'f', fileName: 'ERA.835', matchedBy: 'device' } as const;
  const at = '2026-11-22T08:00:00Z' as UtcInstant;
  const fact = { type: 'payer-accepted', payerClaimControlNumber: 'P1' } as const;
  expect(
    stepsOf([{ id: '1', at, source, fact }], (event) => describeEvent(event, 'Office Ally')),
  ).toMatchObject([{ detail: 'Payer claim P1 · matched with this claim by a person', files: ['ERA.835'] }]);
});

it('an acceptance that several reports tell is one step with all numbers that each of them knows', () => {
  const story = [
    event('1', 'a.277', { type: 'payer-accepted', payerClaimControlNumber: 'P1' }),
    event('2', 'b.txt', {
      type: 'payer-accepted',
      payerClaimControlNumber: 'P1',
      clearinghouseClaimId: '77',
    }),
    event('3', 'c.txt', { type: 'payer-accepted' }),
  ];
  expect(stepsOf(story, (each) => describeEvent(each, 'Office Ally'))).toMatchObject([
    { detail: 'Payer claim P1 · Office Ally claim 77', files: ['a.277', 'b.txt', 'c.txt'] },
  ]);
});
