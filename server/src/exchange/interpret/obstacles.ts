/** Why nothing of a remittance may be posted, whatever else was posted before, and whether a person may post it all the same. */
import { CLAIM_STATUS_CODE } from '@claimside/shared/lifecycle';
import { type Cents, cents, formatMoney, sumCents } from '@claimside/shared/values';
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
  signedPayment,
} from '../../transactions/remittance-835/index.ts';
import { trialsAmong } from '../trial/answers.ts';
import { OTHER_MODE, structureReason } from './interpretation.ts';

export interface Obstacle {
  readonly state: 'unbalanced' | 'needs-person';
  readonly reason: string;
  /** Why nobody may post it all the same, in one sentence; null where a person who knows better may. */
  readonly closed: string | null;
}

/** The gravest: none that a person may overrule hides one that nobody may. */
export async function obstacleTo(
  scope: Scope,
  stored: Pick<StoredInboundFile, 'connectionId'>,
  file: RemittanceFile,
  remittance: Remittance,
): Promise<Obstacle | undefined> {
  const faults = faultsOf(file, remittance);
  const structure = structureReason(faults);
  const areOnlyEnds = faults.every(({ code }) => ENDS_ALONE.includes(code));
  if (structure !== null && !areOnlyEnds)
    return {
      state: 'needs-person',
      reason: `${structure} Nothing was posted.`,
      closed:
        'It cannot be posted, as some of it may be missing: ask for the file again, or type the payment in from its paper.',
    };
  const unbalanced = balanceRemittance(remittance).length;
  if (unbalanced > 0)
    return {
      state: 'unbalanced',
      reason: `The remittance does not balance (${unbalanced === 1 ? '1 place' : `${unbalanced} places`}). Nothing was posted.`,
      closed:
        'It cannot be posted while it does not add up: ask the payer for a corrected file, which is posted when it comes, or type the payment in from its paper if the money is here.',
    };
  const others = [
    await missesItsTotal(scope, remittance),
    await ofOtherMode(scope, stored, remittance),
    await notOurs(scope, remittance),
    await ofTest(scope, stored, file),
    ...(structure === null ? [] : [wrongEnds(structure)]),
  ].flatMap((each) => each ?? []);
  return others.find(({ closed }) => closed !== null) ?? others[0];
}

/** What its end says wrongly of how many segments it has, and ends that are left out of a file which goes on to its own. */
const ENDS_ALONE: readonly string[] = ['SE01-COUNT', 'SE-MISSING', 'CLAIM-CUT-OFF', 'GE-MISSING'];

/** A sender that counts wrongly, or leaves ends out, does so for good: where all amounts add up, a person who has the money may know better. */
const wrongEnds = (structure: string): Obstacle => ({
  state: 'needs-person',
  reason: `${structure} All its amounts add up to the payment, to the cent. Nothing was posted.`,
  closed: null,
});

/** Those of every set that tells the same, where several do. */
function faultsOf({ remittances, places, findings }: RemittanceFile, remittance: Remittance) {
  const hash = remittanceHash(remittance);
  return places
    .filter((_, index) => remittances[index] && remittanceHash(remittances[index]) === hash)
    .flatMap((place) => moneyFaultsAt(findings, place));
}

/** It adds up, but part of it is an estimate or of an invented claim, which move no money. */
async function missesItsTotal(scope: Scope, remittance: Remittance): Promise<Obstacle | undefined> {
  const { claims, providerAdjustments } = remittance;
  const invented = await trialsAmong(
    scope,
    claims.map(({ patientControlNumber }) => patientControlNumber),
  );
  const moved = sumCents(
    claims.map(({ statusCode, patientControlNumber, paidAmount }) =>
      statusCode === CLAIM_STATUS_CODE.estimate || invented.has(patientControlNumber) ? cents(0) : paidAmount,
    ),
  );
  const beside = sumCents(providerAdjustments.map(({ amount }) => amount));
  const missing = cents(signedPayment(remittance) - (moved - beside));
  return missing === 0 ? undefined : missingObstacle(missing);
}

/** `missing` of the payment, once all is posted that can be. */
export const missingObstacle = (missing: Cents): Obstacle => ({
  state: 'needs-person',
  reason: `What would be posted of it misses its total by ${formatMoney(missing)}. Nothing was posted.`,
  closed:
    'It cannot be posted while its claims do not come to its total: ask the payer for a corrected file, which is posted when it comes.',
});

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
    closed: null,
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
  return {
    state: 'needs-person',
    reason: `${OTHER_MODE} Nothing was posted.`,
    closed:
      'It cannot be posted: what a test account pays is no money of live claims, nor the other way round.',
  };
}

/** A file of another practice that was brought or sent by mistake, or of an NPI that nobody has written down yet. */
async function notOurs(scope: Scope, remittance: Remittance): Promise<Obstacle | undefined> {
  const { settings } = await getPractice(scope);
  const payee = settings ? payeeOf(remittance, settings) : 'ours';
  if (payee === 'ours') return undefined;
  const { npi } = remittance.payee;
  // Whatever else stands in its place is not repeated: it may be anything.
  const named = npi !== undefined && /^\d{10}$/.test(npi) ? `NPI ${npi}` : 'an NPI';
  const wayIn = `an admin adds it under providers in the practice data, and the payment is posted by itself.`;
  if (payee === 'another')
    return {
      state: 'needs-person',
      reason: `It pays another practice: neither ${named} nor its tax ID is one of yours. Nothing was posted.`,
      closed: `It cannot be posted while it pays another practice: if that NPI is yours, ${wayIn}`,
    };
  return {
    state: 'needs-person',
    reason: npi
      ? `It pays ${named}, which is not among yours. If it is yours, ${wayIn} Nothing was posted.`
      : 'It names no NPI, and a tax ID that is not yours. Nothing was posted.',
    closed: null,
  };
}
