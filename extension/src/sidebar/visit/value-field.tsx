/** A field over one value of the draft: shows where the value comes from, reads what is typed, keeps it on Enter or leaving. */

import { valueAt } from '@claimside/shared/claim';
import { useId, useState } from 'preact/hooks';
import { NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { type FieldKind, text } from './field-kinds.ts';
import { originOf, setField } from './form.ts';
import { blocks, noticesAt } from './notices.ts';
import { originSentence, useVisitTools } from './visit-context.tsx';

export function ValueField(props: {
  path: string;
  label: string;
  kind?: FieldKind;
  /** Looks like text until it is pointed at: for the table of lines. */
  bare?: boolean;
  class?: string;
}) {
  const { path, label, kind = text } = props;
  const { form, notices, update } = useVisitTools();
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const origin = originOf(form, path);
  const shown = kind.show(valueAt(form.draft, path));
  const isWrong = problem !== undefined || noticesAt(notices, path).some(blocks);

  const keep = (confirms: boolean) => {
    if (typed === undefined) {
      // Enter on a value that was read unsurely says: it is right.
      if (confirms && origin.kind === 'unsure') update((at) => setField(at, path, valueAt(at.draft, path)));
      return;
    }
    const read = kind.read(typed);
    if (!read.ok) return setProblem(read.error);
    setTyped(undefined);
    setProblem(undefined);
    if (typed !== shown) update((at) => setField(at, path, read.value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey) keep(true);
    if (event.key === 'Escape' && typed !== undefined) {
      setTyped(undefined);
      setProblem(undefined);
      event.stopPropagation();
    }
  };
  const input = (
    <input
      id={id}
      class={`input from-${origin.kind} ${props.bare ? 'bare' : ''} ${props.class ?? ''}`}
      type="text"
      inputMode={kind.inputMode ?? 'text'}
      value={typed ?? shown}
      aria-label={props.bare ? label : undefined}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-description={originSentence(origin)}
      aria-errormessage={problem ? `${id}-problem` : undefined}
      data-path={path}
      {...NOT_FOR_PASSWORD_MANAGERS}
      spellcheck={false}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => props.bare && event.currentTarget.select()}
      onBlur={() => keep(false)}
      onKeyDown={onKeyDown}
    />
  );
  const problemText = problem && (
    <p id={`${id}-problem`} class="field-problem" role="alert">
      {problem}
    </p>
  );
  if (props.bare) {
    return (
      <>
        {input}
        {problemText}
      </>
    );
  }
  return (
    <div class="field">
      <label for={id}>
        {label}
        <OriginMark kind={origin.kind} />
      </label>
      {input}
      {problemText}
    </div>
  );
}

/** The words beside a label that go with the texture of the value. */
export function OriginMark({ kind }: { kind: 'sure' | 'unsure' | 'by-hand' | 'missing' }) {
  if (kind === 'unsure') return <span class="mark-unsure"> check</span>;
  if (kind === 'by-hand') return <span class="mark-by-hand"> changed by hand</span>;
  return null;
}

/** A choice among few values with their words. */
export function ChoiceField(props: {
  path: string;
  label: string;
  choices: Readonly<Record<string, string>>;
  onChoose?: (value: string | undefined) => void;
}) {
  const { path, label, choices } = props;
  const { form, notices, update } = useVisitTools();
  const id = useId();
  const origin = originOf(form, path);
  const value = String(valueAt(form.draft, path) ?? '');
  const choose = props.onChoose ?? ((next) => update((at) => setField(at, path, next)));
  return (
    <div class="field">
      <label for={id}>
        {label}
        <OriginMark kind={origin.kind} />
      </label>
      <select
        id={id}
        class={`input from-${origin.kind}`}
        value={value}
        aria-invalid={noticesAt(notices, path).some(blocks) ? 'true' : undefined}
        aria-description={originSentence(origin)}
        data-path={path}
        onChange={(event) => choose(event.currentTarget.value || undefined)}
      >
        {(value === '' || !(value in choices)) && <option value={value}>{value || 'Choose'}</option>}
        {Object.entries(choices)
          .sort(([a, wordA], [b, wordB]) =>
            /^\d/.test(a) && /^\d/.test(b) ? a.localeCompare(b) : wordA.localeCompare(wordB),
          )
          .map(([code, word]) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
      </select>
    </div>
  );
}

/** A value in running text: pointing at it shows its place on the page, pressing it goes to its field. */
export function Shown({ path, children, label }: { path: string; children: string; label: string }) {
  const { form, goTo } = useVisitTools();
  const origin = originOf(form, path);
  return (
    <button
      type="button"
      class={`shown from-${origin.kind}`}
      data-path-shown={path}
      aria-label={`${label}: ${children || 'missing'}. Change`}
      aria-description={originSentence(origin)}
      onClick={() => goTo(path)}
    >
      {children || label}
    </button>
  );
}
