/** Takes back what was decided of an answer: asked once more, as it moves money; what stands in the way is said. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { GuardedButton } from '../guarded-press.tsx';

/** `what` names the answer; `isSetAside` where it is no claim's. */
export function TakeBack(props: {
  answerId: string;
  what: string;
  isSetAside?: boolean;
  onTakenBack?(answerIds: readonly string[]): void;
}) {
  const { answerId, what, onTakenBack } = props;
  const server = useServer();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const asking = useRef<HTMLFieldSetElement>(null);
  const opener = useId();
  const takeBack = useMutation({
    mutationFn: () => server.reopenAnswer(answerId),
    onSuccess: ({ answerIds }) => onTakenBack?.(answerIds),
    onSettled: () =>
      Promise.all(
        ['unmatched', 'claims', 'claim', 'remittances', 'files'].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  useEffect(() => {
    if (isAsked) asking.current?.querySelector('button')?.focus();
  }, [isAsked]);
  const leave = () => {
    setAsked(false);
    takeBack.reset();
    focusSoon(opener);
  };
  if (!isAsked)
    return (
      <Button id={opener} class="small" aria-label={`Take it back: ${what}`} onClick={() => setAsked(true)}>
        Take it back
      </Button>
    );
  return (
    <fieldset
      ref={asking}
      class="way take-back"
      aria-label={`Take back: ${what}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <p class="small">
        {props.isSetAside
          ? 'It waits under Claims, Unmatched again.'
          : 'The claim is then as if it had never come, and it waits under Claims, Unmatched again. So does what came to the claim because of it.'}
      </p>
      <div class="actions">
        <GuardedButton disabled={takeBack.isPending} onPress={() => takeBack.mutate()}>
          {takeBack.isPending ? 'Taking it back' : 'Take it back'}
        </GuardedButton>
        <Button kind="quiet" onClick={leave}>
          Leave it
        </Button>
      </div>
      {takeBack.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(takeBack.error)}
        </p>
      )}
    </fieldset>
  );
}
