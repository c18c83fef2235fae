/** Writes down that no other insurance pays what was left to the patient, and why; or that one may after all. */
import type { ClaimDetail } from '@claimside/shared/api';
import { NO_FURTHER_REASONS, NO_FURTHER_WORDS } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { ActForm } from './act-form.tsx';
import { ListedReasonForm } from './listed-reason-form.tsx';
import { useAct } from './use-act.ts';

export function NoFurtherInsurance({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const act = useAct(claim.id, onBack);
  const left = formatMoney(claim.leftAtNext);
  return (
    <ListedReasonForm
      title="No other insurance pays"
      words={`${left} was left to the patient and waits for the next insurance. It is the patient’s from now on, and can be billed. What an insurance decides later takes its place.`}
      verb={`The patient owes ${left}`}
      choices={NO_FURTHER_REASONS.map((each) => [each, NO_FURTHER_WORDS[each]] as const)}
      problem="Choose why none pays it."
      noteLabel="Who said so, and when, if you like"
      isPending={act.isPending}
      error={act.error}
      onPress={(said) => act.mutate({ type: 'no-further-insurance', ...said })}
      onBack={onBack}
      hint={() => (
        <p class="dim small">
          Refused because of something that is the practice’s to see to, such as filed too late? Most
          contracts forbid to bill the patient for it: write it off instead.
        </p>
      )}
    />
  );
}

export function FurtherInsurance({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const act = useAct(claim.id, onBack);
  return (
    <ActForm
      title="An insurance may pay after all"
      words="What was left to the patient waits for the next insurance again. The patient owes nothing of it until that has decided."
      verb="It may pay after all"
      isPending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ type: 'further-insurance' })}
      onBack={onBack}
    />
  );
}
