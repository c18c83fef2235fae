/** Lets stand, with a reason, what the payer allowed less than its contract says; the patient's share goes on. */
import type { ClaimDetail } from '@claimside/shared/api';
import {
  UNDERPAYMENT_REASONS,
  UNDERPAYMENT_WORDS,
  type UnderpaymentReason,
} from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

export function AcceptAllowed({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const [reason, setReason] = useState<UnderpaymentReason | ''>('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useAct(claim.id, onBack);
  const press = () => {
    setTried(true);
    if (reason === '') return;
    const trimmed = note.trim();
    act.mutate({
      type: 'underpayment-accepted',
      amount: claim.underpaidBy,
      reason,
      ...(trimmed !== '' && { note: trimmed }),
    });
  };
  return (
    <ActForm
      title="Accept what was allowed"
      words={`${formatMoney(claim.underpaidBy)} less was allowed than the contract says. Nobody asks for it any more, and the claim leaves Underpaid. What the patient owes stays as it is. It can be taken back in the timeline.`}
      verb={`Accept ${formatMoney(claim.underpaidBy)} less`}
      isPending={act.isPending}
      error={act.error}
      onPress={press}
      onBack={onBack}
    >
      <Select
        label="Why"
        value={reason}
        choices={[
          ['', 'Choose a reason'],
          ...UNDERPAYMENT_REASONS.map((each) => [each, UNDERPAYMENT_WORDS[each]] as const),
        ]}
        onChoose={setReason}
      />
      {isTried && reason === '' && (
        <p class="field-problem" role="alert">
          Choose why it is accepted.
        </p>
      )}
      {reason === 'contract-old' && (
        <p class="dim small">Then bring the current one, too: Options, Fee schedule.</p>
      )}
      <TextInput label="Note, if you like" value={note} onType={setNote} />
    </ActForm>
  );
}
