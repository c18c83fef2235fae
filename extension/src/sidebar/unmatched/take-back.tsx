/** Takes back what was decided of an answer. */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useServer } from '../../ui/server/index.ts';
import { AskedOnceMore } from '../asked-once-more.tsx';

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
  return (
    <AskedOnceMore
      what={what}
      words={
        props.isSetAside
          ? 'It waits under Claims, Unmatched again.'
          : 'The claim is then as if it had never come, and it waits under Claims, Unmatched again. So does what came to the claim because of it.'
      }
      isPending={takeBack.isPending}
      error={takeBack.error}
      onPress={() => takeBack.mutate()}
      onLeave={() => takeBack.reset()}
    />
  );
}
