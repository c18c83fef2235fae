/** What a month costs the practice at its main clearinghouse, from the claims that left by it. */
import type { MonthOfFees } from '@claimside/shared/api';
import { claimsUntilDue, type FeeRule, feesOfMonth } from '@claimside/shared/fees';
import { cents, type IsoDate } from '@claimside/shared/values';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { nameOfProvider } from '../practice/index.ts';
import { listSentClaims } from '../store/office-fees.ts';
import { getPractice } from '../store/practices.ts';
import type { Scope } from '../store/store.ts';
import { countableOf, countedClaims, instantsOf } from './counted.ts';
import { chargedMode, feeSettingsOf, ruleFor, toAmounts } from './settings.ts';

/** Null for a practice whose main clearinghouse does not charge so. `month`: `2026-11`, by the clock of the practice. */
export async function monthOfFees(
  scope: Scope,
  month: string,
  timeZone: string,
): Promise<MonthOfFees | null> {
  const mode = await chargedMode(scope);
  if (mode === null) return null;
  const settings = await feeSettingsOf(scope);
  const { settings: practice } = await getPractice(scope);
  const sent = await listSentClaims(scope, MAIN_CONNECTION, mode, instantsOf(month, timeZone));
  const counted = await countedClaims(
    scope,
    practice,
    sent.map(({ claim, sentAt }) => countableOf(claim, sentAt)),
    timeZone,
  );
  const [rule, ruleOfAny] = [ruleFor(settings, month, 'half'), ruleFor(settings, month, 'any')];
  const half = feesOfMonth(counted.claims, rule ?? FREE);
  const any = feesOfMonth(counted.claims, ruleOfAny ?? FREE);
  return {
    month,
    timeZone,
    mode,
    isListKnown: counted.isListKnown,
    settings,
    amounts: rule ? toAmounts(rule) : null,
    readings: { half: totalsOf(half), any: totalsOf(any) },
    groups: half.groups.map(({ isDue, days, ...group }, index) => ({
      ...group,
      name: nameOfProvider(practice, group.npi),
      isDue: { half: isDue, any: any.groups[index]?.isDue ?? isDue },
      untilDue: rule ? claimsUntilDue(group, rule) : null,
      days: [...days],
    })),
    paperClaims: half.paperClaims,
    paperCost: half.paperCost,
  };
}

/** What holds while no amounts do. */
const FREE: FeeRule = {
  from: '2000-01-01' as IsoDate,
  threshold: 'any',
  amount: cents(0),
  paperAmount: cents(0),
};

const totalsOf = ({ fee, feeAtMost }: MonthOfFees['readings']['half']) => ({ fee, feeAtMost });
