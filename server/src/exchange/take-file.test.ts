/** A file that is brought is read by itself, and once, whoever else reads at that time. */
import { cents } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNews } from '../news.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { takeFile } from './take-file.ts';
import { check, fileOf, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

async function newPractice() {
  const practice = postingPractice(await tests.practice(), tests.store);
  const tools = {
    store: tests.store,
    runtime: practice.runtime,
    news: createNews(),
    practiceId: practice.scope.practiceId,
    stopping: new AbortController().signal,
  };
  return { ...practice, bring: (name: string, bytes: Buffer) => takeFile(tools, { name, bytes }, 'device') };
}

const fits = (trace: string) => fileOf(check(trace, [paying('C000000001', 10_000)]));
const fitsNone = fileOf(check('CHK9', [paying('STRANGER', 7_000)]));

test('a file that is read twice at once waits as its first reading says', async () => {
  const practice = await newPractice();
  await practice.store(fitsNone);
  await Promise.all([practice.interpret(), practice.interpret()]);
  expect(await practice.filesThatWait()).toMatchObject([{ state: 'needs-person' }]);
});

test('only the file that was brought is read', async () => {
  const practice = await newPractice();
  await practice.bill();
  await practice.store(fits('CHK1'), 'FETCHED.835');
  await practice.bring('BROUGHT.835', fits('CHK2'));
  expect(await practice.filesThatWait()).toMatchObject([{ name: 'FETCHED.835', state: 'stored' }]);
  expect((await practice.remittances()).map(({ checkNumber }) => checkNumber)).toEqual(['CHK2']);
});

test('and what it makes whole: the last of several parts of one check', async () => {
  const practice = await newPractice();
  await practice.bill();
  await practice.bill();
  const part = (number: string) =>
    fileOf(check('CHK3', [paying(number, 10_000)], [], { paymentAmount: cents(20_000) }));
  await practice.bring('PART1.835', part('C000000001'));
  await practice.bring('PART2.835', part('C000000002'));
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['posted']);
});
