/** What a month costs at the clearinghouse, from the claims that left in it: so far, and what would change it. */
import { type Cents, cents, type IsoDate, sumCents } from '../values/index.ts';
import type { FeeRule } from './rules.ts';

/** A claim as the clearinghouse counts it. */
export interface CountedClaim {
  readonly sentOn: IsoDate;
  /** Of the billing provider. */
  readonly taxId: string;
  /** Of the rendering provider, else of the billing provider. */
  readonly npi: string;
  /** Whether its payer takes part, by the clearinghouse's list. */
  readonly participation: 'par' | 'non-par' | 'not-known';
  /** It is printed and mailed. */
  readonly isPaper: boolean;
}

export interface Counts {
  readonly par: number;
  readonly nonPar: number;
  readonly notKnown: number;
}

export interface GroupOfMonth extends Counts {
  readonly taxId: string;
  readonly npi: string;
  /** Non-par claims of those whose payer is known, 0 to 1; null while there are none. */
  readonly share: number | null;
  /** `possible`: due or not, as the payers turn out of which nothing is known. */
  readonly isDue: 'due' | 'possible' | 'not-due';
  /** Days on which claims left, with all counted up to the end of each. */
  readonly days: readonly (Counts & { readonly date: IsoDate })[];
}

export interface FeesOfMonth {
  readonly groups: readonly GroupOfMonth[];
  /** What is due for certain. */
  readonly fee: Cents;
  /** With what may be due besides. */
  readonly feeAtMost: Cents;
  readonly paperClaims: number;
  readonly paperCost: Cents;
}

/** `claims`: those that left in the month, in any order. */
export function feesOfMonth(claims: readonly CountedClaim[], rule: FeeRule): FeesOfMonth {
  const byGroup = new Map<string, CountedClaim[]>();
  for (const claim of claims) {
    const key = `${claim.taxId} ${claim.npi}`;
    const some = byGroup.get(key) ?? [];
    some.push(claim);
    byGroup.set(key, some);
  }
  const groups = [...byGroup.values()].map((some) => groupOf(some, rule));
  const times = (count: number, amount: Cents) => cents(count * amount);
  const paperClaims = claims.filter(({ isPaper }) => isPaper).length;
  return {
    groups: groups.toSorted((one, other) => one.npi.localeCompare(other.npi)),
    fee: times(groups.filter(({ isDue }) => isDue === 'due').length, rule.amount),
    feeAtMost: times(groups.filter(({ isDue }) => isDue !== 'not-due').length, rule.amount),
    paperClaims,
    paperCost: times(paperClaims, rule.paperAmount),
  };
}

function groupOf(claims: readonly CountedClaim[], rule: FeeRule): GroupOfMonth {
  const [{ taxId, npi }] = claims as [CountedClaim];
  const counts = countOf(claims);
  const dates = [...new Set(claims.map(({ sentOn }) => sentOn))].sort();
  const known = counts.par + counts.nonPar;
  return {
    taxId,
    npi,
    ...counts,
    share: known === 0 ? null : counts.nonPar / known,
    isDue: dueOf(counts, rule),
    days: dates.map((date) => ({ date, ...countOf(claims.filter(({ sentOn }) => sentOn <= date)) })),
  };
}

function countOf(claims: readonly CountedClaim[]): Counts {
  const count = (wanted: CountedClaim['participation']) =>
    claims.filter(({ participation }) => participation === wanted).length;
  return { par: count('par'), nonPar: count('non-par'), notKnown: count('not-known') };
}

function dueOf({ par, nonPar, notKnown }: Counts, { threshold }: FeeRule): GroupOfMonth['isDue'] {
  const isReached = (count: number) => {
    if (count === 0) return false;
    return threshold === 'any' || count >= threshold * (par + nonPar + notKnown);
  };
  if (isReached(nonPar)) return 'due';
  return isReached(nonPar + notKnown) ? 'possible' : 'not-due';
}

/** What one more claim does to the month's costs, told before it is sent. */
export interface CostOfClaim {
  /** Added to the month, or taken from it where a par claim brings the share below the threshold; certain costs only. */
  readonly fee: Cents;
  readonly paper: Cents;
  readonly before: GroupOfMonth['isDue'];
  readonly after: GroupOfMonth['isDue'];
  /** Non-par claims of its provider in the month, with this one, and all of them. */
  readonly nonPar: number;
  readonly all: number;
}

/** `sent`: of the same month as the claim. */
export function costOfClaim(claim: CountedClaim, sent: readonly CountedClaim[], rule: FeeRule): CostOfClaim {
  const own = sent.filter(({ taxId, npi }) => taxId === claim.taxId && npi === claim.npi);
  const [before, after] = [countOf(own), countOf([...own, claim])];
  const [was, will] = [dueOf(before, rule), dueOf(after, rule)];
  const feeOf = (due: GroupOfMonth['isDue']) => (due === 'due' ? rule.amount : cents(0));
  return {
    fee: sumCents([feeOf(will), cents(0 - feeOf(was))]),
    paper: claim.isPaper ? rule.paperAmount : cents(0),
    before: was,
    after: will,
    nonPar: after.nonPar,
    all: after.par + after.nonPar + after.notKnown,
  };
}

/** So many more non-par claims alone would make the fee due; null where it is due already or can not become so. */
export function claimsUntilDue(group: Counts, rule: FeeRule): number | null {
  if (dueOf(group, rule) === 'due') return null;
  for (let more = 1; more <= group.par + group.notKnown + 1; more += 1)
    if (dueOf({ ...group, nonPar: group.nonPar + more }, rule) === 'due') return more;
  return null;
}
