/** The sample of the tests; `pnpm load` is the whole. */
import { expect, test } from 'vitest';
import { notAsBilled } from './promises.ts';
import { runLoad } from './run.ts';

test('clinicians who all bill at once are all answered, and each claim arrives once and is paid', async () => {
  const { times, claims, filesReceived, troubles } = await runLoad(
    { claims: 1_000, clinicians: 20, seconds: 8, seed: 1 },
    { progress: () => {}, onProgress: () => {} },
  );
  expect(troubles).toEqual([]);
  expect(times.press).toHaveLength(20);
  expect(claims).toBe(times.press.length + times.bill.length);
  expect(times.list.length).toBeGreaterThanOrEqual(20);
  expect(times.status.length).toBeGreaterThanOrEqual(20);
  expect(filesReceived).toBeGreaterThan(0);
});

test('a claim that was delivered twice, never, as another visit, or without a press is told', () => {
  const claim = (number: string, visit = number) => ({ id: number, patientControlNumber: number, visit });
  const claims = ['A', 'B', 'C'].map((number) => claim(number));
  expect(
    notAsBilled(
      claims,
      ['A', 'C', 'B', 'C'].map((number) => claim(number)),
    ),
  ).toEqual(['C: delivered 2 times']);
  expect(
    notAsBilled(
      claims,
      ['A', 'B'].map((number) => claim(number)),
    ),
  ).toEqual(['C: delivered 0 times']);
  expect(notAsBilled(claims, [claim('A'), claim('B', 'A'), claim('C'), claim('D')])).toEqual([
    'B: delivered as A in place of B',
    'D: delivered, and nobody pressed for it',
  ]);
});
