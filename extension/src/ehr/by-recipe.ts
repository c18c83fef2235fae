/** Reads one document as its recipe says. */
import {
  agreement,
  type Captured,
  type CaptureField,
  identityOf,
  isSomebody,
  UNWITNESSED,
} from '@claimside/shared/capture';
import type { FieldLocators, Locator, RecipeDocument, Shapes } from '@claimside/shared/recipe';
import { atMost, captured } from './captured.ts';
import { readDiagnosisList } from './diagnosis-list.ts';
import { readDiagnoses } from './generic/diagnoses.ts';
import { readGenericDocument } from './generic/read-document.ts';
import { findLineTables, type LineTable } from './line-tables.ts';
import { type LinesRead, readLines } from './lines.ts';
import { locate } from './locate.ts';
import { normaliserOf } from './normalise/fields.ts';
import type { Places } from './places.ts';
import type { Scope } from './scope.ts';
import { selfCheck } from './self-check.ts';
import type { DocumentRead } from './witnesses.ts';

type Fields = Partial<Record<CaptureField, Captured>>;

/** Lines and diagnoses only of a document on screen. */
export function readByRecipe(
  scope: Scope,
  shown: boolean,
  recipe: RecipeDocument,
  places: Places,
  shapes?: Shapes,
): DocumentRead {
  const fields = readFields(scope, recipe.fields, recipe.name, places);
  const own = identityOf(fields);
  const witness = recipe.witness && identityOf(readFields(scope, recipe.witness, recipe.name, places));
  const verdict = witness && isSomebody(own) ? agreement(witness, own) : 'agree';
  if (verdict === 'conflict') return { fields: {}, isDivided: true };
  const number = recipe.visitNumber && locate(scope, recipe.visitNumber, (text) => text);
  const read = {
    fields,
    ...(shown &&
      (recipe.lines || recipe.diagnoses || recipe.codesElsewhere) && {
        lines: readVisitRows(scope, recipe, places),
      }),
    ...(number && { visitNumber: number.value }),
  };
  const rest = recipe.rest ? withRest(read, readGenericDocument(scope, places), shown) : read;
  const all = shapes ? selfCheck(scope, rest, recipe, shapes) : rest;
  return verdict === 'agree' ? all : atMost(UNWITNESSED, all);
}

/** What the recipe doesn't name, as on a page that none knows. Of the name in parts and in one piece, the recipe's counts. */
function withRest(read: DocumentRead, rest: DocumentRead, shown: boolean): DocumentRead {
  const { 'patient.name': _, ...unnamed } = rest.fields;
  const namesPatient = identityOf(read.fields).name !== undefined;
  const fields = { ...(namesPatient ? unnamed : rest.fields), ...read.fields };
  const lines = read.lines ?? rest.lines;
  return { ...read, fields, ...(shown && lines && { lines }) };
}

function readFields(scope: Scope, wanted: FieldLocators | undefined, name: string, places: Places): Fields {
  const fields: Fields = {};
  for (const [field, locators] of Object.entries(wanted ?? {}) as [CaptureField, readonly Locator[]][]) {
    const found = locate(scope, locators, normaliserOf(field, scope.words));
    const value = captured(found, `${name}, ${scope.words.fieldWords[field]}`, places);
    if (value) fields[field] = value;
  }
  return fields;
}

/** Lines and diagnoses of a document on screen. */
function readVisitRows(scope: Scope, recipe: RecipeDocument, places: Places): LinesRead {
  const list = recipe.diagnoses
    ? readDiagnosisList(scope, recipe.diagnoses, recipe.name, places)
    : recipe.rest && readDiagnoses(scope, lineTablesOf(scope, recipe), places);
  const own = recipe.lines
    ? readLines(scope, recipe.lines, recipe.name, places, list)
    : { lines: [], diagnoses: [], notes: [] };
  const read = {
    ...own,
    diagnoses: [...(list?.diagnoses ?? []), ...own.diagnoses],
    notes: [...(list?.notes ?? []), ...own.notes],
  };
  const { codesElsewhere } = recipe;
  const isWithoutCodes = own.lines.length === 0 && own.notes.length === 0;
  if (!codesElsewhere || !isWithoutCodes || !scope.document.querySelector(codesElsewhere.css)) return read;
  return { ...read, notes: [{ code: 'codes-not-on-page', message: codesElsewhere.message }, ...read.notes] };
}

/** What stands in them is no diagnosis. */
const lineTablesOf = (scope: Scope, { lines }: RecipeDocument): LineTable[] =>
  lines?.rows === 'table' ? findLineTables(scope, lines) : [];
