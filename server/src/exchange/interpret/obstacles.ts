/** Why nothing of a remittance may be posted, whatever else was posted before. */
import { isOfAnotherPractice } from '../../remittance/index.ts';
import { findConnection } from '../../store/connections.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import {
  balanceRemittance,
  moneyFaults,
  type Remittance,
  type RemittanceFile,
} from '../../transactions/remittance-835/index.ts';
import { structureReason } from './interpretation.ts';

export interface Obstacle {
  readonly state: 'unbalanced' | 'needs-person';
  readonly reason: string;
}

export async function obstacleTo(
  scope: Scope,
  file: RemittanceFile,
  remittance: Remittance,
): Promise<Obstacle | undefined> {
  const structure = structureReason(moneyFaults(file.findings));
  if (structure !== null) return { state: 'needs-person', reason: `${structure} Nothing was posted.` };
  const unbalanced = balanceRemittance(remittance).length;
  if (unbalanced > 0)
    return {
      state: 'unbalanced',
      reason: `The remittance does not balance (${unbalanced === 1 ? '1 place' : `${unbalanced} places`}). Nothing was posted.`,
    };
  return notOurs(scope, file, remittance);
}

/** A file of another practice, or of a test, that was brought or sent by mistake. */
async function notOurs(
  scope: Scope,
  { isTest }: RemittanceFile,
  remittance: Remittance,
): Promise<Obstacle | undefined> {
  if (isTest && (await findConnection(scope))?.settings.mode === 'live')
    return {
      state: 'needs-person',
      reason: 'It is a test file (ISA15 is T), and the account is live. Nothing was posted.',
    };
  const { settings } = await getPractice(scope);
  if (!settings || !isOfAnotherPractice(remittance, settings)) return undefined;
  return {
    state: 'needs-person',
    reason: 'It pays another practice: neither its NPI nor its tax ID is one of yours. Nothing was posted.',
  };
}
