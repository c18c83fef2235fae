/** Compares what a taught page gives with what stood there when it was taught: a page may have changed since. */
import { type CaptureField, UNLIKE_TAUGHT } from '@claimside/shared/capture';
import { isLike, type RecipeDocument, type Shapes } from '@claimside/shared/recipe';
import { findLineTables } from './line-tables.ts';
import type { Scope } from './scope.ts';
import type { DocumentRead } from './witnesses.ts';

/** Codes stand on the page, and are not where they were: a visit that has none yet shows none. */
const DIAGNOSIS = /[A-Z]\d[0-9A-Z]\.\d/;

/** Values unlike their shapes are unsure; `changed` are the things that are not found any more. */
export function selfCheck(
  scope: Scope,
  read: DocumentRead,
  { fields: taught = {}, lines: list, diagnoses: dxList }: RecipeDocument,
  shapes: Shapes,
): DocumentRead {
  const fields = { ...read.fields };
  const changed: string[] = [];
  for (const [key, shape] of Object.entries(shapes)) {
    const field = key as CaptureField;
    if (!taught[field]) continue;
    const value = fields[field];
    if (!value) changed.push(scope.words.fieldWords[field]);
    else if (!isLike(value.raw, shape))
      fields[field] = { ...value, confidence: Math.min(value.confidence, UNLIKE_TAUGHT) };
  }
  const { lines = [], diagnoses = [], notes = [] } = read.lines ?? {};
  const isGone = (): boolean => changed.length > 0 || DIAGNOSIS.test(scope.document.body?.textContent ?? '');
  const isLost = (part: 'units' | 'chargeAmount' | 'unitPrice'): boolean =>
    list?.parts?.[part] !== undefined && lines.every((line) => line[part] === undefined);
  if (read.lines && dxList && shapes.diagnosis && diagnoses.length === 0 && isGone())
    changed.push('diagnoses');
  if (read.lines && list && shapes.procedureCode && notes.length === 0) {
    const isTableThere = list.rows === 'table' && findLineTables(scope, list).length > 0;
    const areLost = isLost('units') || isLost('chargeAmount') || isLost('unitPrice');
    if (lines.length > 0 ? areLost : !isTableThere && isGone()) changed.push('services');
  }
  return { ...read, fields, ...(changed.length > 0 && { changed }) };
}
