/** Asks a biller whether a file of unknown fate arrived, with the way to find out. */

import type { DeliveryDecision } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { CopyButton } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { GuardedButton } from '../guarded-press.tsx';

export function DecideDelivery(props: {
  claimId: string;
  fileName: string;
  clearinghouse: string;
  /** Where it was sent, where the account is another one since. */
  sentTo: string | undefined;
}) {
  const { claimId, fileName, sentTo } = props;
  const server = useServer();
  const queries = useQueryClient();
  const clearinghouse = props.clearinghouse || 'the clearinghouse';
  const decide = useMutation({
    mutationFn: (decision: DeliveryDecision) => server.decideDelivery(claimId, decision),
    // It concerns every claim of the file.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['claim'] }),
        queries.invalidateQueries({ queryKey: ['claims'] }),
      ]),
  });
  return (
    <section class="decide" aria-label="Did the file arrive?">
      <p>
        Look in {sentTo === undefined ? `${clearinghouse}’s portal` : `the portal of ${sentTo}`} for the file{' '}
        <span class="mono">{fileName}</span>
        <CopyButton text={fileName} what="file name" /> and say what you found. It counts for every claim in
        the file.
      </p>
      <div class="actions">
        <GuardedButton disabled={decide.isPending} onPress={() => decide.mutate('arrived')}>
          It arrived
        </GuardedButton>
        <GuardedButton disabled={decide.isPending} onPress={() => decide.mutate('send-again')}>
          {sentTo === undefined ? 'Send the same file again' : 'It is not there: send the claims anew'}
        </GuardedButton>
        <GuardedButton disabled={decide.isPending} onPress={() => decide.mutate('refused')}>
          It was refused
        </GuardedButton>
      </div>
      {decide.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(decide.error)}
        </p>
      )}
    </section>
  );
}
