/** Narrows a list: whose claims, which payer, how much is at stake, how soon. */
import type { Assignee } from '@claimside/shared/api';
import { addDays, type IsoDate, parseMoney } from '@claimside/shared/values';
import { Button, Select, TextInput } from '../../../ui/parts/index.ts';
import { type ClaimFilters, useAssignees, usePractice } from '../../../ui/server/index.ts';

/** As chosen and typed. */
export interface FilterChoice {
  readonly whose: string;
  readonly payer: string;
  readonly least: string;
  readonly within: string;
}

export const NO_FILTER: FilterChoice = { whose: '', payer: '', least: '', within: '' };

/** What is asked of the server; what can't be read as an amount lets everything through. */
export function filtersOf(choice: FilterChoice, today: IsoDate): ClaimFilters {
  const least = choice.least.trim() === '' ? undefined : parseMoney(choice.least);
  return {
    ...(choice.whose !== '' && { assignee: choice.whose }),
    ...(choice.payer !== '' && { payerName: choice.payer }),
    ...(least !== undefined && least > 0 && { minimumAmount: least }),
    ...(choice.within !== '' && { deadlineBy: addDays(today, Number(choice.within)) }),
  };
}

const DAYS = ['7', '14', '30', '90'] as const;

export function Filters(props: {
  choice: FilterChoice;
  hasDeadlines: boolean;
  onChange(choice: FilterChoice): void;
}) {
  const { choice, onChange } = props;
  const people = useAssignees().data ?? [];
  const payers = usePractice().data?.payers ?? [];
  const isUnread = choice.least.trim() !== '' && parseMoney(choice.least) === undefined;
  const set = (part: Partial<FilterChoice>) => onChange({ ...choice, ...part });
  const chosen = Object.values(choice).filter((value) => value.trim() !== '').length;
  return (
    <details class="filters">
      <summary>Filter{chosen > 0 ? ` (${chosen} on)` : ''}</summary>
      <div class="filter-fields">
        <Select
          label="Whose"
          value={choice.whose}
          choices={[['', 'Anyone’s'], ['mine', 'Mine'], ['nobody', 'Nobody’s'], ...people.map(nameOf)]}
          onChoose={(whose) => set({ whose })}
        />
        <Select
          label="Payer"
          value={choice.payer}
          choices={[['', 'Any payer'], ...payers.map(({ name }) => [name, name] as const)]}
          onChoose={(payer) => set({ payer })}
        />
        <TextInput
          label="At least"
          mode="decimal"
          placeholder="$0.00"
          value={choice.least}
          problem={isUnread ? 'Write an amount such as 25.00.' : undefined}
          onType={(least) => set({ least })}
        />
        {props.hasDeadlines && (
          <Select
            label="Due within"
            value={choice.within}
            choices={[['', 'Any time'], ...DAYS.map((days) => [days, `${days} days`] as const)]}
            onChoose={(within) => set({ within })}
          />
        )}
        {chosen > 0 && (
          <Button kind="quiet" onClick={() => onChange(NO_FILTER)}>
            No filter
          </Button>
        )}
      </div>
    </details>
  );
}

const nameOf = ({ id, name, isActive }: Assignee) => [id, isActive ? name : `${name} (unpaired)`] as const;
