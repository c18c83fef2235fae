/** The same word of another day: what is said of a claim that was sent again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEvents } from '../../store/claim-events.ts';
import { findClaim } from '../../store/claims.ts';
import { openTestStore, type TestStore } from '../../store/testing.ts';
import { postingPractice } from '../testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

const COLUMNS =
  'CLAIM# OA CLAIMID  PATIENT ID        LAST,FIRST          DOB          FROM DOS   TO DOS     CPT     DIAG     TAX ID      ACCNT#        PHYS.ID    PAYER  ERRORS';
const ROW =
  '1)     2900000001  W000000001        TESTER,ANNA         01/02/1980   11/03/2026 11/03/2026 99213   M545     123456789   C000000001    1234567893 60054';

const summary = (processed: string, table: 'ERROR' | 'ACCEPTED') =>
  Buffer.from(
    [
      `Date Processed:${processed}`,
      'File Name:837P_INVENTED.txt',
      ...(table === 'ERROR' ? ['+---> 1 # error RC77 - INVENTED WORDING'] : []),
      `-------${table} CLAIM DETAIL`,
      COLUMNS,
      table === 'ERROR' ? `${ROW}  RC77` : ROW,
      '',
    ].join('\n'),
  );

test('a File Summary that says the same on a later day is heard once more; the same file twice is not', async () => {
  const practice = postingPractice(await tests.practice(), tests.store);
  const id = await practice.bill();
  const learn = async (processed: string, table: 'ERROR' | 'ACCEPTED', name: string) => {
    await practice.store(summary(processed, table), name);
    await practice.interpret();
    const found = await findClaim(practice.scope, id);
    return [found?.summary.status, (await listEvents(practice.scope, id)).length];
  };
  expect(await learn('11/22/2026', 'ERROR', 'FS_HCFA_1.txt')).toEqual(['rejected-by-clearinghouse', 2]);
  expect(await learn('11/22/2026', 'ERROR', 'FS_HCFA_1_AGAIN.txt')).toEqual(['rejected-by-clearinghouse', 2]);
  expect(await learn('11/23/2026', 'ACCEPTED', 'FS_HCFA_2.txt')).toEqual(['at-clearinghouse', 3]);
  expect(await learn('11/24/2026', 'ERROR', 'FS_HCFA_3.txt')).toEqual(['rejected-by-clearinghouse', 4]);
});
