/** Says with a reason what a payment is that posted nothing: the same as one that was posted, another one, or one that nobody needs. */
import type { DecideRemittance } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useServer } from '../../ui/server/index.ts';
import { ReasonForm } from '../reason-form.tsx';

export type Way = 'same' | 'another' | 'give-up' | 'anyway';
export const WAYS: Readonly<
  Record<
    Way,
    {
      decision: DecideRemittance['decision'];
      /** On the button that opens it. */
      open: string;
      words: string;
      label: string;
      verb: string;
      usual: readonly string[];
    }
  >
> = {
  same: {
    decision: 'set-aside',
    open: 'It is the same payment',
    words: 'Nothing of this one is posted. It is kept, and can still be posted later.',
    label: 'Why is it the same?',
    verb: 'Set it aside',
    usual: ['Same check, told twice', 'Typed in from its paper before'],
  },
  another: {
    decision: 'post-all-the-same',
    open: 'It is another payment',
    words: 'All of it is posted beside the other: its claims are paid by both.',
    label: 'Why is it another one?',
    verb: 'Post it all the same',
    usual: ['Two checks with the same number', 'Both have arrived at the bank'],
  },
  'give-up': {
    decision: 'set-aside',
    open: 'Set it aside',
    words:
      'Nothing of it is posted; it is kept, and leaves what waits. Where other files may bring the rest of the check, let it wait: they are put together by themselves.',
    label: 'Why does it need nobody any more?',
    verb: 'Set it aside',
    usual: ['The payer sent a corrected file', 'Typed in from its paper'],
  },
  anyway: {
    decision: 'post-all-the-same',
    open: 'Post it all the same',
    words:
      'All of it is posted, unless part of its file may be missing or it is another practice’s for certain.',
    label: 'Why is it right?',
    verb: 'Post it all the same',
    usual: ['It has arrived at the bank', 'It is for this practice'],
  },
};

export function DecideSame(props: { id: string; way: Way; onLeave(): void; onDecided(): void }) {
  const server = useServer();
  const queries = useQueryClient();
  const { decision, words, label, verb, usual } = WAYS[props.way];
  const decide = useMutation({
    mutationFn: (reason: string) => server.decideRemittance(props.id, { decision, reason }),
    onSuccess: props.onDecided,
    onSettled: () =>
      Promise.all(
        ['remittances', 'files', 'exchange', 'claims', 'claim', 'unmatched'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  return (
    <ReasonForm
      verb={verb}
      words={words}
      label={label}
      staysWith="the payment"
      usual={usual}
      isPending={decide.isPending}
      error={decide.error}
      onSay={(reason) => decide.mutate(reason)}
      onLeave={props.onLeave}
    />
  );
}
