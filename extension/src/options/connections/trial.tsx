/** Sends a file of invented claims by a connection, and shows step by step what comes back of it. */
import type { Trial } from '@claimside/shared/api';
import { outcomeWords, stepWords } from '@claimside/shared/lifecycle';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { Button, Failed, Loading, type Tone, When } from '../../ui/parts/index.ts';
import { useServer, useTrial } from '../../ui/server/index.ts';

export function TrialPart({ connectionId, name }: { connectionId: string; name: string }) {
  const server = useServer();
  const queries = useQueryClient();
  const trial = useTrial(connectionId);
  const start = useMutation({
    mutationFn: () => server.startTrial(connectionId),
    onSettled: () => queries.invalidateQueries({ queryKey: ['exchange', 'trial', connectionId] }),
  });
  if (trial.error) return <Failed error={trial.error} onRetry={() => void trial.refetch()} />;
  if (trial.isPending) return <Loading what="the test file" />;
  const isLeaving =
    trial.data?.outcome === 'waiting' && !trial.data.steps.some(({ kind }) => kind === 'sent');
  return (
    <section class="trial" aria-label={`Test file to ${name}`}>
      <p class="dim">
        A test file holds five invented claims and is marked as a test: no payer sees them, whatever the mode.
        It shows that files arrive and that answers come back.
      </p>
      {trial.data && <Steps trial={trial.data} />}
      {start.error && <Failed error={start.error} onRetry={() => start.mutate()} />}
      <Button disabled={start.isPending || isLeaving} onClick={() => start.mutate()}>
        {trial.data ? 'Send another test file' : 'Send a test file'}
      </Button>
    </section>
  );
}

const TONES: Readonly<Record<Trial['outcome'], Tone>> = {
  waiting: 'neutral',
  works: 'good',
  failed: 'bad',
};

function Steps({ trial }: { trial: Trial }) {
  const now = Date.now();
  return (
    <>
      <ol class="trial-steps">
        {trial.steps.map((step) => (
          <li key={step.kind}>
            {stepWords(step, trial)}{' '}
            <span class="dim">
              <When instant={step.at} now={now} />
            </span>
            {step.messages.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </li>
        ))}
      </ol>
      <p class={`finding tone-${TONES[trial.outcome]}`} role="status">
        {outcomeWords(trial)}
      </p>
    </>
  );
}
