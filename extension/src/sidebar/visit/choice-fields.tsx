/** Fields whose values are chosen: one of a few, several of a few, yes or no. */

import { valueAt } from '@claimside/shared/claim';
import { PROVINCE, STATE } from '@claimside/shared/codes';
import { useId } from 'preact/hooks';
import { CheckBox } from '../../ui/parts/index.ts';
import type { Choices } from './claim-fields/spec.ts';
import { code } from './field-kinds.ts';
import { useValue } from './use-value.ts';
import { Labelled, OriginMark, ValueField } from './value-field.tsx';
import { textureOf, useVisitTools } from './visit-context.tsx';

interface ChoiceProps {
  path: string;
  label: string;
  help?: string | undefined;
}

/** A choice among few values with their words. */
export function ChoiceField(
  props: ChoiceProps & {
    choices: Choices;
    /** Codes that stand before all others: what is chosen nearly always. */
    first?: readonly string[];
    /** The words for a value that is left out. */
    blank?: string | undefined;
    showsCode?: boolean | undefined;
    onChoose?: (value: string | undefined) => void;
  },
) {
  const { path, label, choices, blank = 'Choose' } = props;
  const field = useValue(path);
  const id = useId();
  const value = String(field.value ?? '');
  const choose = props.onChoose ?? field.set;
  const words = (of: string) =>
    [props.showsCode || !choices[of] ? of : '', choices[of]].filter(Boolean).join(' · ');
  return (
    <Labelled id={id} label={label} origin={field.origin} help={props.help}>
      <select
        id={id}
        class={`input ${textureOf(field.origin)}`}
        value={value}
        aria-invalid={field.isWrong ? 'true' : undefined}
        aria-description={field.description}
        data-path={path}
        onChange={(event) => choose(event.currentTarget.value || undefined)}
      >
        <option value="">{blank}</option>
        {value !== '' && !(value in choices) && <option value={value}>{value}</option>}
        {inOrder(choices, props.first).map((of) => (
          <option key={of} value={of}>
            {words(of)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Numbered codes by their number, all others by their words. */
function inOrder(choices: Choices, first: readonly string[] = []): string[] {
  const isNumbered = Object.keys(choices).every((of) => /^\d+$/.test(of));
  const sorted = Object.keys(choices).sort((a, b) =>
    isNumbered ? Number(a) - Number(b) : (choices[a] || a).localeCompare(choices[b] || b),
  );
  return [...new Set([...first, ...sorted])];
}

export function YesNoField(props: ChoiceProps) {
  const { set } = useValue(props.path);
  return (
    <ChoiceField
      {...props}
      choices={YES_NO}
      onChoose={(value) => set(value === undefined ? undefined : value === 'true')}
    />
  );
}

const YES_NO: Choices = { true: 'Yes', false: 'No' };

/** Says yes, or nothing at all. */
export function FlagField({ path, label }: ChoiceProps) {
  const field = useValue(path);
  return (
    <CheckBox
      path={path}
      checked={field.value === true}
      invalid={field.isWrong}
      description={field.description}
      onChange={(isChecked) => field.set(isChecked || undefined)}
    >
      {label}
      <OriginMark origin={field.origin} />
    </CheckBox>
  );
}

/** Several of a few, kept in the order in which they are listed. */
export function ChoicesField({ path, label, choices }: ChoiceProps & { choices: Choices }) {
  const field = useValue(path);
  const chosen: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
  const choose = (of: string, isChosen: boolean) => {
    const next = [...chosen.filter((one) => one !== of), ...(isChosen ? [of] : [])];
    const ordered = Object.keys(choices).filter((one) => next.includes(one));
    field.set(ordered.length > 0 ? ordered : undefined);
  };
  return (
    <fieldset class="field choices">
      <legend class="field-label">
        {label}
        <OriginMark origin={field.origin} />
      </legend>
      {Object.keys(choices).map((of) => (
        <CheckBox
          key={of}
          path={path}
          checked={chosen.includes(of)}
          invalid={field.isWrong}
          description={field.description}
          onChange={(isChosen) => choose(of, isChosen)}
        >
          {choices[of] || of}
        </CheckBox>
      ))}
    </fieldset>
  );
}

/** A US state, a Canadian province, or what another country calls it. */
export function StateField(props: ChoiceProps) {
  const { form } = useVisitTools();
  const country = valueAt(form.draft, props.path.replace(/state$/, 'country'));
  if (country === undefined) return <ChoiceField {...props} choices={STATE.codes} />;
  if (country === 'CA') return <ChoiceField {...props} label="Province" choices={PROVINCE.codes} />;
  return <ValueField {...props} kind={code} />;
}
