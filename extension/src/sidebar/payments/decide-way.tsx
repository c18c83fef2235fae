/** Says with a reason what a payment is that posted nothing: the same as one that was posted, another one, one that nobody needs, or right. */
import type { DecideRemittance } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { useServer } from '../../ui/server/index.ts';
import { ReasonForm } from '../reason-form.tsx';
import { useAfresh } from './use-afresh.ts';

export type Way = 'same' | 'another' | 'give-up' | 'give-up-part' | 'anyway';
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
    words: 'Nothing of this one is posted. It is kept under Set aside, and can be taken up again.',
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
    words: 'Nothing of it is posted. It is kept under Set aside, and can be taken up again.',
    label: 'Why does it need nobody any more?',
    verb: 'Set it aside',
    usual: ['Not for this practice', 'The payer sent another file', 'Typed in from its paper'],
  },
  'give-up-part': {
    decision: 'set-aside',
    open: 'Set it aside',
    words:
      'Nothing of it is posted. It is kept under Set aside, and can be taken up again. Where other files may bring the rest of the check, let it wait: they are put together by themselves.',
    label: 'Why does it need nobody any more?',
    verb: 'Set it aside',
    usual: ['The payer sent a corrected file', 'Typed in from its paper'],
  },
  anyway: {
    decision: 'post-all-the-same',
    open: 'Post it all the same',
    words: 'All of it is posted: its claims are paid by it.',
    label: 'Why is it right?',
    verb: 'Post it all the same',
    usual: ['It has arrived at the bank', 'It is for this practice'],
  },
};

export function DecideWay(props: { id: string; way: Way; onLeave(): void; onDecided(): void }) {
  const server = useServer();
  const afresh = useAfresh();
  const { decision, words, label, verb, usual } = WAYS[props.way];
  const decide = useMutation({
    mutationFn: (reason: string) => server.decideRemittance(props.id, { decision, reason }),
    onSettled: async (_answer, error) => {
      await afresh();
      if (!error) props.onDecided();
    },
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
