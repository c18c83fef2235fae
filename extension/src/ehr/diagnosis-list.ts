/** Reads the diagnoses where a recipe says that they stand, in the order of the claim. */
import type { CapturedDiagnosis, CaptureNote } from '@claimside/shared/capture';
import type { Column, DiagnosisList } from '@claimside/shared/recipe';
import { captured } from './captured.ts';
import { diagnosisCodeIn } from './normalise/codes.ts';
import type { Places } from './places.ts';
import type { DiagnosisOrder } from './pointers.ts';
import { text } from './procedure.ts';
import { freeRows } from './rows.ts';
import type { Scope } from './scope.ts';
import { say } from './sentences.ts';

export interface DiagnosesRead extends DiagnosisOrder {
  readonly notes: readonly CaptureNote[];
}

/** Rows without any text are passed over, but keep their place: pointers count them. */
export function readDiagnosisList(
  scope: Scope,
  list: DiagnosisList,
  name: string,
  places: Places,
): DiagnosesRead {
  const diagnoses: CapturedDiagnosis[] = [];
  const order: (string | undefined)[] = [];
  const notes: CaptureNote[] = [];
  for (const [index, row] of freeRows(scope, list.rows, list.parts, list.confidence).entries()) {
    const place = (part: Column): string => `${name}, diagnosis ${index + 1}, ${scope.words.parts[part]}`;
    const code = captured(row.read('code', diagnosisCodeIn), place('code'), places);
    const readable = code && diagnosisCodeIn(code.value) !== undefined ? code : undefined;
    order.push(readable?.value);
    if (!readable && (code || 'state' in list.rows)) {
      const message = say(scope.words.sentences.noDiagnosisCode, index + 1);
      notes.push({ code: 'row-left-out', message, placeId: places.idOf(row.element) });
    }
    if (!readable || diagnoses.some((known) => known.code.value === readable.value)) continue;
    const description = captured(row.read('description', text), place('description'), places);
    diagnoses.push({ code: readable, ...(description && { description }) });
  }
  const last = order.findLastIndex((code) => code !== undefined);
  const used = order.slice(0, last + 1);
  return { diagnoses, order: used, orderIsWhole: !used.includes(undefined) || isNumbered(list), notes };
}

/** Numbered fields keep their places, the empty ones among them. */
const isNumbered = ({ rows }: DiagnosisList): boolean => 'from' in rows;
