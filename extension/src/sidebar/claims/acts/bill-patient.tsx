/** A statement for the patient, to print or copy; that it went out is written down. */
import type { ClaimDetail } from '@claimside/shared/api';
import { patientStatement } from '@claimside/shared/letters';
import { patientBalance } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { usePractice } from '../../../ui/server/index.ts';
import { today } from '../../today.ts';
import { ActForm } from './act-form.tsx';
import { Letter } from './letter.tsx';
import { useAct } from './use-act.ts';

export function BillPatient({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const practice = usePractice().data ?? null;
  const [changed, setChanged] = useState<string>();
  const act = useAct(claim.id, onBack);
  const text =
    changed ?? patientStatement({ claim: claim.claim, money: claim.money, practice, today: today() });
  return (
    <ActForm
      title="Bill the patient"
      words={`The patient owes ${formatMoney(patientBalance(claim.money))}. Print or copy the statement, send it, then write that down.`}
      verb="I sent it"
      isPending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ type: 'patient-billed' })}
      onBack={onBack}
    >
      <Letter label="Statement" text={text} onChange={setChanged} />
    </ActForm>
  );
}
