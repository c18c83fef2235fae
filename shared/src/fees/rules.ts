/** What the clearinghouse asks for claims to payers that take no part in its network, and for paper: by the day, as published. */
import { type Cents, cents, type IsoDate } from '../values/index.ts';

export interface FeeRule {
  /** The first month for which it holds begins on this day or after it. */
  readonly from: IsoDate;
  /** The share of non-par claims of a month from which the fee is due; `any`: one claim is enough. */
  readonly threshold: number | 'any';
  /** For a month, for each Tax ID with a rendering (else billing) NPI. */
  readonly amount: Cents;
  /** For each claim that is printed and mailed. */
  readonly paperAmount: Cents;
}

/** Office Ally has published two readings of its rule: which of them holds, a practice sees on its own invoice. */
export type FeeReading = 'half' | 'any';

/** What a reading is called and means, with the share from which the practice is charged by it. */
export function wordsOfReading(
  reading: FeeReading,
  share: number,
): { readonly title: string; readonly explanation: string } {
  const counted = 'counted for each Tax ID with a rendering (else billing) provider.';
  if (reading === 'any')
    return {
      title: 'Any claim',
      explanation: `A month costs the fee as soon as one claim goes to a payer that takes no part, ${counted}`,
    };
  const part = share === 0.5 ? 'half' : `${Math.round(share * 1_000) / 10} %`;
  return {
    title: share === 0.5 ? 'Half of the claims or more' : `${part} of the claims or more`,
    explanation: `A month costs the fee when ${part} of its claims or more go to payers that take no part, ${counted}`,
  };
}

const day = (text: string) => text as IsoDate;
const PAPER = cents(45);

/**
 * Since the count goes by Tax ID and NPI. The day of the last amount was never published: the one here is ours, and any of it may
 * be changed by the practice.
 */
export const PUBLISHED_FEES: readonly FeeRule[] = [
  { from: day('2019-02-01'), threshold: 0.5, amount: cents(3_500), paperAmount: PAPER },
  { from: day('2023-01-01'), threshold: 0.5, amount: cents(3_995), paperAmount: PAPER },
];

/** The same amounts under a reading: that of a share keeps the share that a rule names, half where it names none. */
export function rulesByReading(rules: readonly FeeRule[], reading: FeeReading): FeeRule[] {
  return rules.map((rule) => ({ ...rule, threshold: reading === 'any' ? 'any' : shareOf(rule) }));
}

/** From which the fee is due by the reading of a share. */
export const shareOf = ({ threshold }: FeeRule): number => (threshold === 'any' ? 0.5 : threshold);

/** The rule of a month (`2026-11`); undefined before the first. */
export function ruleOfMonth(rules: readonly FeeRule[], month: string): FeeRule | undefined {
  return rules
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .findLast(({ from }) => from <= `${month}-01`);
}
