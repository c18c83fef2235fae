/** Asks the payer where a silent claim is; what it says stands on the claim's timeline. */
import type { ClaimAsked, ClaimProgress } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef } from 'preact/hooks';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { GuardedButton } from '../guarded-press.tsx';

type Silent = Pick<ClaimProgress, 'id' | 'payerName' | 'silence' | 'followedBy'>;

export function AskPayer({ claim }: { claim: Silent }) {
  const server = useServer();
  const queries = useQueryClient();
  const isThere = useRef(true);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const ask = useMutation({
    mutationFn: async (): Promise<ClaimAsked> => {
      const key = crypto.randomUUID();
      let asked = await server.askPayer(claim.id, key);
      while (asked.outcome === 'asking' && isThere.current) asked = await server.askPayer(claim.id, key);
      return asked;
    },
    onSuccess: ({ claim: after }) => {
      queries.setQueryData(['claim', claim.id], after);
      void queries.invalidateQueries({ queryKey: ['claims'] });
      requestAnimationFrame(() => said.current?.focus());
    },
  });
  const isSilent =
    claim.silence !== null &&
    claim.silence.awaited !== 'next-payer-decision' &&
    claim.silence.awaited !== 'appeal-decision' &&
    claim.followedBy === null;
  if (!isSilent && !ask.data) return null;
  return (
    <>
      {isSilent && (
        <GuardedButton disabled={ask.isPending} onPress={() => ask.mutate()}>
          {ask.isPending ? `Asking ${claim.payerName}` : 'Ask the payer'}
        </GuardedButton>
      )}
      {ask.data && !ask.isPending && (
        <p
          ref={said}
          tabIndex={-1}
          class={`finding tone-${ask.data.outcome === 'told' ? 'neutral' : 'warning'}`}
        >
          {ask.data.outcome === 'told' ? `${claim.payerName} says: ` : ''}
          {ask.data.message}
        </p>
      )}
      {ask.error && (
        <p class="finding tone-warning" role="alert">
          {sentenceOf(ask.error)}
        </p>
      )}
    </>
  );
}
