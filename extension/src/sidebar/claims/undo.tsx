/** Takes a billed claim back while nothing of it has left. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { GuardedButton } from '../guarded-press.tsx';

export function Undo({ claimId }: { claimId: string }) {
  const server = useServer();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => server.cancelClaim(claimId),
    onSuccess: (claim) => queries.setQueryData(['claim', claimId], claim),
    // Refused or not, what is shown was old.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['claim', claimId] }),
        queries.invalidateQueries({ queryKey: ['claims'] }),
      ]),
  });
  return (
    <>
      <GuardedButton disabled={undo.isPending} onPress={() => undo.mutate()}>
        {undo.isPending ? 'Taking it back' : 'Undo'}
      </GuardedButton>
      <span class="dim small">Takes the claim back; possible until it is sent.</span>
      {undo.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(undo.error)}
        </p>
      )}
    </>
  );
}
