/** The labelled fields that most forms are made of: a line of text, and a choice of few. */
import type { Ref } from 'preact';
import { Field, NOT_FOR_PASSWORD_MANAGERS } from './field.tsx';

/** `mode` brings the right keyboard up; `offers` are proposed, anything may be typed; `place` is for finding it again. */
export function TextInput(props: {
  label: string;
  value: string;
  problem?: string | undefined;
  mode?: 'decimal' | 'text';
  placeholder?: string;
  offers?: readonly string[];
  place?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  onType(value: string): void;
}) {
  return (
    <Field label={props.label} problem={props.problem}>
      {(control) => (
        <>
          <input
            {...control}
            {...NOT_FOR_PASSWORD_MANAGERS}
            ref={props.inputRef ?? null}
            class="input"
            type="text"
            inputMode={props.mode ?? 'text'}
            maxLength={200}
            placeholder={props.placeholder}
            list={props.offers && `${control.id}-offers`}
            data-place={props.place}
            value={props.value}
            onInput={(event) => props.onType(event.currentTarget.value)}
          />
          {props.offers && (
            <datalist id={`${control.id}-offers`}>
              {props.offers.map((offer) => (
                <option key={offer} value={offer} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

type Choices = readonly (readonly [value: string, words: string])[];

/** What is chosen stays in sight, though it is no longer among the choices. */
export const withChosen = (chosen: string | undefined, choices: Choices): Choices =>
  chosen === undefined || choices.some(([value]) => value === chosen)
    ? choices
    : [...choices, [chosen, chosen]];

export function Select<Value extends string>(props: {
  label: string;
  value: Value;
  /** Each value with its words. */
  choices: readonly (readonly [NoInfer<Value>, string])[];
  disabled?: boolean;
  onChoose(value: NoInfer<Value>): void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select
          {...control}
          class="input"
          disabled={props.disabled}
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
