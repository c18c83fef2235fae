/** Stores a change of the practice over what it is at that moment, so that of two admins neither overwrites the other unseen. */
import type { PracticeSettings } from '@claimside/shared/api';
import { ok, type Result } from '@claimside/shared/values';
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
