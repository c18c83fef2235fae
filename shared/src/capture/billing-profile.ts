/** Under whom a claim is billed: the most particular of the practice's billing profiles that fits it, else the usual billing provider. */
import type { BillingProfile, PracticeLocation, PracticeSettings } from '../api/index.ts';
import { type ClaimDraft, locationKey } from '../claim/index.ts';

type Who = Pick<PracticeSettings, 'billingProvider' | 'billingProfiles' | 'locations'>;

export interface BilledAs {
  readonly billingProvider: PracticeSettings['billingProvider'];
  /** Undefined for the usual one. */
  readonly profile?: BillingProfile;
}

/** Of two that fit alike, the first in the practice's list. */
export function billedAs(practice: Who, draft: ClaimDraft): BilledAs {
  let best: BillingProfile | undefined;
  for (const profile of practice.billingProfiles ?? [])
    if (fits(profile, practice, draft) && particularity(profile) > particularity(best)) best = profile;
  return best
    ? { billingProvider: best.billingProvider, profile: best }
    : { billingProvider: practice.billingProvider };
}

/** Everybody under whom the practice bills, the usual one first. */
export function billingProvidersOf({
  billingProvider,
  billingProfiles = [],
}: Pick<PracticeSettings, 'billingProvider' | 'billingProfiles'>): PracticeSettings['billingProvider'][] {
  return [billingProvider, ...billingProfiles.map((profile) => profile.billingProvider)];
}

const particularity = (profile: BillingProfile | undefined): number =>
  profile === undefined
    ? 0
    : [profile.payerIds, profile.locations, profile.renderingNpis].filter(({ length }) => length > 0).length;

function fits(
  { payerIds, locations, renderingNpis }: BillingProfile,
  practice: Who,
  { coverage, renderingProvider, ...draft }: ClaimDraft,
): boolean {
  return (
    holds(payerIds, coverage?.payerId) &&
    holds(renderingNpis, renderingProvider?.npi) &&
    holds(locations, locationOf(practice.locations, draft)?.name)
  );
}

const holds = (list: readonly string[], value: string | undefined): boolean =>
  list.length === 0 || (value !== undefined && list.includes(value));

/** The only one of the practice's that the claim may be of. */
export function locationOf(
  locations: readonly PracticeLocation[],
  { serviceFacility, placeOfService }: Pick<ClaimDraft, 'serviceFacility' | 'placeOfService'>,
): PracticeLocation | undefined {
  const { name, npi } = serviceFacility ?? {};
  if (placeOfService === undefined || (serviceFacility && name === undefined)) return undefined;
  const key = locationKey({ placeOfService, ...(name !== undefined && { serviceFacility: { name, npi } }) });
  const there = locations.filter((location) => locationKey(location) === key);
  return there.length === 1 ? there[0] : undefined;
}
