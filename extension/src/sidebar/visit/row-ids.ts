/** Names the rows of a reading, so that a correction stays with its row in the next one, or is known to have lost it. */
import type { CaptureDraft } from '@claimside/shared/capture';
import type { VisitForm } from './form.ts';

type Draft = CaptureDraft['draft'];

/** A code without dot and case, for comparing. */
export function bareCode(code: string | undefined): string {
  return (code ?? '').replaceAll('.', '').trim().toUpperCase();
}

/** By code, and the how-manieth of that code it is: `M5450#1`. */
export function diagnosisIdsOf({ diagnoses = [] }: Draft): string[] {
  return numbered(diagnoses.map((row) => bareCode(row.code)));
}

/** By code, modifiers and the diagnoses pointed at, and the how-manieth of those: `97110 GP M5450#1`. */
export function lineIdsOf({ serviceLines = [], diagnoses = [] }: Draft): string[] {
  return numbered(
    serviceLines.map(({ procedureCode, modifiers = [], diagnosisPointers = [] }) =>
      [procedureCode, ...modifiers, ...diagnosisPointers.map((pointer) => diagnoses[pointer - 1]?.code)]
        .map(bareCode)
        .join(' '),
    ),
  );
}

function numbered(bases: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return bases.map((base) => {
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return `${base}#${count}`;
  });
}

/**
 * The form without the corrections that have no certain row in the new reading: the row is gone, or it is one of several
 * alike and not as it was. They are named in `dropped`, never moved to another row. A row taken away that the page
 * no longer has either is not worth a word.
 */
export function dropStale(form: VisitForm, read: CaptureDraft): VisitForm {
  const lasts = lastingRows(form.read.draft, read.draft);
  const touched = [...form.byHand, ...form.unread.keys()].flatMap((path) => rowOf(path) ?? []);
  const lost = [...new Set([...touched, ...form.removed])].filter(
    (id) => !id.startsWith('hand-') && !lasts.has(id),
  );
  if (lost.length === 0) return form;
  const isOnPage = new Set([...diagnosisIdsOf(read.draft), ...lineIdsOf(read.draft)]);
  const told = lost.filter((id) => touched.includes(id) || isOnPage.has(id));
  return {
    ...form,
    byHand: new Set([...form.byHand].filter((path) => !lost.includes(rowOf(path) ?? ''))),
    unread: new Map([...form.unread].filter(([path]) => !lost.includes(rowOf(path) ?? ''))),
    removed: new Set([...form.removed].filter((id) => !lost.includes(id))),
    dropped: [...new Set([...form.dropped, ...told.map(baseOf)])],
  };
}

/** Ids that mean the same row in both readings. */
function lastingRows(before: Draft, now: Draft): Set<string> {
  return new Set([
    ...common(rows(diagnosisIdsOf(before), before.diagnoses), rows(diagnosisIdsOf(now), now.diagnoses)),
    ...common(rows(lineIdsOf(before), before.serviceLines), rows(lineIdsOf(now), now.serviceLines)),
  ]);
}

const rows = (ids: readonly string[], values: readonly unknown[] = []) =>
  new Map(ids.map((id, index) => [id, JSON.stringify(values[index])]));

function common(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const isAlone = (id: string, among: ReadonlyMap<string, string>) =>
    id.endsWith('#1') && !among.has(`${id.slice(0, -1)}2`);
  return [...before.keys()].filter((id) => {
    if (isAlone(id, before) && isAlone(id, now)) return now.has(id);
    const alike = [...before.keys(), ...now.keys()].filter((other) => baseOf(other) === baseOf(id));
    return alike.every((other) => before.get(other) === now.get(other));
  });
}

const baseOf = (id: string) => id.slice(0, id.lastIndexOf('#'));

function rowOf(path: string): string | undefined {
  const [list, id] = path.split('.');
  return list === 'diagnoses' || list === 'serviceLines' ? id : undefined;
}
