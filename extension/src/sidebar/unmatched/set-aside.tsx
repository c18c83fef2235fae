/** Sets an answer aside with a reason, which stays with it. */
import { ReasonForm } from '../reason-form.tsx';

const USUAL_REASONS = ['Not our patient', 'Billed in another system', 'Settled with the payer'] as const;

export function SetAside(props: { isPending: boolean; onSetAside(reason: string): void }) {
  return (
    <ReasonForm
      verb="Set it aside"
      label="Why is it about no claim here?"
      staysWith="the answer"
      usual={USUAL_REASONS}
      isPending={props.isPending}
      onSay={props.onSetAside}
    />
  );
}
