/** The way to a new account, to tick off step by step, with what is typed there to copy. */
import type { PracticeSettings } from '@claimside/shared/api';
import { err, ok } from '@claimside/shared/values';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { CheckBox, CopyButton } from '../../ui/parts/index.ts';
import { sentenceOf } from '../../ui/server/index.ts';
import { showSaved, useChangePractice } from '../practice/use-change.ts';
import { type AccountStep, accountSteps } from './steps.ts';

export function NewAccount({ practice }: { practice: PracticeSettings }) {
  const steps = accountSteps(practice);
  const { ticked, tick, error } = useTicks(practice);
  const count = steps.filter(({ id }) => ticked.includes(id)).length;
  return (
    <section aria-label="Opening an account">
      <h3>
        Opening an account{' '}
        <span class="dim">
          {count} of {steps.length} done
        </span>
      </h3>
      <ol class="account-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <CheckBox
              path={`account.${step.id}`}
              checked={ticked.includes(step.id)}
              onChange={(isDone) => tick({ id: step.id, isDone })}
            >
              {step.words}
            </CheckBox>
            <ToCopy data={step.data ?? []} />
          </li>
        ))}
      </ol>
      {error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </section>
  );
}

function ToCopy({ data }: { data: NonNullable<AccountStep['data']> }) {
  if (data.length === 0) return null;
  return (
    <dl class="account-data">
      {data.map(([label, text]) => (
        <div key={label}>
          <dt class="dim">{label}</dt>
          <dd>
            {text} <CopyButton text={text} what={label} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Ticks are kept with the account at once, over what another admin ticked meanwhile. */
function useTicks({ accountRequest }: PracticeSettings) {
  const queries = useQueryClient();
  const change = useChangePractice();
  const ticks = useMutation({
    mutationFn: ({ id, isDone }: { id: string; isDone: boolean }) =>
      change((now) => {
        if (!now) return err('gone' as const);
        const request = now.accountRequest ?? { uses: 'nothing' };
        const others = (request.stepsDone ?? []).filter((each) => each !== id);
        const stepsDone = isDone ? [...others, id] : others;
        return ok({ ...now, accountRequest: { ...request, stepsDone } });
      }),
    onSuccess: (saved) => saved.ok && showSaved(queries, saved.value),
    scope: { id: 'account-steps' },
  });
  return { ticked: accountRequest?.stepsDone ?? [], tick: ticks.mutate, error: ticks.error };
}
