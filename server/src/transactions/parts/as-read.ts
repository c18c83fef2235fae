/** A model as a reader gives it: what the guide knows as one of few codes may be any text in a file. */
import type { Cents, IsoDate } from '@claimside/shared/values';
import type { Leftover } from '../guide/leftovers.ts';

export type AsRead<T> = T extends Cents | IsoDate | number | boolean
  ? T
  : T extends string
    ? string
    : T extends readonly Leftover[]
      ? T
      : T extends readonly (infer Item)[]
        ? readonly AsRead<Item>[]
        : { readonly [Key in keyof T]: AsRead<Exclude<T[Key], undefined>> };
