/** An act that is written down with a reason of a list, and a note. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { ActForm } from './act-form.tsx';

export interface Reasoned<Reason extends string> {
  readonly reason: Reason;
  readonly note?: string;
}

interface ReasonedFormProps<Reason extends string> {
  readonly title: string;
  readonly words: string;
  readonly verb: string;
  readonly choices: readonly (readonly [Reason, string])[];
  /** Said where none was chosen. */
  readonly problem: string;
  readonly noteLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  onPress(said: Reasoned<Reason>): void;
  onBack(): void;
  /** What is to be known of the reason that is chosen. */
  hint?(reason: Reason | ''): ComponentChildren;
}

export function ReasonedForm<Reason extends string>(props: ReasonedFormProps<Reason>) {
  const [reason, setReason] = useState<Reason | ''>('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const press = () => {
    setTried(true);
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
      <Select
        label="Why"
        value={reason}
        choices={[['', 'Choose a reason'], ...props.choices]}
        onChoose={setReason}
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
