/** Whether the server still takes this browser, whichever hears of it first: a request, or the live connection. */
import { useLive } from './context.tsx';
import { ServerTrouble } from './problems.ts';
import { useSession } from './queries.ts';

/** Why it does not; undefined while it does, and while that is not known. */
export function useRefusal(): ServerTrouble | undefined {
  const { error } = useSession();
  const live = useLive();
  if (error instanceof ServerTrouble && error.kind === 'revoked') return error;
  return live.kind === 'refused' ? live.trouble : undefined;
}
