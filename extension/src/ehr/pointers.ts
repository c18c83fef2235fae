/** What a line points at: diagnosis codes, or letters and numbers as places in the list of diagnoses. */
import { type Captured, type CapturedDiagnosis, IN_DOUBT } from '@claimside/shared/capture';
import type { LineList } from '@claimside/shared/recipe';
import { CERTAIN, captured, type Found } from './captured.ts';
import { diagnosisCode } from './normalise/codes.ts';
import { regExpOf } from './patterns.ts';
import type { Places } from './places.ts';

export interface DiagnosisOrder {
  readonly diagnoses: readonly CapturedDiagnosis[];
  /** The code at each place that a letter or number can name; undefined where none can be told. */
  readonly order: readonly (string | undefined)[];
  /** False when an entry without a readable code, or a second list, leaves the places behind it untold. */
  readonly orderIsWhole: boolean;
}

export const NO_DIAGNOSES: DiagnosisOrder = { diagnoses: [], order: [], orderIsWhole: true };

/** Pointers as codes of this visit's diagnoses, in order; `missing` counts those that name none of them. */
export function resolvePointers(
  pointers: Found | undefined,
  recipe: LineList,
  { diagnoses, order }: DiagnosisOrder,
  place: string,
  places: Places,
): { codes: Captured[]; missing: number } {
  if (!pointers || !recipe.pointers) return { codes: [], missing: 0 };
  const named = namedBy(pointers.value, recipe.pointers, order);
  const known = named.filter((code) => code !== undefined && diagnoses.some((d) => d.code.value === code));
  const isDoubtful = recipe.pointers.as === 'positions' && isTwofold(pointers.value, order.length);
  const most = isDoubtful ? IN_DOUBT : (recipe.confidence ?? CERTAIN);
  const confidence = Math.min(pointers.confidence, most);
  const codes = [...new Set(known)].flatMap(
    (value) => captured({ ...pointers, value: value ?? '', confidence }, place, places) ?? [],
  );
  return { codes, missing: named.length - known.length };
}

/** The code that each part of the text names; undefined for one that names none. */
export function namedBy(
  raw: string,
  pointers: NonNullable<LineList['pointers']>,
  order: readonly (string | undefined)[],
): (string | undefined)[] {
  if (pointers.as === 'codes')
    return [...raw.matchAll(new RegExp(regExpOf(pointers.pattern), 'gi'))].map((match) =>
      diagnosisCode(match[1] ?? ''),
    );
  return pointerParts(raw)
    .flatMap((part) => (isSeveralDigits(part, order) ? [...part] : part))
    .map((part) => diagnosisCode(part) ?? order[position(part)]);
}

/** `12` where there is a twelfth diagnosis may as well be the first and the second. */
export const isTwofold = (raw: string, listed: number): boolean =>
  pointerParts(raw).some((part) => /^1[12]$/.test(part) && Number(part) <= listed);

/** `12` where there is no twelfth diagnosis: the first and the second. */
const isSeveralDigits = (part: string, order: readonly (string | undefined)[]): boolean =>
  /^[1-9]{2,4}$/.test(part) && Number(part) > order.length;

/** `ABC`, `A, B`, `1,2`, `M54.50 I10` in parts. */
export const pointerParts = (raw: string): string[] =>
  /^[A-L]{1,4}$/i.test(raw)
    ? [...raw]
    : raw.split(/[\s,;:/|]+/).filter((part) => part !== '' && !/^icd-?(?:9|10)$/i.test(part));

/** A letter or number as a place in the list of diagnoses, from 0; -1 for neither. */
const position = (part: string): number => (/^(?:[a-l1-9]|1[0-2])$/i.test(part) ? placeIn(part) : -1);

/** `1` or `a` as a place from 0; NaN for nothing. */
export const placeIn = (mark = ''): number => (Number(mark) || mark.charCodeAt(0) % 32) - 1;
