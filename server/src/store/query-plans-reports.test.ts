/** Reports read the rows of their time, and of what is owed, by an index and in its order, whatever was billed before. */
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { accountsOwed, accountsServed, deadlinesBy, readPiece } from './report-accounts.ts';
import { emptyStore } from './testing-plans.ts';

const { expectIndex, plan, scope } = await emptyStore();

const [FROM, TO] = ['2026-01-01' as IsoDate, '2026-11-30' as IsoDate];
const after = { servedOn: '2026-06-01', claimId: 'c' };

for (const mode of ['live', 'test'] as const) {
  test.each([
    [
      'the visits of a time',
      () => accountsServed(scope, FROM, TO, { mode }),
      'report_accounts_served (practice_id=? AND served_on>? AND served_on<?)',
    ],
    [
      'the next of them',
      () => readPiece(scope, { mode, from: FROM, to: TO, after }),
      'report_accounts_served (practice_id=? AND served_on>? AND served_on<?)',
    ],
    [
      'accounts on which something is owed',
      () => accountsOwed(scope, { mode }),
      'report_accounts_owed (practice_id=?)',
    ],
    [
      'the next of these',
      () => readPiece(scope, { mode, areOwed: true, after }),
      'report_accounts_owed (practice_id=? AND served_on>?)',
    ],
    [
      'deadlines that come',
      () => deadlinesBy(scope, TO, { mode }),
      'worklist_items_order (practice_id=? AND list=?)',
    ],
  ])(`${mode}: %s`, async (_what, work, index) => {
    await expectIndex(work, index);
    expect((await plan(work)).join()).not.toContain('TEMP B-TREE');
  });
}
