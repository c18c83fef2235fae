/** A text field with a list to choose from, after the ARIA combobox pattern: type to narrow, arrows to move, Enter to take. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NOT_FOR_PASSWORD_MANAGERS } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A code or another short mark at the end of the row. */
  readonly mark?: string;
  /** Further words that find this choice. */
  readonly words?: string;
}

/** The choices that hold every word typed, best first: those that start with it, then the rest in their order. */
export function matchChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (choice: Choice) => `${choice.label} ${choice.mark ?? ''} ${choice.words ?? ''}`.toLowerCase();
  const hits = choices.filter((choice) => words.every((word) => text(choice).includes(word)));
  const starts = (choice: Choice) => words[0] !== undefined && text(choice).startsWith(words[0]);
  return [...hits.filter(starts), ...hits.filter((choice) => !starts(choice))];
}

export function Combobox(props: {
  id?: string;
  label: string;
  /** Label of what is chosen now; empty when nothing is. */
  shown: string;
  choices: readonly Choice[];
  onChoose(choice: Choice): void;
  /** Said when nothing fits what was typed. */
  nothing: string;
  path?: string;
  invalid?: boolean;
  describedBy?: string | undefined;
  /** Where the value comes from, as texture. */
  texture?: string;
  /** Said in the empty field while the list is open. */
  hint?: string;
  /** Comes and goes as a whole: open from the start, its list below it in the flow of the page. */
  isInline?: boolean;
  /** For choices that are asked for as one types. */
  onType?(typed: string): void;
  /** Closed without a choice. */
  onClose?(): void;
  /** What was typed before and not chosen: stands there in place of what is chosen, and is typed on. */
  unchosen?: string | undefined;
  /** Left with this typed and nothing chosen; empty where that was given up. */
  onUnchosen?(typed: string): void;
}) {
  const listId = useId();
  const [typed, setDrawn] = useState(props.isInline ? '' : undefined);
  // A field that goes with what was chosen is left before it is drawn again.
  const latest = useRef(typed);
  const setTyped = (text: string | undefined) => {
    latest.current = text;
    setDrawn(text);
  };
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const open = typed !== undefined;
  const hits = open ? matchChoices(props.choices, typed).slice(0, 50) : [];
  const activeId = open && hits[active] ? `${listId}-${active}` : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  useLayoutEffect(() => {
    if (!props.isInline) return;
    input.current?.focus();
    document.getElementById(listId)?.scrollIntoView({ block: 'nearest' });
  }, [props.isInline, listId]);

  const close = (left: string | undefined) => {
    setTyped(undefined);
    props.onClose?.();
    if (left !== undefined && left.trim() !== (props.unchosen ?? '')) props.onUnchosen?.(left.trim());
  };
  const begin = () => setTyped(props.unchosen ?? '');
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    setTyped(undefined);
    props.onChoose(choice);
  };
  const move = (step: number) => {
    if (!open) return begin();
    setActive((active + step + hits.length) % Math.max(hits.length, 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open && !event.ctrlKey && !event.altKey) take(hits[active]);
    else if (event.key === 'Escape' && open) {
      close('');
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div class={props.isInline ? 'combobox inline' : 'combobox'}>
      <input
        ref={input}
        id={props.id}
        class={`input ${props.texture ?? ''}`}
        role="combobox"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-invalid={props.invalid ? 'true' : undefined}
        aria-describedby={props.describedBy}
        data-path={props.path}
        {...NOT_FOR_PASSWORD_MANAGERS}
        spellcheck={false}
        value={typed ?? props.unchosen ?? props.shown}
        placeholder={open ? props.shown || (props.hint ?? 'Type to search') : ''}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          props.onType?.(event.currentTarget.value);
          setActive(0);
        }}
        onClick={() => !open && begin()}
        onKeyDown={onKeyDown}
        onBlur={() => close(latest.current)}
      />
      <div id={listId} role="listbox" aria-label={props.label} class="combobox-list" hidden={!open}>
        {hits.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and takes the keys
          <div
            key={choice.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            class="combobox-option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <span>{choice.label}</span>
            <span class="mark dim mono">{choice.mark}</span>
          </div>
        ))}
        {open && hits.length === 0 && <p class="combobox-option dim">{props.nothing}</p>}
      </div>
    </div>
  );
}
