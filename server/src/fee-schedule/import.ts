/** Imports a fee schedule: looked at first, then all of it, in place of what is there. With a fault nothing is changed. */
import type { FeeScheduleImported, FeeSchedulePreview, ScheduledProcedure } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { replaceFeeSchedule } from '../store/fee-schedule.ts';
import { getPractice } from '../store/practices.ts';
import type { Scope } from '../store/store.ts';
import { noteWorklistSettings } from '../store/worklists-upkeep.ts';
import { readTable, SHOWN, shownOf, type TableFault } from '../tables/index.ts';
import { isHeading } from './columns.ts';
import { compareSchedules, mergedSchedule } from './compare.ts';
import { readSchedule } from './read.ts';
import { readFeeSchedule, type ScheduleContext } from './schedule.ts';

interface Looked extends FeeSchedulePreview {
  readonly schedule: readonly ScheduledProcedure[];
}

/** What an import would do; changes nothing. */
export async function previewFeeSchedule(
  scope: Scope,
  bytes: Buffer,
): Promise<Result<FeeSchedulePreview, TableFault>> {
  const looked = await look(scope, bytes);
  if (!looked.ok) return looked;
  const { schedule: _, ...preview } = looked.value;
  return ok(preview);
}

/** Refused with its first fault while the file has any. */
export async function importFeeSchedule(
  { store, runtime, practiceId }: ScheduleContext,
  bytes: Buffer,
  byDevice: string | null,
): Promise<Result<FeeScheduleImported, TableFault>> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const looked = await look(scope, bytes);
    if (!looked.ok) return looked;
    const { schedule, faults, size, added, removed, changed } = looked.value;
    const [fault] = faults;
    if (fault) return err(fault);
    await replaceFeeSchedule(scope, schedule);
    await noteWorklistSettings(scope);
    await recordAudit(runtime, scope, byDevice, 'fee-schedule-imported', practiceId);
    return ok({ size, added: added.count, removed: removed.count, changed: changed.count });
  });
}

async function look(scope: Scope, bytes: Buffer): Promise<Result<Looked, TableFault>> {
  const table = await readTable(bytes, isHeading);
  if (!table.ok) return table;
  const { settings } = await getPractice(scope);
  const read = readSchedule(table.value, settings?.payers ?? []);
  const { faults, mended, unknownColumns } = read;
  if (read.procedures.length === 0 && faults.length === 0)
    return err({
      message: 'No row of the file is a procedure.',
      fix: 'Below the headings write one code in each row, with its price.',
    });
  const before = await readFeeSchedule(scope);
  const schedule = mergedSchedule(before, read);
  return ok({
    schedule,
    size: schedule.length,
    sizeBefore: before.length,
    mended,
    withoutPrice: schedule.filter(({ price }) => price === undefined).length,
    unknownColumns: [...unknownColumns],
    faultCount: faults.length,
    faults: faults.slice(0, SHOWN),
    ...shownOf(compareSchedules(before, schedule)),
  });
}
