/** What a practice's visits are, as benefits are told of: asked for where a visit's codes are not known, or share no kind. */
import type { PracticeSettings } from '../api/index.ts';
import { OFFICE_VISIT } from './service-of-visit.ts';

/** By the beginnings of taxonomy codes (NUCC), as payers name the kinds of services. */
const KINDS: readonly (readonly [beginning: string, serviceType: string])[] = [
  ['111N', '33'],
  ['2251', 'PT'],
  ['2252', 'PT'],
  ['225X', 'AD'],
  ['224Z', 'AD'],
  ['235Z', 'AF'],
  ['1711', '64'],
  ['101Y', 'MH'],
  ['1041', 'MH'],
  ['103', 'MH'],
  ['106', 'MH'],
  ['2084P', 'MH'],
];

/** What an admin may choose in place of what the taxonomy codes tell. */
export const VISIT_SERVICES = ['98', '33', 'PT', 'AD', 'AF', 'MH', '64'] as const;

type OfPractice = Pick<PracticeSettings, 'visitServiceType' | 'billingProvider' | 'providers'>;

/** As the practice says; else by the provider of the visit, by what all its providers are, or by what it bills as. */
export function usualServiceType(practice: OfPractice | null | undefined, ofVisit?: string): string {
  if (!practice) return OFFICE_VISIT;
  const { visitServiceType, billingProvider, providers } = practice;
  const kinds = new Set(providers.flatMap(({ taxonomy }) => (taxonomy ? [kindOf(taxonomy)] : [])));
  const [shared] = kinds.size === 1 ? kinds : [];
  return (
    visitServiceType ??
    (ofVisit === undefined ? shared : (kindOf(ofVisit) ?? OFFICE_VISIT)) ??
    (kinds.size > 1 ? undefined : kindOf(billingProvider.taxonomy ?? '')) ??
    OFFICE_VISIT
  );
}

const kindOf = (taxonomy: string): string | undefined =>
  KINDS.find(([beginning]) => taxonomy.startsWith(beginning))?.[1];
