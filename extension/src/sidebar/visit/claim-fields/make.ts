/** Short ways to describe the usual fields, so that a section reads as a table. */
import type {
  ChoiceField,
  Choices,
  ChoicesField,
  FieldSpec,
  ListField,
  PlainField,
  TypedField,
  TypedKind,
} from './spec.ts';

type More<Field> = Partial<Omit<Field, 'path' | 'label' | 'kind'>>;

const typed =
  (kind: TypedKind, usual: More<TypedField> = {}) =>
  (path: string, label: string, more: More<TypedField> = {}): TypedField => ({
    path,
    label,
    kind,
    ...usual,
    ...more,
  });

export const text = typed('text');
export const code = typed('code', { width: 'half' });
export const digits = typed('digits', { width: 'half' });
export const date = typed('date', { width: 'half' });
export const money = typed('money', { width: 'half' });
export const signedMoney = typed('signed-money', { width: 'half' });
export const number = typed('number', { width: 'half' });
export const codes = typed('codes');
export const modifiers = typed('modifiers', { width: 'half' });

const plain =
  (kind: PlainField['kind'], usual: More<PlainField> = {}) =>
  (path: string, label: string, more: More<PlainField> = {}): PlainField => ({
    path,
    label,
    kind,
    ...usual,
    ...more,
  });

export const flag = plain('flag');
export const yesNo = plain('yes-no', { width: 'half' });
export const texts = plain('texts');
export const state = plain('state', { width: 'half' });

export function choice(
  path: string,
  label: string,
  choices: ChoiceField['choices'],
  more: Partial<ChoiceField> = {},
): ChoiceField {
  return { path, label, kind: 'choice', choices, width: 'half', ...more };
}

export function choices(
  path: string,
  label: string,
  from: Choices,
  more: Partial<ChoicesField> = {},
): ChoicesField {
  return { path, label, kind: 'choices', choices: from, ...more };
}

export function list(
  path: string,
  label: string,
  of: Pick<ListField, 'item' | 'most' | 'fields'> & Partial<ListField>,
): ListField {
  return { path, label, kind: 'list', ...of };
}

/** The same fields below another place. */
export function under(place: string, fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.map((field) => ({
    ...field,
    path: `${place}.${field.path}`,
    ...(field.onlyWith === undefined ? {} : { onlyWith: `${place}.${field.onlyWith}` }),
  }));
}

/** The same fields, one more step away. */
export function rare(fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.map((field) => ({ ...field, isRare: true }));
}
