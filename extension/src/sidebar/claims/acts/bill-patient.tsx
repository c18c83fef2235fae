/** The statement of the patient, to print or save and send; that it went out is written down. */
import type { ClaimDetail } from '@claimside/shared/api';
import { patientBalance } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { Button } from '../../../ui/parts/index.ts';
import { openPaper } from '../open-paper.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

export function BillPatient({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const act = useAct(claim.id, onBack);
  return (
    <ActForm
      title="Bill the patient"
      words={`The patient owes ${formatMoney(patientBalance(claim.money))}. Open the statement, which has all visits that something is left of, send it, then write that down: each of these visits is marked as billed.`}
      verb="I sent it"
      isPending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ type: 'patient-billed' })}
      onBack={onBack}
    >
      <Button icon="open" onClick={() => openPaper({ kind: 'statement', claimId: claim.id })}>
        Open the statement
      </Button>
    </ActForm>
  );
}
