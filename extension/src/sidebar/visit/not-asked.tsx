/** Says quietly what the visit could not be checked against, as the server did not answer. */
import { Button } from '../../ui/parts/index.ts';
import { useVisitTools } from './visit-context.tsx';

export function NotAsked() {
  const { unasked, askAgain } = useVisitTools().known;
  return (
    <div class="not-asked dim small" role="status">
      {unasked && (
        <>
          <p>Not checked for now, as the server could not be asked: {unasked}.</p>
          <Button kind="quiet" class="small" icon="retry" onClick={askAgain}>
            Ask again
          </Button>
        </>
      )}
    </div>
  );
}
