/** A box to tick, with its words beside it: the whole of it takes the press. */
import type { ComponentChildren } from 'preact';

export function CheckBox(props: {
  path: string;
  checked: boolean;
  invalid?: boolean;
  description?: string;
  children: ComponentChildren;
  onChange(isChecked: boolean): void;
}) {
  return (
    <label class="check-box">
      <input
        type="checkbox"
        checked={props.checked}
        aria-invalid={props.invalid ? 'true' : undefined}
        aria-description={props.description}
        data-path={props.path}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}
