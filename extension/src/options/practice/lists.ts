/** The lists of the practice's data: how an item is found again, and what a change of it does to billing profiles that name it. */
import type {
  BillingProfile,
  PracticeLocation,
  PracticePayer,
  PracticeProvider,
  PracticeSettings,
} from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import type { Refusal } from '../form/refusals.ts';
import { providerName } from './parts.ts';

export interface ListOf<Item> {
  of(practice: PracticeSettings): readonly Item[];
  with(practice: PracticeSettings, items: Item[]): PracticeSettings;
  /** No two have the same. */
  key(item: Item): string;
  /** Where the form has that. */
  readonly keyField: string;
  /** By what billing profiles name it. */
  readonly named?: { readonly by: 'payerIds' | 'locations' | 'renderingNpis'; as(item: Item): string };
}

export const PROVIDERS: ListOf<PracticeProvider> = {
  of: ({ providers }) => providers,
  with: (practice, providers) => ({ ...practice, providers }),
  keyField: 'npi',
  key: (provider) => provider.npi ?? providerName(provider),
  named: { by: 'renderingNpis', as: ({ npi = '' }) => npi },
};

export const LOCATIONS: ListOf<PracticeLocation> = {
  of: ({ locations }) => locations,
  with: (practice, locations) => ({ ...practice, locations }),
  keyField: 'name',
  key: ({ name }) => name.toLowerCase(),
  named: { by: 'locations', as: ({ name }) => name },
};

export const PAYERS: ListOf<PracticePayer> = {
  of: ({ payers }) => payers,
  with: (practice, payers) => ({ ...practice, payers }),
  keyField: 'payerId',
  key: ({ payerId, name }) => `${payerId} ${name.toLowerCase()}`,
  named: { by: 'payerIds', as: ({ payerId }) => payerId },
};

export const PROFILES: ListOf<BillingProfile> = {
  of: ({ billingProfiles = [] }) => billingProfiles,
  with: (practice, billingProfiles) => ({ ...practice, billingProfiles }),
  keyField: 'profile',
  key: ({ name }) => name.toLowerCase(),
};

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Puts `after` in place of `before`, in the practice as it is now. Without `before` it is new, without `after` it is removed. */
export function putItem<Item>(
  practice: PracticeSettings,
  list: ListOf<Item>,
  before: Item | undefined,
  after: Item | undefined,
): Result<PracticeSettings, Refusal<Item>> {
  const items = list.of(practice);
  const place = before === undefined ? -1 : items.findIndex((item) => isSame(item, before));
  if (before !== undefined && place < 0)
    return err({ kind: 'changed', now: items.find((item) => list.key(item) === list.key(before)) });
  const others = items.filter((_, index) => index !== place);
  if (after !== undefined && others.some((item) => list.key(item) === list.key(after)))
    return err({ kind: 'taken' });
  const changed = list.with(
    practice,
    after === undefined ? others : place < 0 ? [...items, after] : items.with(place, after),
  );
  const { named } = list;
  if (!named || before === undefined || others.some((item) => named.as(item) === named.as(before)))
    return ok(changed);
  return followNames(changed, named.by, named.as(before), after === undefined ? undefined : named.as(after));
}

/** Profiles follow a new name, and hold on to what they are for. */
function followNames<Item>(
  practice: PracticeSettings,
  by: 'payerIds' | 'locations' | 'renderingNpis',
  from: string,
  to: string | undefined,
): Result<PracticeSettings, Refusal<Item>> {
  const using = practice.billingProfiles?.filter((profile) => profile[by].includes(from)) ?? [];
  const [first] = using;
  if (!first || from === to) return ok(practice);
  if (to === undefined) return err({ kind: 'used', by: first.name });
  const billingProfiles = practice.billingProfiles?.map((profile) => ({
    ...profile,
    [by]: profile[by].map((name) => (name === from ? to : name)),
  }));
  return ok({ ...practice, ...(billingProfiles && { billingProfiles }) });
}
