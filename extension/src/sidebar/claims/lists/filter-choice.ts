/** What a list is narrowed to, as chosen and typed, as asked of the server, and as kept under a name. */
import { type ClaimListName, type KeptFilter, MOST_CLAIMS } from '@claimside/shared/api';
import { addDays, cents, type IsoDate, parseMoney } from '@claimside/shared/values';
import { WORK_REASONS, type WorkReason } from '@claimside/shared/worklists';
import type { ClaimFilters } from '../../../ui/server/index.ts';
import { amountText } from '../../typed.ts';

/** As an address asks for it: nothing of a patient. */
export interface ClaimsWanted {
  readonly list: ClaimListName;
  /** By its name. */
  readonly payer?: string | undefined;
  /** The NPI of who treated. */
  readonly provider?: string | undefined;
  /** On lists with deadlines: due in so many days, or past. */
  readonly within?: string | undefined;
  /** For this reason alone. */
  readonly why?: WorkReason | undefined;
}

/** As chosen and typed; empty lets everything through. */
export interface FilterChoice {
  readonly whose: string;
  readonly payer: string;
  readonly provider: string;
  readonly location: string;
  readonly least: string;
  readonly within: string;
  readonly why: string;
}

export const NO_FILTER: FilterChoice = {
  whose: '',
  payer: '',
  provider: '',
  location: '',
  least: '',
  within: '',
  why: '',
};

export const choiceOfWanted = (wanted: ClaimsWanted | undefined): FilterChoice => ({
  ...NO_FILTER,
  payer: wanted?.payer ?? '',
  provider: wanted?.provider ?? '',
  within: wanted?.within ?? '',
  why: wanted?.why ?? '',
});

/** How many parts narrow the list. */
export const chosenIn = (choice: FilterChoice): number =>
  Object.values(choice).filter((value) => value.trim() !== '').length;

/** What is asked of the server; what can't be read as an amount lets everything through. */
export function filtersOf(choice: FilterChoice, today: IsoDate): ClaimFilters {
  const { withinDays, ...filters } = parts(choice);
  return {
    ...filters,
    // So many are gone through at once.
    ...(filters.why === 'capitated' && { limit: MOST_CLAIMS }),
    ...(withinDays !== undefined && { deadlineBy: addDays(today, withinDays) }),
  };
}

export const keptOf = (list: ClaimListName, choice: FilterChoice): KeptFilter => ({ list, ...parts(choice) });

export const choiceOf = (kept: KeptFilter): FilterChoice => ({
  whose: kept.assignee ?? '',
  payer: kept.payerName ?? '',
  provider: kept.renderingNpi ?? '',
  location: kept.location ?? '',
  least: kept.minimumAmount === undefined ? '' : amountText(cents(kept.minimumAmount)),
  within: kept.withinDays === undefined ? '' : String(kept.withinDays),
  why: kept.why ?? '',
});

function parts(choice: FilterChoice): Omit<KeptFilter, 'list'> {
  const why = WORK_REASONS.find((each) => each === choice.why);
  const least = choice.least.trim() === '' ? undefined : parseMoney(choice.least);
  return {
    ...(choice.whose !== '' && { assignee: choice.whose }),
    ...(choice.payer !== '' && { payerName: choice.payer }),
    ...(choice.provider !== '' && { renderingNpi: choice.provider }),
    ...(choice.location !== '' && { location: choice.location }),
    ...(least !== undefined && least > 0 && { minimumAmount: least }),
    ...(why !== undefined && { why }),
    ...(choice.within !== '' && { withinDays: Number(choice.within) }),
  };
}
