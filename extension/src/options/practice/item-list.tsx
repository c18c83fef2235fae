/** One list of the practice's data: each item a row to change or remove, and a further one to add. */
import type { PracticeSettings } from '@claimside/shared/api';
import { err } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button, ConfirmDialog } from '../../ui/parts/index.ts';
import { sentenceOf } from '../../ui/server/index.ts';
import type { Part, Texts } from '../form/part.ts';
import { PartForm } from '../form/part-form.tsx';
import { usedWords } from '../form/refusals.ts';
import { type ListOf, putItem } from './lists.ts';
import { useChangePractice } from './use-change.ts';

/** More are folded away. */
const SHOWN = 8;

export interface ItemListProps<Item> {
  title: string;
  part: Part<Item>;
  list: ListOf<Item>;
  practice: PracticeSettings;
  nameOf(item: Item): string;
  noteOf(item: Item): string;
  /** What an empty list means. */
  empty: string;
  lead?: (take: (texts: Texts) => void) => ComponentChildren;
  onSaved(practice: PracticeSettings, words: string): void;
}

export function ItemList<Item>(props: ItemListProps<Item>) {
  const { title, part, list, practice, nameOf } = props;
  const change = useChangePractice();
  const place = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState<string>();
  const [asked, setAsked] = useState<Item>();
  const items = list.of(practice);
  const put = (before: Item | undefined, after: Item | undefined) =>
    change((now) =>
      now ? putItem(now, list, before, after) : err({ kind: 'changed' as const, now: undefined }),
    );
  const remove = useMutation({
    mutationFn: (item: Item) => put(item, undefined),
    onSuccess: (saved, item) => {
      if (saved.ok) props.onSaved(saved.value, `${nameOf(item)} was removed.`);
    },
  });
  const refused = remove.data?.ok === false ? remove.data.error : undefined;
  const close = (button: string) => {
    setOpen(undefined);
    setTimeout(() =>
      [...(place.current?.querySelectorAll('button') ?? [])]
        .find((each) => (each.getAttribute('aria-label') ?? each.textContent) === button)
        ?.focus(),
    );
  };
  const add = `Add a ${part.what}`;
  return (
    <details ref={place} class="item-list" open={items.length <= SHOWN}>
      <summary>
        <h3>
          {title} <span class="dim">{items.length}</span>
        </h3>
      </summary>
      {items.length === 0 && <p class="dim">{props.empty}</p>}
      <ul class="rows">
        {items.map((item) => {
          const name = nameOf(item);
          const key = list.key(item);
          return (
            <li key={key} class="row">
              <span class="row-main">
                {name}
                <br />
                <span class="dim small">{props.noteOf(item)}</span>
              </span>
              <Button
                class="small"
                aria-label={`Change ${name}`}
                aria-expanded={open === key}
                onClick={() => setOpen(key)}
              >
                Change
              </Button>
              <Button class="small" aria-label={`Remove ${name}`} onClick={() => setAsked(item)}>
                Remove
              </Button>
              {open === key && (
                <div class="row-form">
                  <PartForm
                    title={`Change ${name}`}
                    part={part}
                    item={item}
                    practice={practice}
                    keyField={list.keyField}
                    save={put}
                    onSaved={(saved) => {
                      close(`Change ${name}`);
                      props.onSaved(saved, `${name} was changed.`);
                    }}
                    onCancel={() => close(`Change ${name}`)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {(refused || remove.error) && (
        <p class="finding tone-bad" role="alert">
          {refused?.kind === 'used'
            ? usedWords(part.what, refused.by)
            : refused
              ? 'Another admin changed it meanwhile. Look at it again.'
              : sentenceOf(remove.error)}
        </p>
      )}
      {open === '' ? (
        <PartForm
          title={`A further ${part.what}`}
          part={part}
          item={undefined}
          practice={practice}
          keyField={list.keyField}
          {...(props.lead && { lead: props.lead })}
          save={put}
          onSaved={(saved) => {
            close(add);
            props.onSaved(saved, `The ${part.what} was added.`);
          }}
          onCancel={() => close(add)}
        />
      ) : (
        <Button onClick={() => setOpen('')}>{add}</Button>
      )}
      {asked !== undefined && (
        <ConfirmDialog
          title={`Remove ${nameOf(asked)}?`}
          confirm="Remove"
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            remove.mutate(asked);
          }}
        >
          <p>New claims do not have it any more. What was billed stays as it is.</p>
        </ConfirmDialog>
      )}
    </details>
  );
}
