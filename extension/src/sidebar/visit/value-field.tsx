/** A field over one value of the draft: shows where the value comes from, reads what is typed, keeps it on Enter or leaving. */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { lower } from './claim-fields/words.ts';
import { type FieldKind, text, texts } from './field-kinds.ts';
import type { Origin } from './form.ts';
import { originOf } from './form.ts';
import { useValue } from './use-value.ts';
import { originSentence, textureOf, useVisitTools } from './visit-context.tsx';

interface ValueFieldProps {
  path: string;
  label: string;
  kind?: FieldKind;
  help?: string | undefined;
  /** Looks like text until it is pointed at: for the table of lines. */
  bare?: boolean;
  class?: string;
}

export function ValueField(props: ValueFieldProps) {
  const { path, label, kind = text, bare } = props;
  const { typed, type, shown, keep, onKeyDown, id, field } = useTyping(path, kind);
  const input = (
    <input
      id={id}
      class={`input ${textureOf(field.origin)} ${bare ? 'bare' : ''} ${props.class ?? ''}`}
      type="text"
      inputMode={kind.inputMode ?? 'text'}
      value={typed ?? shown}
      aria-label={bare ? label : undefined}
      aria-invalid={field.isWrong ? 'true' : undefined}
      aria-description={field.description}
      data-path={path}
      {...NOT_FOR_PASSWORD_MANAGERS}
      spellcheck={false}
      onInput={(event) => type(event.currentTarget.value)}
      onFocus={(event) => bare && event.currentTarget.select()}
      onBlur={() => keep(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey) keep(true);
        else onKeyDown(event);
      }}
    />
  );
  if (bare) return input;
  return (
    <Labelled id={id} label={label} origin={field.origin} help={props.help}>
      {input}
    </Labelled>
  );
}

/** Lines of text, one value a line. Enter makes a line; leaving keeps them. */
export function TextsField(props: Pick<ValueFieldProps, 'path' | 'label' | 'help'>) {
  const { typed, type, shown, keep, onKeyDown, id, field } = useTyping(props.path, texts);
  const text = typed ?? shown;
  return (
    <Labelled id={id} label={props.label} origin={field.origin} help={props.help}>
      <textarea
        id={id}
        class={`input ${textureOf(field.origin)}`}
        rows={Math.max(2, text.split('\n').length)}
        value={text}
        aria-invalid={field.isWrong ? 'true' : undefined}
        aria-description={field.description}
        data-path={props.path}
        {...NOT_FOR_PASSWORD_MANAGERS}
        spellcheck={false}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => keep(false)}
        onKeyDown={onKeyDown}
      />
    </Labelled>
  );
}

/** What is being typed over the value, until it is kept or given up; what can't be read stays in the field as it was typed. */
function useTyping(path: string, kind: FieldKind) {
  const [typing, setTyping] = useState<string>();
  // A field that goes with what was kept is left before it is drawn again.
  const latest = useRef<string>();
  const type = (text: string | undefined) => {
    latest.current = text;
    setTyping(text);
  };
  const id = useId();
  const field = useValue(path);
  const { unread } = field;
  const typed = typing ?? unread?.typed;
  const shown = kind.show(field.value);
  const keep = (confirms: boolean) => {
    const text = latest.current;
    if (text === undefined) {
      // Enter on a value that was read unsurely says: it is right.
      if (confirms && !unread && field.origin.kind === 'unsure') field.looksRight();
      return;
    }
    type(undefined);
    const read = kind.read(text);
    if (!read.ok) field.setUnread({ typed: text, problem: read.error });
    else if (text !== shown) field.set(read.value);
    else if (unread) field.setUnread(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || typed === undefined) return;
    type(undefined);
    if (unread) field.setUnread(undefined);
    event.stopPropagation();
  };
  return { typed, type, shown, keep, onKeyDown, id, field };
}

/** A control with its label above, where its value comes from beside that, and a word of help below. */
export function Labelled(props: {
  id: string;
  label: string;
  origin: Origin;
  help?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={props.id}>
        {props.label}
        <OriginMark origin={props.origin} />
      </label>
      {props.children}
      {props.help && <p class="dim small">{props.help}</p>}
    </div>
  );
}

/** The words beside a label that go with the texture of the value. */
export function OriginMark({ origin }: { origin: Origin }) {
  if (origin.kind === 'unsure') return <span class="mark-unsure"> check</span>;
  if (origin.kind === 'earlier-claim') return <span class="mark-by-hand"> {lower(origin.where)}</span>;
  if (origin.kind === 'by-hand' && !origin.isNew) return <span class="mark-by-hand"> changed by hand</span>;
  return null;
}

/** A value in running text: pointing at it shows its place on the page, pressing it goes to its field. */
export function Shown(props: {
  path: string;
  children: string;
  label: string;
  /** Stands there where there is no value. */
  missing?: string;
}) {
  const { path, children, label } = props;
  const { form, goTo } = useVisitTools();
  const origin = originOf(form, path);
  return (
    <button
      type="button"
      class={`shown ${textureOf(origin)}`}
      data-path-shown={path}
      aria-label={`${label}: ${children || props.missing || 'missing'}. Change`}
      aria-description={originSentence(origin)}
      onClick={() => goTo(path)}
    >
      {children || props.missing || label}
    </button>
  );
}
