/** What the payer says to an appeal, as a person heard it on the phone or read it in a letter. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { AppealOutcome } from '@claimside/shared/lifecycle';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { today } from '../../today.ts';
import { readDay } from '../../typed.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

const OUTCOMES: readonly (readonly [AppealOutcome, string])[] = [
  ['granted', 'It will pay, all or a part'],
  ['refused', 'It stands by its decision'],
  ['not-received', 'It never received the appeal'],
];

/** What then becomes of the claim. */
const THEN: Readonly<Record<AppealOutcome, string>> = {
  granted: 'The claim waits for the payment, and asks for you again when that is late.',
  refused:
    'The claim asks for you again: appeal once more, bill the patient where that is allowed, or write it off.',
  'not-received': 'The claim asks for you again: send the appeal once more, and keep a proof of it.',
};

export function AnswerAppeal({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const [outcome, setOutcome] = useState<AppealOutcome>('granted');
  const [dayTyped, setDay] = useState<string>(today());
  const [note, setNote] = useState('');
  const act = useAct(claim.id, onBack);
  const day = readDay(dayTyped, today());
  return (
    <ActForm
      title="Appeal answered"
      words={`The appeal of ${claim.appeal?.sentOn ?? ''}. What the payer pays or takes back comes by itself, with its remittance.`}
      verb="Write it down"
      isPending={act.isPending}
      error={act.error}
      onPress={() =>
        day.ok &&
        act.mutate({
          type: 'appeal-answered',
          outcome,
          answeredOn: day.value,
          ...(note.trim() !== '' && { note: note.trim() }),
        })
      }
      onBack={onBack}
    >
      <Select label="What the payer says" value={outcome} choices={OUTCOMES} onChoose={setOutcome} />
      <p class="dim small">{THEN[outcome]}</p>
      <TextInput label="Said on" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
      <TextInput label="Who said it, call reference" value={note} onType={setNote} />
    </ActForm>
  );
}
