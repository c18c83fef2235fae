/** Clears values in one go so that it can be taken back: what was read and what was typed come back as they were. */
import { isWithin, valueAt } from '@claimside/shared/claim';
import { currentPath, lastingPath, setFields, type VisitForm } from './form.ts';
import { listOf, writeValue } from './list-values.ts';

/** What was cleared, by lasting path: rows may move or go in between. */
export interface Cleared {
  readonly values: readonly (readonly [lasting: string, value: unknown])[];
  readonly byHand: readonly string[];
}

/** The form with each path set to the value given, undefined clearing it, and what brings the old values back. */
export function clearValues(
  form: VisitForm,
  values: Readonly<Record<string, unknown>>,
): { readonly form: VisitForm; readonly cleared: Cleared } {
  const lasting = Object.keys(values).map(
    (path) => [lastingPath(form, listOf(path) ?? path), valueAt(form.draft, listOf(path) ?? path)] as const,
  );
  const isOurs = (mark: string) => lasting.some(([path]) => isWithin(mark, path) || isWithin(path, mark));
  return {
    form: setFields(form, values),
    cleared: { values: lasting, byHand: [...form.byHand].filter(isOurs) },
  };
}

/** The values again where they stood; those of a row that has gone meanwhile are left out. */
export function restoreValues(form: VisitForm, { values, byHand }: Cleared): VisitForm {
  const draft = values.reduce((at, [lasting, value]) => {
    const path = currentPath(form, lasting);
    return path === undefined ? at : writeValue(at, path, value);
  }, form.draft);
  const paths = values.map(([lasting]) => lasting);
  const others = [...form.byHand].filter((mark) => !paths.includes(mark));
  return { ...form, draft, byHand: new Set([...others, ...byHand]) };
}
