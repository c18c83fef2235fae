/** What the columns of a table of services seem to mean: by their headers, else by what stands below them. */
import { COLUMNS, type Column, type LineList, type PointedColumn } from '@claimside/shared/recipe';
import { diagnosisCodeIn, procedureCode, procedureIn } from '../ehr/normalise/codes.ts';
import { modifiers } from '../ehr/normalise/modifiers.ts';
import { date, money, placeOfService, units } from '../ehr/normalise/visit.ts';
import { isWhole } from '../ehr/patterns.ts';
import { VOCABULARY } from '../ehr/vocabulary.ts';

/** A column before it has a meaning: what is said of it, and its texts, one for each row. */
export interface Bare {
  readonly text: string;
  /** Other words that may name it. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** So many columns stand under this header, where it is not just one. */
  readonly alike?: number;
  readonly part?: PointedColumn['part'];
}

/** In this order: what is surest first. */
const BY_VALUES: readonly (readonly [Column, (text: string) => boolean])[] = [
  ['code', (text) => procedureCode(procedureIn(text)?.code ?? '') !== undefined],
  ['pointers', (text) => /^([A-L1-9]([ ,;/]+[A-L1-9]){0,3}|[A-L]{1,4})$/.test(text) && /[A-L]/.test(text)],
  ['pointers', (text) => diagnosisCodeIn(text) !== undefined && procedureIn(text) === undefined],
  ['chargeAmount', (text) => /[$.]/.test(text) && money(text) !== undefined],
  ['serviceDate', (text) => /\d[/-]\d/.test(text) && date(text, VOCABULARY) !== undefined],
  ['units', (text) => /^\d{1,3}(\.0+)?$/.test(text) && units(text) !== undefined],
  [
    'modifiers',
    (text) => /^[A-Z0-9]{2}([ ,:]+[A-Z0-9]{2}){0,3}$/.test(text) && modifiers(text) !== undefined,
  ],
  ['placeOfService', (text) => /[a-z]/i.test(text) && placeOfService(text, VOCABULARY) !== undefined],
  ['description', (text) => /\p{L}{4}.*\s\p{L}/u.test(text)],
];

/** Each meaning is given once, but that of modifiers to each column that is headed so. */
export function withMeanings(columns: readonly Bare[]): PointedColumn[] {
  const given = new Set<Column>();
  const meanings = new Map<Bare, Pick<PointedColumn, 'column' | 'byValues'>>();
  for (const column of columns) {
    const meant = [column.text, ...column.names].flatMap((name) => byHeader(name) ?? [])[0];
    if (!meant || (given.has(meant) && meant !== 'modifiers')) continue;
    given.add(meant);
    meanings.set(column, { column: meant });
  }
  // A header that means a code over what is none is another column's.
  for (const [meant, fits] of BY_VALUES) {
    if (given.has(meant)) continue;
    const column = columns.find(
      (each) => !meanings.has(each) && !isVaguePrice(each) && areLike(each.texts, fits),
    );
    if (!column) continue;
    given.add(meant);
    meanings.set(column, { column: meant, byValues: true });
  }
  return columns.map((column) => ({
    text: column.text,
    sample: (column.texts.find((text) => text !== '') ?? '').slice(0, 80),
    ...(column.alike && { alike: column.alike }),
    ...meanings.get(column),
    ...(isVaguePrice(column) && { isVaguePrice: true }),
    ...(column.part && { part: column.part }),
  }));
}

function byHeader(name: string): Column | undefined {
  const { columns = {}, looseCode } = VOCABULARY.lineTable;
  const known = COLUMNS.find((column) => {
    const pattern = columns[column];
    return pattern !== undefined && isWhole(pattern, name);
  });
  if (known) return known;
  return looseCode && isWhole(looseCode.header, name) ? 'code' : undefined;
}

/** `Price` may be of one unit or of the line: it means nothing until a person says which. */
const isVaguePrice = ({ text }: Bare): boolean => isWhole(VOCABULARY.lineTable.vaguePrice ?? '', text);

/** Of the texts that are there, all. */
function areLike(texts: readonly string[], fits: (text: string) => boolean): boolean {
  const there = texts.filter((text) => text !== '');
  return there.length > 0 && there.every(fits);
}

/** How pointers name diagnoses, by what stands there. */
export function pointersAs(texts: readonly string[]): NonNullable<LineList['pointers']> {
  const areCodes = areLike(texts, (text) => /[A-Z]\d/i.test(text));
  return areCodes ? { as: 'codes', pattern: '[A-Z]\\d[0-9A-Z][0-9A-Z.]*' } : { as: 'positions' };
}
