/** Lets stand, with a reason, what the payer allowed less than its contract says; the patient's share goes on. */
import type { ClaimDetail } from '@claimside/shared/api';
import { UNDERPAYMENT_REASONS, UNDERPAYMENT_WORDS } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { ListedReasonForm } from './listed-reason-form.tsx';
import { useAct } from './use-act.ts';

export function AcceptAllowed({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const act = useAct(claim.id, onBack);
  const amount = claim.underpaidBy;
  return (
    <ListedReasonForm
      title="Accept what was allowed"
      words={`${formatMoney(amount)} less was allowed than the contract says. Nobody asks for it any more, and the claim leaves Underpaid. What the patient owes stays as it is. It can be taken back in the timeline.`}
      verb={`Accept ${formatMoney(amount)} less`}
      choices={UNDERPAYMENT_REASONS.map((each) => [each, UNDERPAYMENT_WORDS[each]] as const)}
      problem="Choose why it is accepted."
      noteLabel="Note, if you like"
      isPending={act.isPending}
      error={act.error}
      onPress={(said) => act.mutate({ type: 'underpayment-accepted', amount, ...said })}
      onBack={onBack}
      hint={(reason) =>
        reason === 'contract-old' && (
          <p class="dim small">Then bring the current one, too: Options, Fee schedule.</p>
        )
      }
    />
  );
}
