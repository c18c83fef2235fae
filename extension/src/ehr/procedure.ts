/** Reads one service line out of its row. */
import type { Captured, CapturedLine } from '@claimside/shared/capture';
import type { LineList } from '@claimside/shared/recipe';
import { captured, type Found, UNREADABLE } from './captured.ts';
import { procedureCode, procedureCodeIn, procedureIn } from './normalise/codes.ts';
import { nationalDrugCode } from './normalise/drugs.ts';
import { spoken } from './normalise/fields.ts';
import { modifiers } from './normalise/modifiers.ts';
import { date, money, placeOfService, units } from './normalise/visit.ts';
import type { Places } from './places.ts';
import type { Row } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface ProcedureRead {
  readonly line: Omit<CapturedLine, 'diagnosisCodes'>;
  /** What the row says it points at, still as it stands. */
  readonly pointers: Found | undefined;
  /** Words for the place of the pointers. */
  readonly place: string;
}

/** Readable, but perhaps not all of it, or not as meant: a person must look. */
const DOUBTFUL = 0.5;

/** Undefined when there is no code of a service. */
export function readProcedure(
  row: Row,
  list: LineList,
  isPriceVague: boolean,
  scope: Scope,
  place: (part: string) => string,
  places: Places,
): ProcedureRead | undefined {
  const cell = row.read('code', procedureCodeIn);
  const onCode = procedureIn(cell?.raw ?? '');
  const code = captured(cell && onCode?.certain === false ? doubtful(cell) : cell, place('Code'), places);
  if (!cell || !code || procedureCode(code.value) === undefined) return undefined;
  const description = captured(row.read('description', text), place('Description'), places);
  const shownUnits = row.read('units', units);
  const one = list.unitsNotShown && !shownUnits ? doubtful({ ...cell, raw: '', value: '1' }) : undefined;
  const quantity = captured(shownUnits ?? one, place('Units'), places);
  const price = row.read('unitPrice', money);
  // "Price" of one unit or of the line: the same only for one unit.
  const isDoubtful = isPriceVague && quantity?.value !== '1';
  const unitPrice = captured(price && isDoubtful ? doubtful(price) : price, place('Price'), places);
  const chargeAmount = captured(row.read('chargeAmount', money), place('Charge'), places);
  const serviceDate = captured(readDate('serviceDate', row, list, scope), place('Date'), places);
  const lastDate = captured(readDate('serviceDateEnd', row, list, scope), place('Last date'), places);
  const where = captured(row.read('placeOfService', placeOfService), place('Place of service'), places);
  return {
    pointers: row.read('pointers', text),
    place: place('Pointers'),
    line: {
      procedureCode: code,
      ...(description && { description }),
      modifiers: readModifiers(row, cell, onCode?.modifiers ?? [], place, places),
      ...(quantity && { units: quantity }),
      ...(unitPrice && { unitPrice }),
      ...(chargeAmount && { chargeAmount }),
      ...(serviceDate && { serviceDate }),
      ...(lastDate && lastDate.value !== serviceDate?.value && { serviceDateEnd: lastDate }),
      ...(where && { placeOfService: where }),
      ...readDrug(row, scope.words, place, places),
    },
  };
}

/**
 * One captured value for each modifier, of the box or written onto the code; a box that cannot be read is given whole,
 * unsure. Where box and code name different ones, all are given, in doubt.
 */
function readModifiers(
  row: Row,
  cell: Found,
  onCode: readonly string[],
  place: (part: string) => string,
  places: Places,
): Captured[] {
  const box = row.read('modifiers', text);
  const list = box && modifiers(box.value);
  const ofBox = !box
    ? []
    : list
      ? list.map((value) => ({ ...box, value }))
      : [{ ...box, confidence: UNREADABLE }];
  const onlyOnCode = onCode.filter((value) => !list?.includes(value));
  const ofCode = onlyOnCode.map((value) => ({ ...cell, value }));
  const differ = ofBox.length > 0 && ofCode.length > 0;
  return [
    ...ofCode.map((found) => ({ found: differ ? doubtful(found) : found, part: 'Code' })),
    ...ofBox.map((found) => ({ found: differ ? doubtful(found) : found, part: 'Modifiers' })),
  ].flatMap(({ found, part }) => captured(found, place(part), places) ?? []);
}

const drugUnit = spoken('drugUnit');

/** A code of zeros is none. */
function readDrug(
  row: Row,
  words: Vocabulary,
  place: (part: string) => string,
  places: Places,
): Pick<CapturedLine, 'drug'> {
  const code = captured(row.read('drugCode', nationalDrugCode), place('NDC'), places);
  if (!code || /^[0-]*$/.test(code.value)) return {};
  const quantity = captured(row.read('drugQuantity', units), place('NDC quantity'), places);
  const unit = captured(
    row.read('drugUnit', (text) => drugUnit(text, words)),
    place('NDC unit'),
    places,
  );
  return { drug: { code, ...(quantity && { quantity }), ...(unit && { unit }) } };
}

function readDate(
  part: 'serviceDate' | 'serviceDateEnd',
  row: Row,
  { dateOrder }: LineList,
  scope: Scope,
): Found | undefined {
  const found = row.read(part, text);
  const read = found && scope.normalised(date, found.value, dateOrder);
  if (!read) return found && { ...found, confidence: UNREADABLE };
  return { ...found, value: read.value, confidence: Math.min(read.most, found.confidence) };
}

const doubtful = (found: Found): Found => ({ ...found, confidence: Math.min(found.confidence, DOUBTFUL) });

/** As it stands. */
export const text = (raw: string): string | undefined => raw;
