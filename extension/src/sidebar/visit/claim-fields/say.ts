/** The values of a section as one line: what a biller has to see of it while it is closed. */
import { type ClaimDraft, valueAt } from '@claimside/shared/claim';
import { FIELD_KINDS } from '../field-kinds.ts';
import { at } from './find.ts';
import type { ChoiceField, Choices, FieldOf, FieldSpec, SectionSpec } from './spec.ts';
import { lower } from './words.ts';

export interface Said {
  readonly path: string;
  readonly label: string;
  readonly text: string;
  /** What stands between it and the value before it. */
  readonly before: string;
}

/** Longer lists of values are cut; the fields themselves are one press away. */
const MOST_SAID = 6;

export function choicesOf(field: ChoiceField, draft: ClaimDraft, base: string): Choices {
  return typeof field.choices === 'function' ? field.choices(draft, base) : field.choices;
}

export function sayValues(section: SectionSpec, draft: ClaimDraft, base: string): readonly Said[] {
  const isAlone = section.fields.length === 1;
  const said = section.fields.flatMap((field): Said[] => {
    const path = at(base, field.path);
    const value = valueAt(draft, path);
    if (isMissing(value) || isUsual(section, field.path, value)) return [];
    const text = sayValue(field, value, draft, base);
    if (text === '') return [];
    const named = isAlone || !NEEDS_ITS_NAME.has(field.kind) ? text : `${lower(field.label)} ${text}`;
    return [{ path, label: field.label, text: named, before: field.before ?? ' · ' }];
  });
  return said.slice(0, MOST_SAID);
}

/** An amount, a date or a number alone would not say what it is. */
const NEEDS_ITS_NAME = new Set<FieldSpec['kind']>(['date', 'money', 'signed-money', 'number', 'yes-no']);

function sayValue(field: FieldSpec, value: unknown, draft: ClaimDraft, base: string): string {
  switch (field.kind) {
    case 'choice':
      return wordsFor(choicesOf(field, draft, base), value);
    case 'choices':
      return (Array.isArray(value) ? value : []).map((one) => wordsFor(field.choices, one)).join(', ');
    case 'flag':
      return field.label;
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'texts':
      return Array.isArray(value) ? value.join(', ') : '';
    case 'state':
      return String(value);
    case 'list':
      return (Array.isArray(value) ? value : [])
        .map((_, row) => sayRow(field, draft, `${at(base, field.path)}.${row}`))
        .filter(Boolean)
        .join('; ');
    case 'payer':
    case 'provider':
    case 'relationship':
    case 'place':
    case 'visit-date':
      return '';
    default:
      return FIELD_KINDS[field.kind].show(value);
  }
}

/** Enough of a row to know it by. */
export function sayRow({ fields, knownBy }: FieldOf<'list'>, draft: ClaimDraft, row: string): string {
  const isSaid = (field: FieldSpec) =>
    knownBy?.includes(field.path) ?? (field.kind !== 'list' && !field.isRare);
  const said = fields.filter(isSaid).flatMap((field) => {
    const value = valueAt(draft, at(row, field.path));
    return isMissing(value) ? [] : sayValue(field, value, draft, row) || [];
  });
  return said.slice(0, 3).join(' ');
}

function wordsFor(choices: Choices, value: unknown): string {
  const code = String(value);
  return choices[code] || code;
}

export const isMissing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A value that every claim has. */
export const isUsual = (section: SectionSpec, path: string, value: unknown): boolean =>
  section.usual !== undefined && section.usual[path] === value;
