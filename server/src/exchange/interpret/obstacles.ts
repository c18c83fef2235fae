/** Why nothing of a remittance may be posted, whatever else was posted before. */
import { payeeOf, remittanceHash } from '../../remittance/index.ts';
import { listConnections } from '../../store/connections.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import { leftOtherwise } from '../../store/left-otherwise.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';
import {
  balanceRemittance,
  moneyFaultsAt,
  type Remittance,
  type RemittanceFile,
} from '../../transactions/remittance-835/index.ts';
import { OTHER_MODE, structureReason } from './interpretation.ts';

export interface Obstacle {
  readonly state: 'unbalanced' | 'needs-person';
  readonly reason: string;
  /** A person who knows better may post it all the same. */
  readonly mayBeOverruled?: true;
}

/** The gravest: none that a person may overrule hides one that nobody may. */
export async function obstacleTo(
  scope: Scope,
  stored: Pick<StoredInboundFile, 'connectionId'>,
  file: RemittanceFile,
  remittance: Remittance,
): Promise<Obstacle | undefined> {
  const structure = structureReason(faultsOf(file, remittance));
  if (structure !== null) return { state: 'needs-person', reason: `${structure} Nothing was posted.` };
  const unbalanced = balanceRemittance(remittance).length;
  if (unbalanced > 0)
    return {
      state: 'unbalanced',
      reason: `The remittance does not balance (${unbalanced === 1 ? '1 place' : `${unbalanced} places`}). Nothing was posted.`,
    };
  const others = [
    await ofOtherMode(scope, stored, remittance),
    await notOurs(scope, remittance),
    await ofTest(scope, stored, file),
  ].flatMap((each) => each ?? []);
  return others.find((each) => !each.mayBeOverruled) ?? others[0];
}

/** Those of every set that tells the same, where several do. */
function faultsOf({ remittances, places, findings }: RemittanceFile, remittance: Remittance) {
  const hash = remittanceHash(remittance);
  return places
    .filter((_, index) => remittances[index] && remittanceHash(remittances[index]) === hash)
    .flatMap((place) => moneyFaultsAt(findings, place));
}

/** Of a test, where claims are live. Payers forget the flag, so that a person may say that the money is real. */
async function ofTest(
  scope: Scope,
  stored: Pick<StoredInboundFile, 'connectionId'>,
  { isTest }: RemittanceFile,
): Promise<Obstacle | undefined> {
  if (!isTest) return undefined;
  const connections = await listConnections(scope);
  // One that a person brought may be meant for any of them.
  const asked = connections.filter(({ id }) => stored.connectionId === null || id === stored.connectionId);
  if (!asked.some(({ settings }) => settings.mode === 'live')) return undefined;
  return {
    state: 'needs-person',
    reason: 'It is a test file (ISA15 is T), and the account is live. Nothing was posted.',
    mayBeOverruled: true,
  };
}

/** By a connection in one mode about claims that left in the other. */
async function ofOtherMode(
  scope: Scope,
  { connectionId }: Pick<StoredInboundFile, 'connectionId'>,
  { claims }: Remittance,
): Promise<Obstacle | undefined> {
  if (connectionId === null) return undefined;
  const numbers = claims.map(({ patientControlNumber }) => patientControlNumber);
  const confused = await leftOtherwise(scope, connectionId, { patientControlNumbers: numbers });
  if (confused.size === 0) return undefined;
  return { state: 'needs-person', reason: `${OTHER_MODE} Nothing was posted.` };
}

/** A file of another practice that was brought or sent by mistake. */
async function notOurs(scope: Scope, remittance: Remittance): Promise<Obstacle | undefined> {
  const { settings } = await getPractice(scope);
  const payee = settings ? payeeOf(remittance, settings) : 'ours';
  if (payee === 'ours') return undefined;
  if (payee === 'another')
    return {
      state: 'needs-person',
      reason: 'It pays another practice: neither its NPI nor its tax ID is one of yours. Nothing was posted.',
    };
  return {
    state: 'needs-person',
    reason: `It may pay another practice: it names ${remittance.payee.npi ? 'an NPI' : 'a tax ID'} that is not yours, and nothing else to tell by. Nothing was posted.`,
    mayBeOverruled: true,
  };
}
