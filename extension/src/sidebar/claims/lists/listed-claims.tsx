/** The claims of one list: searched, filtered, gone through with the keys, several acted on at once. */
import { type ClaimListName, type ListedClaim, type ListedProgress, wholeOf } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { Failed, Icon, Loading, More, Notice } from '../../../ui/parts/index.ts';
import { useClaimPages } from '../../../ui/server/index.ts';
import { focusSoon } from '../../focus-soon.ts';
import { SearchField, useDelayed } from '../../listing/search-field.tsx';
import { today } from '../../today.ts';
import { BulkBar } from './bulk-bar.tsx';
import { type ClaimsWanted, choiceOf, choiceOfWanted, chosenIn, filtersOf } from './filter-choice.ts';
import { Filters } from './filters.tsx';
import { emptyWords } from './lists.ts';
import { ClaimRows } from './rows.tsx';

type Listed = ListedClaim | ListedProgress;

/** Claims chosen in one list. */
interface Selection {
  readonly list: ClaimListName;
  readonly ids: ReadonlySet<string>;
}

const DONE_ID = 'bulk-done';

const NONE: ReadonlySet<string> = new Set();
const selectedIn = (list: ClaimListName, selection: Selection): ReadonlySet<string> =>
  selection.list === list ? selection.ids : NONE;

export function ListedClaims(props: {
  list: ClaimListName;
  /** To what it is narrowed at first. */
  wanted: ClaimsWanted | undefined;
  /** Answers that fit no claim. */
  unmatched: number;
  /** Whether its money is seen, and its claims may be noted, given away and closed. */
  mayAct: boolean;
  isHidden: boolean;
  onOpen(id: string): void;
  /** A kept filter is of another list. */
  onList(list: ClaimListName): void;
}) {
  const { list, mayAct, onOpen } = props;
  const [search, setSearch] = useState('');
  const [choice, setChoice] = useState(() => choiceOfWanted(props.wanted));
  const [selection, setSelection] = useState<Selection>({ list, ids: NONE });
  /** What was done to those that were selected last. */
  const [done, setDone] = useState<string>();
  // Another list, another selection.
  const selected = selectedIn(list, selection);
  const typed = useDelayed(search.trim());
  const filters = filtersOf(choice, today());
  const pages = useClaimPages({ list, ...(typed !== '' && { search: typed }), ...filters });
  const select = (some: readonly ListedClaim[]) =>
    setSelection({ list, ids: new Set(some.map(({ id }) => id)) });

  const claims = pages.data?.pages.flatMap((page): Listed[] => page.claims);
  const whole = (pages.data?.pages ?? []).flatMap(wholeOf);
  const toggle = (id: string) => {
    setDone(undefined);
    setSelection((before) => {
      const ids = new Set(selectedIn(list, before));
      if (!ids.delete(id)) ids.add(id);
      return { list, ids };
    });
  };
  // What left the list is not acted on unseen.
  const chosen = whole.filter(({ id }) => selected.has(id));
  const isNarrowed = typed !== '' || Object.keys(filters).length > 0;
  return (
    <>
      <SearchField
        label={
          mayAct
            ? 'Search claims by name, date, payer, amount or number'
            : 'Search claims by name, date, payer or claim number'
        }
        placeholder={mayAct ? 'Name, date, payer, amount, any number' : 'Name, date, payer, claim number'}
        value={search}
        isHidden={props.isHidden}
        onType={setSearch}
      />
      <Filters
        list={list}
        isOpen={chosenIn(choiceOfWanted(props.wanted)) > 0}
        seesMoney={mayAct}
        onTake={(kept) => {
          setChoice(choiceOf(kept));
          props.onList(kept.list);
        }}
        choice={choice}
        hasDeadlines={!['in-progress', 'paid', 'all'].includes(list)}
        onChange={setChoice}
      />
      {mayAct && selected.size > 0 && (
        <BulkBar
          claims={chosen}
          onSelectAll={() => select(whole)}
          onClear={() => select([])}
          onDone={(failed, words) => {
            select(failed);
            if (failed.length > 0) return;
            setDone(words);
            focusSoon(DONE_ID);
          }}
        />
      )}
      {done !== undefined && selected.size === 0 && (
        <p id={DONE_ID} class="finding tone-good" role="status" tabIndex={-1}>
          <Icon name="check" />
          <span>{done}</span>
        </p>
      )}
      {claims?.length === 0 && (
        <Notice title={isNarrowed ? 'No claim in this list fits.' : emptyWords(list, props.unmatched)} />
      )}
      {claims && claims.length > 0 && (
        <ClaimRows
          claims={claims}
          selected={selected}
          onSelect={mayAct ? toggle : undefined}
          onOpen={onOpen}
        />
      )}
      {!claims &&
        (pages.error ? (
          <Failed error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Loading what="claims" />
        ))}
      <More pages={pages} what="claims" />
    </>
  );
}
