/** Takes up again what was set aside: no money moves by it, so that one press does. */
import { useMutation } from '@tanstack/preact-query';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf } from '../../ui/server/index.ts';
import { useAfresh } from './use-afresh.ts';

/** `what` names it where several stand in a list. `onTaken`: the button may be gone by then. */
export function TakeUp(props: { what?: string; take(): Promise<unknown>; onTaken(): void }) {
  const { what, take, onTaken } = props;
  const afresh = useAfresh();
  const taking = useMutation({
    mutationFn: take,
    onSettled: async (_answer, error) => {
      await afresh();
      if (!error) onTaken();
    },
  });
  return (
    <>
      <Button
        class={what === undefined ? '' : 'small'}
        aria-label={what === undefined ? undefined : `Take it up again: ${what}`}
        disabled={taking.isPending}
        onClick={() => taking.mutate()}
      >
        {taking.isPending ? 'Taking it up' : 'Take it up again'}
      </Button>
      {taking.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(taking.error)}
        </p>
      )}
    </>
  );
}
