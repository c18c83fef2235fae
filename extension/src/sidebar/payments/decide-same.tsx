/** Says with a reason that a payment is the same as one that was posted, or another one. */
import type { DecideRemittance } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, TextInput } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { GuardedButton } from '../guarded-press.tsx';

export type Decision = DecideRemittance['decision'];
export const WAYS: Readonly<
  Record<Decision, { open: string; words: string; label: string; verb: string; usual: readonly string[] }>
> = {
  'set-aside': {
    open: 'It is the same payment',
    words: 'Nothing of this one is posted. It is kept, and can still be posted later.',
    label: 'Why is it the same?',
    verb: 'Set it aside',
    usual: ['Same check, told twice', 'Typed in from its paper before'],
  },
  'post-all-the-same': {
    open: 'It is another payment',
    words: 'All of it is posted beside the other: its claims are paid by both.',
    label: 'Why is it another one?',
    verb: 'Post it all the same',
    usual: ['Two checks with the same number', 'Both have arrived at the bank'],
  },
};

const SHORTEST = 3;

export function DecideSame({ id, way, onLeave }: { id: string; way: Decision; onLeave(): void }) {
  const server = useServer();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const { words, label, verb, usual } = WAYS[way];
  const typed = reason.trim();
  const decide = useMutation({
    mutationFn: () => server.decideRemittance(id, { decision: way, reason: typed }),
    onSuccess: onLeave,
    onSettled: () =>
      Promise.all(
        ['remittances', 'files', 'claims', 'claim', 'unmatched'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  const press = () => {
    setTried(true);
    if (typed.length >= SHORTEST) decide.mutate();
    else input.current?.focus();
  };
  return (
    <fieldset
      class="way decide-same"
      aria-label={verb}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <p class="small">{words}</p>
      <TextInput
        inputRef={input}
        label={label}
        value={reason}
        problem={isTried && typed.length < SHORTEST ? 'Say why: it stays with the payment.' : undefined}
        onType={setReason}
      />
      <div class="list-choice">
        {usual.map((each) => (
          <button
            key={each}
            type="button"
            class="choice"
            aria-pressed={each === reason}
            onClick={() => setReason(each)}
          >
            {each}
          </button>
        ))}
      </div>
      <div class="actions">
        <GuardedButton disabled={decide.isPending} onPress={press}>
          {decide.isPending ? 'Writing it down' : verb}
        </GuardedButton>
        <Button kind="quiet" onClick={onLeave}>
          Back
        </Button>
      </div>
      {decide.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(decide.error)}
        </p>
      )}
    </fieldset>
  );
}
