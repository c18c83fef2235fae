/** Writes down that a replacement or cancellation leads nowhere: what the payer had decided before stands again. */
import type { ClaimDetail } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { TextInput } from '../../../ui/parts/index.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

export function KeepDecision({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const [told, setTold] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useAct(claim.id, onBack);
  const isVoid = claim.claim.frequency === '8';
  const press = () => {
    setTried(true);
    if (told.trim() !== '') act.mutate({ type: 'correction-given-up', told: told.trim() });
  };
  return (
    <ActForm
      title="It stays as decided"
      words={`${claim.payerName} ${isVoid ? 'does not cancel its claim' : 'does not take the replacement'}: what it had decided before stands, and is appealed, billed on or corrected anew from there. Nothing is sent. Should it answer this one after all, its answer counts.`}
      verb="It stays so"
      isPending={act.isPending}
      error={act.error}
      onPress={press}
      onBack={onBack}
    >
      <TextInput label="Who said so, and when" value={told} onType={setTold} />
      {isTried && told.trim() === '' && (
        <p class="field-problem" role="alert">
          Write down who said so, and when: it is what you can point to later.
        </p>
      )}
    </ActForm>
  );
}
