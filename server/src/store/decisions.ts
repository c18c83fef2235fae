/** What people decided of payments and files that waited, and who they were. */
import type { Decision } from '@claimside/shared/api';
import { listDevices } from './devices.ts';
import { fromJson } from './json.ts';
import type { Scope } from './store.ts';

/** As it is kept: the device may be called otherwise one day. */
export type StoredDecision = Omit<Decision, 'by'> & {
  readonly deviceId: string;
  /** It had been set aside before, and came again when nothing stood against it any more: nobody is asked a third time. */
  readonly isForGood?: true;
};

/** Each row with its decision as people read it. */
export async function withDecisions<Row extends { readonly decision: string | null }>(
  scope: Scope,
  rows: readonly Row[],
): Promise<(Omit<Row, 'decision'> & { readonly decision: Decision | null })[]> {
  const isDecided = rows.some(({ decision }) => decision !== null);
  const names = new Map((isDecided ? await listDevices(scope) : []).map(({ id, name }) => [id, name]));
  return rows.map(({ decision, ...row }) => {
    if (decision === null) return { ...row, decision };
    const { kind, at, reason, deviceId } = fromJson<StoredDecision>(decision);
    return { ...row, decision: { kind, at, reason, by: names.get(deviceId) ?? 'a browser that is gone' } };
  });
}
