/** An account as it was sent, held against what is known of its clearinghouse. */
import type { ConnectionToSave, Problem } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { ConnectionSettings } from '../../clearinghouse/index.ts';
import type { AccountToSave } from '../../practice/index.ts';
import { expectation } from '../../shape-fault.ts';

/** Or what is wrong, place by place; never what stood there. */
export function accountFrom(
  sent: ConnectionToSave,
): Result<AccountToSave, Pick<Problem, 'findings' | 'detail'>> {
  const settings = ConnectionSettings.safeParse(sent.settings);
  if (settings.success) return ok({ ...sent, settings: settings.data });
  const findings = settings.error.issues.map((issue) => {
    const path = ['settings', ...issue.path.map(String)];
    const message = `${path.at(-1)} ${expectation(issue)}.`;
    const fix = 'Compare with what the clearinghouse sent you.';
    return { id: 'connection-settings', severity: 'error' as const, path: path.join('.'), message, fix };
  });
  return err({ findings, detail: findings.map(({ message }) => message).join(' ') });
}
