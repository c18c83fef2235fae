/** A labelled control with its problem beside it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldControl {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

/** For inputs that hold a patient's data: neither the browser nor a password manager offers to fill or keep it. */
export const NOT_FOR_PASSWORD_MANAGERS = {
  autocomplete: 'off',
  'data-1p-ignore': '',
  'data-bwignore': '',
  'data-lpignore': 'true',
} as const;

export function Field(props: {
  label: string;
  problem?: string | undefined;
  hint?: string;
  children: (control: FieldControl) => ComponentChildren;
}) {
  const id = useId();
  const note = props.problem ?? props.hint;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        ...(note ? { 'aria-describedby': `${id}-note` } : {}),
        ...(props.problem ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {note && (
        <p id={`${id}-note`} class={props.problem ? 'field-problem' : 'dim small'}>
          {note}
        </p>
      )}
    </div>
  );
}
