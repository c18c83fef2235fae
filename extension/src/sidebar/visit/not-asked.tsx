/** Says quietly what the visit could not be checked against, as the server did not answer. */
import { useVisitTools } from './visit-context.tsx';

export function NotAsked() {
  const { unasked, askAgain } = useVisitTools().known;
  return (
    <p class="dim small" role="status">
      {unasked && (
        <>
          Not checked for now, as the server could not be asked: {unasked}.{' '}
          <button type="button" class="link" onClick={askAgain}>
            Ask again
          </button>
        </>
      )}
    </p>
  );
}
