/** The recipe that a person is teaching: built on what reads the site already, one pointed place after the other. */
import { CAPTURE_FIELDS, type Capture, type CaptureField } from '@claimside/shared/capture';
import {
  holdsTelling,
  type Pointed,
  type PointedColumn,
  type Recipe,
  type RecipeDocument,
  type Shapes,
  shapeOf,
  withMeantColumns,
} from '@claimside/shared/recipe';
import type { RowId } from './rows.ts';

const TAUGHT = 'taught-';
const NO_VISIT = 'Open the visit page that Claimside was taught: where its codes and charges stand.';
/** Pages of the site that nobody taught are read as before. */
const OTHER_PAGES: RecipeDocument = { id: 'other-pages', name: 'Page', address: '^/', rest: 'generic' };

/** One recipe for a site. */
export const taughtId = (host: string): string =>
  TAUGHT +
  host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40 - TAUGHT.length);

/** What was taught goes on; a recipe of the extension is kept beside what is taught; else it begins empty. */
export function beginLesson(host: string, base: Recipe | undefined): Recipe {
  const id = taughtId(host);
  if (base?.id === id) return base;
  const start = base ?? {
    signs: { selectors: [] },
    documents: [OTHER_PAGES],
    noVisit: NO_VISIT,
    elsewhere: [],
  };
  return { ...start, id, name: host.slice(0, 200), revision: 0, hosts: [host] };
}

export function withValue(recipe: Recipe, field: CaptureField, { document, value }: Pointed): Recipe {
  if (!value || value.locators.length === 0) return recipe;
  const { locators } = value;
  return inDocument(recipe, document, (known) => ({
    ...known,
    fields: { ...known.fields, [field]: locators },
  }));
}

export function withLines(recipe: Recipe, { document, lines }: Pointed): Recipe {
  if (!lines) return recipe;
  return inDocument(recipe, document, (known) => ({ ...known, lines: lines.list }));
}

export function withDiagnoses(recipe: Recipe, { document, diagnoses }: Pointed): Recipe {
  if (!diagnoses) return recipe;
  return inDocument(recipe, document, (known) => ({ ...known, diagnoses: diagnoses.list }));
}

/** The same list with other meanings of its columns. */
export function withColumns(pointed: Pointed, headers: readonly PointedColumn[]): Pointed {
  const { lines } = pointed;
  if (!lines) return pointed;
  return { ...pointed, lines: { list: withMeantColumns(lines.list, headers), headers } };
}

/** Forgets what was taught of one row, on every page. */
export function without(recipe: Recipe, row: RowId): Recipe {
  const documents = recipe.documents.map((document) => {
    if (!isTaught(document)) return document;
    if (row === 'lines' || row === 'diagnoses') {
      const { [row]: _, ...rest } = document;
      return rest;
    }
    const { [row]: _, ...fields } = document.fields ?? {};
    return { ...document, fields };
  });
  return { ...recipe, documents };
}

export const isRowTaught = (recipe: Recipe, row: RowId): boolean =>
  recipe.documents.some(
    (document) =>
      isTaught(document) &&
      (row === 'lines' || row === 'diagnoses'
        ? document[row] !== undefined
        : document.fields?.[row] !== undefined),
  );

/** Where values are always of the same kind, so that another kind tells that the page has changed. */
const SHAPED: readonly CaptureField[] = CAPTURE_FIELDS.filter((field) =>
  /^patient\.(name|lastName|firstName|birthDate|sex)$|^visit\.serviceDate$/.test(field),
);

/** Ready to be stored: a revision further, with the shapes of what it reads now. */
export function finished(recipe: Recipe, { fields, lines, diagnoses }: Capture): Recipe {
  const shapes: Shapes = {
    ...recipe.shapes,
    ...Object.fromEntries(
      SHAPED.flatMap((field) => {
        const raw = fields[field]?.raw ?? '';
        return isRowTaught(recipe, field) && raw !== '' ? [[field, shapeOf(raw)]] : [];
      }),
    ),
    ...(lines[0] && isRowTaught(recipe, 'lines') && { procedureCode: shapeOf(lines[0].procedureCode.value) }),
    ...(diagnoses[0] && isRowTaught(recipe, 'diagnoses') && { diagnosis: shapeOf(diagnoses[0].code.value) }),
  };
  return { ...recipe, revision: recipe.revision + 1, shapes };
}

/** Texts of the taught pages that hold one of these words: nothing of a patient may be stored. */
export function tellingTexts(recipe: Recipe, words: ReadonlySet<string>): string[] {
  return recipe.documents
    .filter(isTaught)
    .flatMap(textsIn)
    .filter((text) => holdsTelling(text, words));
}

/** Words of the recipe's own language, never of a page. */
const OWN = new Set(['id', 'role', 'take', 'as', 'required', 'dateOrder', 'rest', 'joinedBy']);

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    OWN.has(key) ? [] : textsIn(value),
  );
}

const isTaught = ({ id }: RecipeDocument): boolean => id.startsWith(TAUGHT);

/** Changes the taught page of this address; a new one comes before all others. */
function inDocument(
  recipe: Recipe,
  { address, name }: Pointed['document'],
  change: (document: RecipeDocument) => RecipeDocument,
): Recipe {
  const known = recipe.documents.find((document) => isTaught(document) && document.address === address);
  if (known) {
    const documents = recipe.documents.map((document) => (document === known ? change(document) : document));
    return { ...recipe, documents };
  }
  const numbers = recipe.documents.filter(isTaught).map(({ id }) => Number(id.slice(TAUGHT.length)));
  const id = `${TAUGHT}${Math.max(0, ...numbers) + 1}`;
  return { ...recipe, documents: [change({ id, name, address, rest: 'generic' }), ...recipe.documents] };
}
