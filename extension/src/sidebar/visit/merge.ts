/** Merges a new reading of the same visit into a form: only what no person changed follows the page. */
import type { CaptureDraft } from '@claimside/shared/capture';
import { valueAt, withValueAt } from '@claimside/shared/claim';
import { takenAgain } from './earlier-coverage.ts';
import type { DraftLine, VisitForm } from './form.ts';
import { bareCode, diagnosisIdsOf, dropStale, lineIdsOf } from './row-ids.ts';

export function mergeReading(last: VisitForm, read: CaptureDraft): VisitForm {
  const form = dropStale(last, read);
  const fresh = read.draft;
  const freshDiagnosisIds = diagnosisIdsOf(fresh);
  const diagnoses = mergeRows(
    form,
    'diagnoses',
    fresh.diagnoses ?? [],
    freshDiagnosisIds,
    form.draft.diagnoses ?? [],
  );
  const lines = mergeRows(
    form,
    'serviceLines',
    fresh.serviceLines ?? [],
    lineIdsOf(fresh),
    form.draft.serviceLines ?? [],
  );

  // Pointers are positions: follow each to its diagnosis, wherever that stands now.
  const finalIds = dropRepeats(diagnoses);
  const codes = finalIds.map((row) => bareCode(row.value.code));
  const place = (id: string | undefined, code: string | undefined) => {
    const byId = finalIds.findIndex((row) => row.id === id);
    return (byId === -1 ? codes.indexOf(bareCode(code)) : byId) + 1;
  };
  const serviceLines = lines.map(({ id, value, isFresh }): DraftLine => {
    const keepsOwn = !isFresh || form.byHand.has(`serviceLines.${id}.diagnosisPointers`);
    const own = keepsOwn ? form.draft.serviceLines?.[form.lineIds.indexOf(id)] : undefined;
    const [pointers, ids, rows] = own
      ? [own.diagnosisPointers, form.diagnosisIds, form.draft.diagnoses]
      : [value.diagnosisPointers, freshDiagnosisIds, fresh.diagnoses];
    const moved = (pointers ?? []).map((pointer) => place(ids[pointer - 1], rows?.[pointer - 1]?.code));
    return { ...value, diagnosisPointers: [...new Set(moved.filter((pointer) => pointer > 0))] };
  });

  const scalars = [...form.byHand].filter((path) => !/^(diagnoses|serviceLines)\./.test(path));
  const byHand = scalars.reduce((at, path) => withValueAt(at, path, valueAt(form.draft, path)), fresh);
  const { draft, taken } = takenAgain(byHand, form);
  return {
    ...form,
    read,
    taken,
    draft: { ...draft, diagnoses: finalIds.map((row) => row.value), serviceLines },
    diagnosisIds: finalIds.map((row) => row.id),
    lineIds: lines.map((row) => row.id),
  };
}

interface MergedRow<Row> {
  readonly id: string;
  readonly value: Row;
  /** It stands on the page. */
  readonly isFresh: boolean;
}

/** The page's rows without those taken away, with what was changed by hand in them; then the rows added by hand. */
function mergeRows<Row extends object>(
  form: VisitForm,
  list: 'diagnoses' | 'serviceLines',
  fresh: readonly Row[],
  freshIds: readonly string[],
  current: readonly Row[],
): MergedRow<Row>[] {
  const currentIds = list === 'diagnoses' ? form.diagnosisIds : form.lineIds;
  const fromPage = fresh.flatMap((row, index): MergedRow<Row>[] => {
    const id = freshIds[index] ?? '';
    if (form.removed.has(id)) return [];
    const mine = current[currentIds.indexOf(id)];
    const prefix = `${list}.${id}.`;
    const changed = [...form.byHand].filter((path) => path.startsWith(prefix));
    const value = changed.reduce((at, path) => {
      const field = path.slice(prefix.length);
      return mine ? withValueAt(at, field, valueAt(mine, field)) : at;
    }, row);
    const isOtherCode =
      changed.includes(`${prefix}procedureCode`) && !changed.includes(`${prefix}description`);
    // What the page calls one code is not said of another.
    return [{ id, value: isOtherCode ? withValueAt(value, 'description', undefined) : value, isFresh: true }];
  });
  const byHand = current.flatMap((row, index): MergedRow<Row>[] => {
    const id = currentIds[index] ?? '';
    return id.startsWith('hand-') ? [{ id, value: row, isFresh: false }] : [];
  });
  return [...fromPage, ...byHand];
}

/** A diagnosis typed by hand that the page now shows as well stays once. */
function dropRepeats<Row extends { code?: string | undefined }>(
  rows: readonly MergedRow<Row>[],
): MergedRow<Row>[] {
  const onPage = new Set(rows.filter((row) => row.isFresh).map((row) => bareCode(row.value.code)));
  return rows.filter((row) => row.isFresh || !onPage.has(bareCode(row.value.code)));
}
