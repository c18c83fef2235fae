/** Takes a claim off the lists with a reason, or puts it back. */
import type { ClaimDetail } from '@claimside/shared/api';
import { useState } from 'preact/hooks';
import { TextInput } from '../../../ui/parts/index.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

export function CloseClaim({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useAct(claim.id, onBack);
  return (
    <ActForm
      title="Close the claim"
      words="It leaves the lists as it is. It can be found and opened again at any time."
      verb="Close it"
      isPending={act.isPending}
      error={act.error}
      onPress={() => {
        setTried(true);
        if (reason.trim() !== '') act.mutate({ type: 'closed', reason: reason.trim() });
      }}
      onBack={onBack}
    >
      <TextInput
        label="Why"
        value={reason}
        problem={isTried && reason.trim() === '' ? 'Say why it needs nobody any more.' : undefined}
        onType={setReason}
      />
    </ActForm>
  );
}

export function ReopenClaim({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const act = useAct(claim.id, onBack);
  return (
    <ActForm
      title="Open it again"
      words="It goes back on the lists that it belongs on."
      verb="Put it back"
      isPending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ type: 'reopened' })}
      onBack={onBack}
    />
  );
}
