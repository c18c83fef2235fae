/** What letters about a claim have in common. */
import type { PracticeSettings } from '../api/practice.ts';
import type { Claim } from '../claim/index.ts';
import type { ClaimMoney } from '../lifecycle/index.ts';
import type { IsoDate } from '../values/index.ts';

export interface LetterParts {
  readonly claim: Claim;
  readonly money: ClaimMoney;
  /** Null where the practice's own data did not come. */
  readonly practice: PracticeSettings | null;
  readonly today: IsoDate;
}

export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
}

export function sender(practice: PracticeSettings | null): string[] {
  if (!practice) return [];
  return [practice.name, ...addressLines(practice.address ?? practice.billingProvider.address)];
}

export function addressLines({ line1, line2, city, state, postalCode }: PostalAddress): string[] {
  const region = [state, postalCode && zipOf(postalCode)].filter(Boolean).join(' ');
  return [line1, line2 ?? '', [city, region].filter(Boolean).join(', ')].filter(Boolean);
}

/** `62704-0001` of nine digits. */
const zipOf = (code: string): string => code.replace(/^(\d{5})(\d{4})$/, '$1-$2');

export const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

/** One day, or from the first to the last. */
export function serviceDatesOf({ serviceLines }: Pick<Claim, 'serviceLines'>): string {
  const days = serviceLines
    .flatMap(({ serviceDate, serviceDateEnd }) => [serviceDate, serviceDateEnd ?? serviceDate])
    .sort();
  const [first = ''] = days;
  const last = days.at(-1) ?? '';
  return first === last ? first : `${first} to ${last}`;
}
