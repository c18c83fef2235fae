/** Stores a change of the practice over what it is at that moment, so that of two admins neither overwrites the other unseen. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { PracticeContext } from '@claimside/shared/capture';
import { ok, type Result } from '@claimside/shared/values';
import type { QueryClient } from '@tanstack/preact-query';
import { useServer } from '../../ui/server/index.ts';

export type Change<Refused> = (now: PracticeSettings | null) => Result<PracticeSettings, Refused>;

/** Rejects with a ServerTrouble. */
export function useChangePractice() {
  const server = useServer();
  return async <Refused>(change: Change<Refused>): Promise<Result<PracticeSettings, Refused>> => {
    const { settings, tag } = await server.practiceToChange();
    const changed = change(settings);
    return changed.ok ? ok(await server.changePractice(changed.value, tag)) : changed;
  };
}

/** Shown at once, with the prices as they were; all else may rest on it, and is asked for again. */
export function showSaved(queries: QueryClient, saved: PracticeSettings): void {
  queries.setQueryData(
    ['practice'],
    (before: PracticeContext | null | undefined): PracticeContext => ({
      ...saved,
      procedures: before?.procedures ?? {},
    }),
  );
  void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'practice' });
}
