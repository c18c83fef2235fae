/** Reads one service line out of its row. */
import { type Captured, type CapturedLine, IN_DOUBT, UNREADABLE } from '@claimside/shared/capture';
import type { Column, LineList } from '@claimside/shared/recipe';
import { captured, type Found } from './captured.ts';
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

/** What stands in one part of the row, as a captured value. */
type ReadPart = (part: Column, normalise: (text: string) => string | undefined) => Captured | undefined;

/** Undefined when there is no code of a service. */
export function readProcedure(
  row: Row,
  list: LineList,
  isPriceVague: boolean,
  scope: Scope,
  place: (part: Column) => string,
  places: Places,
): ProcedureRead | undefined {
  const give = (part: Column, found: Found | undefined): Captured | undefined =>
    captured(found, place(part), places);
  const read: ReadPart = (part, normalise) => give(part, row.read(part, normalise));
  const cell = row.read('code', procedureCodeIn);
  const onCode = procedureIn(cell?.raw ?? '');
  const code = give('code', cell && onCode?.certain === false ? doubtful(cell) : cell);
  if (!cell || !code || procedureCode(code.value) === undefined) return undefined;
  const shownUnits = row.read('units', units);
  const one = list.unitsNotShown && !shownUnits ? doubtful({ ...cell, raw: '', value: '1' }) : undefined;
  const quantity = give('units', shownUnits ?? one);
  const price = row.read('unitPrice', money);
  // "Price" of one unit or of the line: the same only for one unit.
  const isDoubtful = isPriceVague && quantity?.value !== '1';
  const serviceDate = give('serviceDate', readDate('serviceDate', row, list, scope));
  const lastDate = give('serviceDateEnd', readDate('serviceDateEnd', row, list, scope));
  return {
    pointers: row.read('pointers', text),
    place: place('pointers'),
    line: {
      procedureCode: code,
      modifiers: readModifiers(row, cell, onCode?.modifiers ?? [], give),
      ...present({
        description: read('description', text),
        units: quantity,
        unitPrice: give('unitPrice', price && isDoubtful ? doubtful(price) : price),
        chargeAmount: read('chargeAmount', money),
        serviceDate,
        serviceDateEnd: lastDate?.value === serviceDate?.value ? undefined : lastDate,
        placeOfService: read('placeOfService', (raw) => placeOfService(raw, scope.words)),
      }),
      ...readDrug(read, scope.words),
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
  give: (part: Column, found: Found) => Captured | undefined,
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
  const giveAll = (part: Column, all: readonly Found[]): Captured[] =>
    all.flatMap((found) => give(part, differ ? doubtful(found) : found) ?? []);
  return [...giveAll('code', ofCode), ...giveAll('modifiers', ofBox)];
}

const drugUnit = spoken('drugUnit');

/** A code of zeros is none. */
function readDrug(read: ReadPart, words: Vocabulary): Pick<CapturedLine, 'drug'> {
  const code = read('drugCode', nationalDrugCode);
  if (!code || /^[0-]*$/.test(code.value)) return {};
  return {
    drug: {
      code,
      ...present({
        quantity: read('drugQuantity', units),
        unit: read('drugUnit', (raw) => drugUnit(raw, words)),
      }),
    },
  };
}

/** What is there of these. */
const present = <Parts extends object>(
  parts: Parts,
): { [Part in keyof Parts]?: Exclude<Parts[Part], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part)) as {
    [Part in keyof Parts]?: Exclude<Parts[Part], undefined>;
  };

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

const doubtful = (found: Found): Found => ({ ...found, confidence: Math.min(found.confidence, IN_DOUBT) });

/** As it stands. */
export const text = (raw: string): string | undefined => raw;
