/** Filters that the practice kept under names: taken with one press, kept, and forgotten. */
import type { ClaimListName, FilterToSave, KeptFilter, SavedFilters as Saved } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button, IconButton, TextInput } from '../../../ui/parts/index.ts';
import { sentenceOf, useSavedFilters, useServer } from '../../../ui/server/index.ts';
import { focusSoon } from '../../focus-soon.ts';
import { chosenIn, type FilterChoice, keptOf } from './filter-choice.ts';
import { LISTS } from './lists.ts';

export function SavedFilters(props: {
  list: ClaimListName;
  choice: FilterChoice;
  onTake(kept: KeptFilter): void;
  /** Has the focus once a filter is forgotten. */
  openerId: string;
}) {
  const { list, choice, onTake } = props;
  const server = useServer();
  const queries = useQueryClient();
  const saved = useSavedFilters();
  const [name, setName] = useState('');
  const onSuccess = (all: Saved) => queries.setQueryData(['saved-filters'], all);
  const keep = useMutation({
    mutationFn: (filter: FilterToSave) => server.saveFilter(filter),
    onSuccess: (all: Saved, filter: FilterToSave) => {
      onSuccess(all);
      setName('');
      const kept = all.find((one) => one.name === filter.name);
      if (kept) focusSoon(idOf(kept.id));
    },
  });
  const forget = useMutation({
    mutationFn: (id: string) => server.removeSavedFilter(id),
    onSuccess: (all: Saved) => {
      onSuccess(all);
      focusSoon(props.openerId);
    },
  });
  const shown = JSON.stringify(keptOf(list, choice));
  const isKept = (saved.data ?? []).some(({ filter }) => JSON.stringify(inOrder(filter)) === shown);
  const error = keep.error ?? forget.error;
  const isThere = (saved.data ?? []).some((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  return (
    <div class="saved-filters">
      {(saved.data ?? []).length > 0 && (
        <ul aria-label="Saved filters">
          {(saved.data ?? []).map((one) => (
            <li key={one.id}>
              <button
                id={idOf(one.id)}
                type="button"
                class="choice"
                aria-pressed={JSON.stringify(inOrder(one.filter)) === shown}
                title={LISTS.find(([each]) => each === one.filter.list)?.[1]}
                onClick={() => onTake(one.filter)}
              >
                {one.name}
              </button>
              <IconButton
                icon="close"
                label={`Forget the filter ${one.name}`}
                disabled={forget.isPending}
                onClick={() => forget.mutate(one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {!isKept && chosenIn(choice) > 0 && (
        <form
          class="keep-filter"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '' && !keep.isPending)
              keep.mutate({ name: name.trim(), filter: keptOf(list, choice) });
          }}
        >
          <TextInput
            label="Keep this filter as"
            value={name}
            onType={(typed) => setName(typed.slice(0, 40))}
          />
          <Button type="submit" disabled={name.trim() === '' || keep.isPending}>
            {isThere ? 'Replace it' : 'Keep it'}
          </Button>
          <p class="dim small">For everybody in the practice. What you search for is not kept.</p>
        </form>
      )}
      {error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </div>
  );
}

const idOf = (filterId: string): string => `saved-filter-${filterId}`;

/** As `keptOf` writes it. */
const inOrder = (kept: KeptFilter): KeptFilter => {
  const { list, assignee, payerName, renderingNpi, location, minimumAmount, withinDays } = kept;
  return { list, assignee, payerName, renderingNpi, location, minimumAmount, withinDays };
};
