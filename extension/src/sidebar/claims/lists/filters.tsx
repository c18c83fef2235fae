/** Narrows a list: whose claims, which payer, how much is at stake, how soon. */
import type { Assignee } from '@claimside/shared/api';
import { addDays, type IsoDate, parseMoney } from '@claimside/shared/values';
import type { ClaimFilters } from '../../../ui/server/index.ts';
import { useAssignees, usePractice } from '../../../ui/server/index.ts';

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
  const isTyped = choice.least.trim() !== '';
  const set = (part: Partial<FilterChoice>) => onChange({ ...choice, ...part });
  const chosen = Object.values(choice).filter((value) => value.trim() !== '').length;
  return (
    <details class="filters">
      <summary>Filter{chosen > 0 ? ` (${chosen} on)` : ''}</summary>
      <div class="filter-fields">
        <Choose label="Whose" value={choice.whose} onChoose={(whose) => set({ whose })}>
          {[['', 'Anyone’s'], ['mine', 'Mine'], ['nobody', 'Nobody’s'], ...people.map(nameOf)]}
        </Choose>
        <Choose label="Payer" value={choice.payer} onChoose={(payer) => set({ payer })}>
          {[['', 'Any payer'], ...payers.map(({ name }) => [name, name] as const)]}
        </Choose>
        <label class="field">
          At least
          <input
            class="input"
            inputMode="decimal"
            placeholder="$0.00"
            autocomplete="off"
            aria-invalid={isTyped && parseMoney(choice.least) === undefined ? 'true' : undefined}
            value={choice.least}
            onInput={(event) => set({ least: event.currentTarget.value })}
          />
        </label>
        {props.hasDeadlines && (
          <Choose label="Due within" value={choice.within} onChoose={(within) => set({ within })}>
            {[['', 'Any time'], ...DAYS.map((days) => [days, `${days} days`] as const)]}
          </Choose>
        )}
        {chosen > 0 && (
          <button type="button" class="button quiet" onClick={() => onChange(NO_FILTER)}>
            No filter
          </button>
        )}
      </div>
    </details>
  );
}

const nameOf = ({ id, name, isActive }: Assignee) => [id, isActive ? name : `${name} (unpaired)`] as const;

function Choose(props: {
  label: string;
  value: string;
  children: readonly (readonly [string, string] | string[])[];
  onChoose(value: string): void;
}) {
  return (
    <label class="field">
      {props.label}
      <select
        class="input"
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        {props.children.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
