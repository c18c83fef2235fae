/** An act that is written down with a reason of a list, and a note; a reason in a person's own words is `../../reason-form.tsx`. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { ActForm } from './act-form.tsx';

interface Said<Reason extends string> {
  readonly reason: Reason;
  readonly note?: string;
}

interface ListedReasonFormProps<Reason extends string> {
  readonly title: string;
  readonly words: string;
  readonly verb: string;
  readonly choices: readonly (readonly [Reason, string])[];
  /** Said where none was chosen. */
  readonly problem: string;
  readonly noteLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  onPress(said: Said<Reason>): void;
  /** Pressed, whatever is still missing. */
  onTry?(): void;
  onBack(): void;
  /** What is to be known of the reason that is chosen. */
  hint?(reason: Reason | ''): ComponentChildren;
  /** What is asked before the reason. */
  readonly children?: ComponentChildren;
}

export function ListedReasonForm<Reason extends string>(props: ListedReasonFormProps<Reason>) {
  const [chosen, setChosen] = useState<Reason | ''>('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  // What is asked before may have taken it off the list.
  const reason = props.choices.some(([each]) => each === chosen) ? chosen : '';
  const press = () => {
    setTried(true);
    props.onTry?.();
    if (reason === '') return;
    const trimmed = note.trim();
    props.onPress({ reason, ...(trimmed !== '' && { note: trimmed }) });
  };
  return (
    <ActForm
      title={props.title}
      words={props.words}
      verb={props.verb}
      isPending={props.isPending}
      error={props.error}
      onPress={press}
      onBack={props.onBack}
    >
      {props.children}
      <Select
        label="Why"
        value={reason}
        choices={[['', 'Choose a reason'], ...props.choices]}
        onChoose={setChosen}
      />
      {isTried && reason === '' && (
        <p class="field-problem" role="alert">
          {props.problem}
        </p>
      )}
      {props.hint?.(reason)}
      <TextInput label={props.noteLabel} value={note} onType={setNote} />
    </ActForm>
  );
}
