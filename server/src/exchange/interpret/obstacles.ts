/** Why nothing of a remittance may be posted, whatever else was posted before. */
import { isOfAnotherPractice } from '../../remittance/index.ts';
import { listConnections } from '../../store/connections.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import { leftOtherwise } from '../../store/left-otherwise.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import {
  balanceRemittance,
  moneyFaults,
  type Remittance,
  type RemittanceFile,
} from '../../transactions/remittance-835/index.ts';
import { OTHER_MODE, structureReason } from './interpretation.ts';

export interface Obstacle {
  readonly state: 'unbalanced' | 'needs-person';
  readonly reason: string;
}

export async function obstacleTo(
  scope: Scope,
  stored: Pick<StoredInboundFile, 'connectionId'>,
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
  return (await ofOtherMode(scope, stored, file, remittance)) ?? notOurs(scope, remittance);
}

/** A file of a test, where claims are live, or the other way round. */
async function ofOtherMode(
  scope: Scope,
  { connectionId }: Pick<StoredInboundFile, 'connectionId'>,
  { isTest }: RemittanceFile,
  { claims }: Remittance,
): Promise<Obstacle | undefined> {
  const connections = await listConnections(scope);
  // One that a person brought may be meant for any of them.
  const asked = connections.filter(({ id }) => connectionId === null || id === connectionId);
  if (isTest && asked.some(({ settings }) => settings.mode === 'live'))
    return {
      state: 'needs-person',
      reason: 'It is a test file (ISA15 is T), and the account is live. Nothing was posted.',
    };
  if (connectionId === null) return undefined;
  const numbers = claims.map(({ patientControlNumber }) => patientControlNumber);
  const confused = await leftOtherwise(scope, connectionId, { patientControlNumbers: numbers });
  if (confused.size === 0) return undefined;
  return { state: 'needs-person', reason: `${OTHER_MODE} Nothing was posted.` };
}

/** A file of another practice that was brought or sent by mistake. */
async function notOurs(scope: Scope, remittance: Remittance): Promise<Obstacle | undefined> {
  const { settings } = await getPractice(scope);
  if (!settings || !isOfAnotherPractice(remittance, settings)) return undefined;
  return {
    state: 'needs-person',
    reason: 'It pays another practice: neither its NPI nor its tax ID is one of yours. Nothing was posted.',
  };
}
