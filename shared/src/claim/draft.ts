/** A claim under way: the same shape with anything missing and no value trusted yet. */
import { type Cents, type IsoDate, sumCents } from '../values/index.ts';
import type { Claim } from './claim.ts';

/** Every property optional at any depth; text is any text, so that a wrong value can be shown and corrected. */
export type Draft<T> = T extends Cents
  ? Cents
  : T extends IsoDate | string
    ? string
    : T extends number | boolean
      ? T
      : T extends readonly (infer Item)[]
        ? Draft<Item>[]
        : { [Key in keyof T]?: Draft<T[Key]> | undefined };

export type ClaimDraft = Draft<Claim>;

/** Sum of the charges known so far. */
export function draftTotalCharge(draft: Pick<ClaimDraft, 'serviceLines'>): Cents {
  return sumCents((draft.serviceLines ?? []).flatMap((line) => line.chargeAmount ?? []));
}
