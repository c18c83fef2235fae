/** One field of such a form: a line, several lines, one of a list, or any of a list. */
import { CheckBox, Field, NOT_FOR_PASSWORD_MANAGERS } from '../../ui/parts/index.ts';
import { linesOf } from './kinds.ts';
import type { FieldSpec } from './part.ts';

export function PartField(props: {
  field: FieldSpec;
  text: string;
  problem: string | undefined;
  onType(text: string): void;
  /** For what, where the browser says it. */
  onLeave(to: EventTarget | null): void;
}) {
  const { field, text, problem, onType, onLeave } = props;
  const { name, label, hint, choices, ticks, isLong, isFirst, isDate, isSecret } = field;
  if (ticks) {
    const ticked = linesOf(text);
    return (
      <fieldset class="choices whole-row">
        <legend>{label}</legend>
        {ticks.map(([value, words]) => (
          <CheckBox
            key={value}
            path={`${name}.${value}`}
            checked={ticked.includes(value)}
            onChange={(isTicked) =>
              onType([...ticked.filter((each) => each !== value), ...(isTicked ? [value] : [])].join('\n'))
            }
          >
            {words}
          </CheckBox>
        ))}
        {problem && <p class="field-problem">{problem}</p>}
      </fieldset>
    );
  }
  return (
    <div class={isLong ? 'whole-row' : isFirst ? 'first-of-row' : ''}>
      <Field label={label} problem={problem} {...(hint && { hint })}>
        {(control) => {
          const shared = {
            ...control,
            ...NOT_FOR_PASSWORD_MANAGERS,
            class: 'input',
            name,
            onBlur: (event: FocusEvent) => onLeave(event.relatedTarget),
          };
          if (choices)
            return (
              <select {...shared} value={text} onChange={(event) => onType(event.currentTarget.value)}>
                {choices.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            );
          if (isLong)
            return (
              <textarea
                {...shared}
                rows={3}
                maxLength={5_000}
                spellcheck={false}
                value={text}
                onInput={(event) => onType(event.currentTarget.value)}
              />
            );
          return (
            <input
              {...shared}
              type={isDate ? 'date' : isSecret ? 'password' : 'text'}
              {...(isSecret && { autocomplete: 'new-password' })}
              maxLength={200}
              spellcheck={false}
              value={text}
              onInput={(event) => onType(event.currentTarget.value)}
            />
          );
        }}
      </Field>
    </div>
  );
}
