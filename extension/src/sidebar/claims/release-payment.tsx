/** Takes a payment off the claim whose number it names, with the reason; it then waits to be given to another. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useId, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { useServer } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { ReasonForm } from '../reason-form.tsx';

/** `what` names the payment. */
export function ReleasePayment(props: {
  claimId: string;
  eventId: string;
  what: string;
  onTakenBack(): void;
}) {
  const { claimId, eventId, what } = props;
  const server = useServer();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const opener = useId();
  const release = useMutation({
    mutationFn: (reason: string) => server.releasePayment({ claimId, eventId, reason }),
    onSuccess: props.onTakenBack,
    onSettled: () =>
      Promise.all(
        ['unmatched', 'claims', 'claim', 'remittances', 'files'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  if (!isAsked)
    return (
      <Button
        id={opener}
        kind="quiet"
        class="small"
        aria-label={`Not this claim’s: ${what}`}
        onClick={() => setAsked(true)}
      >
        Not this claim’s
      </Button>
    );
  return (
    <ReasonForm
      verb="Take it off this claim"
      words="It names the number of this claim. Where it is another’s all the same, the claim is as if it had never come, and it waits under Claims, Unmatched with your reason."
      label="Why is it not this claim’s?"
      staysWith="the payment"
      usual={['Another patient', 'Another date of service']}
      isPending={release.isPending}
      error={release.error}
      onSay={(reason) => release.mutate(reason)}
      onLeave={() => {
        setAsked(false);
        focusSoon(opener);
      }}
    />
  );
}
