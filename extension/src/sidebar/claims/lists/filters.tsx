/** Narrows a list: whose claims, which payer, who treated and where, how much is at stake, how soon; or as it was kept under a name. */
import type { Assignee, ClaimListName, KeptFilter, PracticeSettings } from '@claimside/shared/api';
import { billingProvidersOf } from '@claimside/shared/capture';
import { billingName, locationKey } from '@claimside/shared/claim';
import { parseMoney } from '@claimside/shared/values';
import type { WorkReason } from '@claimside/shared/worklists';
import { Button, Select, TextInput, withChosen } from '../../../ui/parts/index.ts';
import { useAssignees, usePractice } from '../../../ui/server/index.ts';
import { focusSoon } from '../../focus-soon.ts';
import { chosenIn, type FilterChoice, NO_FILTER } from './filter-choice.ts';
import { SavedFilters } from './saved-filters.tsx';

const OPENER_ID = 'filter-opener';
/** What no list of its own holds. */
const WHAT_FOR: readonly (readonly [WorkReason, string])[] = [
  ['capitated', 'Capitation (CO 24)'],
  ['refused-before', 'Refused by a payer before'],
  ['patient-credit', 'The patient paid too much'],
];
const DAYS = ['7', '14', '30', '90'] as const;

export function Filters(props: {
  list: ClaimListName;
  choice: FilterChoice;
  hasDeadlines: boolean;
  /** In sight from the first. */
  isOpen: boolean;
  /** Whether amounts narrow it, and filters are kept for the practice. */
  seesMoney: boolean;
  onChange(choice: FilterChoice): void;
  /** One that was kept is looked at, which may be of another list. */
  onTake(kept: KeptFilter): void;
}) {
  const { choice, onChange } = props;
  const people = useAssignees().data ?? [];
  const practice = usePractice().data;
  const isUnread = choice.least.trim() !== '' && parseMoney(choice.least) === undefined;
  const set = (part: Partial<FilterChoice>) => onChange({ ...choice, ...part });
  const chosen = chosenIn(choice);
  return (
    <details class="filters" open={props.isOpen}>
      <summary id={OPENER_ID}>Filter{chosen > 0 ? ` (${chosen} on)` : ''}</summary>
      <div class="filter-fields">
        <Select
          label="Whose"
          value={choice.whose}
          choices={withChosen(choice.whose, [
            ['', 'Anyone’s'],
            ['mine', 'Mine'],
            ['nobody', 'Nobody’s'],
            ...people.map(nameOf),
          ])}
          onChoose={(whose) => set({ whose })}
        />
        <Select
          label="Payer"
          value={choice.payer}
          choices={withChosen(choice.payer, [
            ['', 'Any payer'],
            ...(practice?.payers ?? []).map(({ name }) => [name, name] as const),
          ])}
          onChoose={(payer) => set({ payer })}
        />
        <Select
          label="Provider"
          value={choice.provider}
          choices={withChosen(choice.provider, [['', 'Any provider'], ...providersOf(practice)])}
          onChoose={(provider) => set({ provider })}
        />
        <Select
          label="Location"
          value={choice.location}
          choices={withChosen(choice.location, [['', 'Any location'], ...locationsOf(practice)])}
          onChoose={(location) => set({ location })}
        />
        {props.seesMoney && (
          <TextInput
            label="At least"
            mode="decimal"
            placeholder="$0.00"
            value={choice.least}
            problem={isUnread ? 'Write an amount such as 25.00.' : undefined}
            onType={(least) => set({ least })}
          />
        )}
        {props.hasDeadlines && (
          <Select
            label="Due within"
            value={choice.within}
            choices={[['', 'Any time'], ...DAYS.map((days) => [days, `${days} days`] as const)]}
            onChoose={(within) => set({ within })}
          />
        )}
        {props.seesMoney && props.hasDeadlines && (
          <Select
            label="What for"
            value={choice.why}
            choices={[['', 'Anything'], ...WHAT_FOR]}
            onChoose={(why) => set({ why })}
          />
        )}
        {chosen > 0 && (
          <Button
            kind="quiet"
            onClick={() => {
              onChange(NO_FILTER);
              focusSoon(OPENER_ID);
            }}
          >
            No filter
          </Button>
        )}
      </div>
      {props.seesMoney && (
        <SavedFilters openerId={OPENER_ID} list={props.list} choice={choice} onTake={props.onTake} />
      )}
    </details>
  );
}

const nameOf = ({ id, name, isActive }: Assignee) => [id, isActive ? name : `${name} (unpaired)`] as const;

type Choices = readonly (readonly [string, string])[];

/** Those who treat, and those who bill for claims that name nobody else; each NPI once. */
function providersOf(practice: PracticeSettings | null | undefined): Choices {
  if (!practice) return [];
  const names = new Map(billingProvidersOf(practice).map((one) => [one.npi, billingName(one)]));
  for (const { npi: own, lastName, firstName, organizationName } of practice.providers)
    if (own !== undefined)
      names.set(own, organizationName ?? [lastName, firstName].filter(Boolean).join(', '));
  return [...names];
}

function locationsOf(practice: PracticeSettings | null | undefined): Choices {
  const names = new Map<string, string>();
  for (const location of practice?.locations ?? []) {
    const key = locationKey(location);
    const before = names.get(key);
    // On a claim those of the same place of service and facility are one.
    names.set(key, before === undefined ? location.name : `${before}, ${location.name}`);
  }
  return [...names];
}
