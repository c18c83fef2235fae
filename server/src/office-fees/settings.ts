/** By which amounts and which reading the practice is charged, and whether its clearinghouse charges so at all. */
import type { FeeAmounts, FeeSettings } from '@claimside/shared/api';
import {
  type FeeReading,
  type FeeRule,
  PUBLISHED_FEES,
  ruleOfMonth,
  rulesByReading,
  shareOf,
} from '@claimside/shared/fees';
import { cents, type IsoDate } from '@claimside/shared/values';
import { MAIN_CONNECTION, type Mode } from '../clearinghouse/index.ts';
import { findConnection } from '../store/connections.ts';
import { findFeeSettings } from '../store/office-fees.ts';
import type { Scope } from '../store/store.ts';

/** Office Ally, and what stands in for it. Other clearinghouses have rules of their own. */
const CHARGES_SO: readonly string[] = ['office-ally', 'sandbox'];

/** In which mode the main connection sends; null where there is none, or its clearinghouse charges otherwise. */
export async function chargedMode(scope: Scope): Promise<Mode | null> {
  const settings = (await findConnection(scope, MAIN_CONNECTION))?.settings;
  return settings && CHARGES_SO.includes(settings.profileId) ? settings.mode : null;
}

/** The practice's own, else what was published. */
export async function feeSettingsOf(scope: Scope): Promise<FeeSettings> {
  const own = await findFeeSettings(scope);
  return own ?? { reading: null, amounts: PUBLISHED_FEES.map(toAmounts) };
}

/** The rule of a month (`2026-11`) under a reading; undefined before the first. */
export function ruleFor({ amounts }: FeeSettings, month: string, reading: FeeReading): FeeRule | undefined {
  const rules = amounts.map(({ from, amount, paperAmount, threshold }) => ({
    from: from as IsoDate,
    threshold,
    amount: cents(amount),
    paperAmount: cents(paperAmount),
  }));
  return ruleOfMonth(rulesByReading(rules, reading), month);
}

export const toAmounts = (rule: FeeRule): FeeAmounts => ({ ...rule, threshold: shareOf(rule) });
