/** Ways of looking at the lists of claims that a practice gave a name: for all its browsers, and without anybody's name in them. */
import { z } from 'zod';
import { textField } from '../claim/index.ts';
import { CLAIM_LISTS, ClaimSearch } from './claims.ts';

/** As `ClaimSearch`, without what was searched for, and with days from now in place of a date. */
export const KeptFilter = z.strictObject({
  list: z.enum(CLAIM_LISTS),
  ...ClaimSearch.pick({
    assignee: true,
    payerName: true,
    renderingNpi: true,
    location: true,
    minimumAmount: true,
    why: true,
  }).shape,
  /** What has to be done within so many days. */
  withinDays: z.number().int().min(1).max(366).optional(),
});
export type KeptFilter = z.infer<typeof KeptFilter>;

/** Under a name that is there it takes the place of what that was. */
export const FilterToSave = z.strictObject({ name: textField(40), filter: KeptFilter });
export type FilterToSave = z.infer<typeof FilterToSave>;

/** In the order of their names. */
export const SavedFilters = z.array(z.object({ id: z.string(), name: z.string(), filter: KeptFilter }));
export type SavedFilters = z.infer<typeof SavedFilters>;

/** Nobody chooses from more. */
export const MOST_SAVED_FILTERS = 50;
