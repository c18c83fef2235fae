/** Which list is shown: buttons with their counts where there is room, one field to choose from where there is not. */
import { countText, LISTS, type ShownList } from './lists.ts';

export function ListChoice(props: {
  list: ShownList;
  /** Of each list that is offered; undefined while it is not known. */
  counts: Partial<Record<ShownList, number | undefined>>;
  onChoose(list: ShownList): void;
}) {
  const { list, counts, onChoose } = props;
  const offered = LISTS.filter(([name]) => name in counts);
  return (
    <>
      <select
        class="input list-select"
        aria-label="List"
        value={list}
        onChange={(event) => {
          const chosen = offered.find(([name]) => name === event.currentTarget.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {offered.map(([name, label]) => (
          <option key={name} value={name}>
            {label} ({countText(counts[name])})
          </option>
        ))}
      </select>
      <fieldset class="list-choice list-buttons" aria-label="List">
        {offered.map(([name, label]) => (
          <button
            key={name}
            type="button"
            class="choice"
            aria-pressed={name === list}
            onClick={() => onChoose(name)}
          >
            {label} <span class="count">{countText(counts[name])}</span>
          </button>
        ))}
      </fieldset>
    </>
  );
}
