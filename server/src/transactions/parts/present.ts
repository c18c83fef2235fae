/** Leaves out what is undefined: a model that is written says nothing instead. */
import type { Cents, IsoDate } from '@claimside/shared/values';
import { isFields } from '../guide/fields.ts';

export type Present<T> = T extends Cents | IsoDate | string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Present<Item>[]
    : { readonly [Key in keyof T]: Present<Exclude<T[Key], undefined>> };

/** A copy of plain data without properties that are undefined, at any depth. */
export function present<Value>(value: Value): Present<Value> {
  return copy(value) as Present<Value>;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, copy(each)]])),
  );
}
