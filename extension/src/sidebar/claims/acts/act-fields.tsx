/** Fields of such a form: an amount, a date, a choice, a line of text. */
import { Field, NOT_FOR_PASSWORD_MANAGERS } from '../../../ui/parts/index.ts';

interface Typed {
  label: string;
  value: string;
  problem?: string | undefined;
  hint?: string;
  onType(value: string): void;
}

/** `mode` brings the right keyboard up. */
export function TextInput(props: Typed & { mode?: 'decimal' | 'text' }) {
  return (
    <Field label={props.label} problem={props.problem} {...(props.hint ? { hint: props.hint } : {})}>
      {(control) => (
        <input
          {...control}
          {...NOT_FOR_PASSWORD_MANAGERS}
          class="input"
          type="text"
          inputMode={props.mode ?? 'text'}
          maxLength={200}
          value={props.value}
          onInput={(event) => props.onType(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function Select<Value extends string>(props: {
  label: string;
  value: Value;
  choices: readonly (readonly [NoInfer<Value>, string])[];
  onChoose(value: NoInfer<Value>): void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={props.value}
          onChange={(event) => {
            const chosen = props.choices.find(([value]) => value === event.currentTarget.value);
            if (chosen) props.onChoose(chosen[0]);
          }}
        >
          {props.choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
