/** What must hold once all is calm again, by the accounts of the clinic, the server, and the clearinghouse. */
import { OUTBOUND_STATES } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { paymentKey } from '../../src/remittance/index.ts';
import type { ScenarioName } from '../../src/sandbox/scenarios.ts';
import { isTemporary } from '../../src/sandbox/uploads.ts';
import { listEvents } from '../../src/store/claim-events.ts';
import { findClaim } from '../../src/store/claims.ts';
import { getExchangeStatus } from '../../src/store/exchange-status.ts';
import { listUnreadFiles } from '../../src/store/inbound-files.ts';
import { accountBalances, paymentBalances } from '../../src/store/journal.ts';
import { listClaimsOfFile, listOutboundFiles } from '../../src/store/outbound-files.ts';
import { countWaitingClaims } from '../../src/store/outbox.ts';
import type { Scope } from '../../src/store/store.ts';
import type { Press } from './clinic.ts';
import { PRACTICE } from './practice.ts';
import { notPressed } from './visit.ts';
import type { World } from './world.ts';

/** Empty when every promise was kept. */
export async function brokenPromises(world: World): Promise<string[]> {
  const scope = { db: world.store.db, practiceId: PRACTICE };
  return [
    ...world.clinic.troubles,
    ...(await files(world, scope)),
    ...(await leftovers(world, scope)),
    ...(await claims(world, scope)),
    ...notPressed(deliveredIn(world), world.clinic.presses),
    ...(await money(world, scope)),
    ...(await stuck(world, scope)),
  ];
}

/** What arrived is, byte for byte, what was frozen, and no number was used for two files. */
async function files({ houses, mode }: World, scope: Scope): Promise<string[]> {
  const frozen = await listOutboundFiles(scope, OUTBOUND_STATES);
  const troubles: string[] = [];
  const all = houses.all.flatMap(({ account, clearinghouse }) =>
    clearinghouse.books.taken.map((taken) => ({ taken, by: account.id })),
  );
  for (const { taken, by } of all) {
    const file = frozen.find(({ name }) => name === taken.name);
    if (!file) troubles.push(`${taken.name}: taken, and never made`);
    else if (taken.name.includes('OATEST') !== (mode === 'test'))
      troubles.push(`${taken.name}: not as ${mode} files are named`);
    else if (file.connectionId !== by) troubles.push(`${taken.name}: taken by another clearinghouse`);
    else if (taken.verdict === 'accepted' && file.sha256 !== taken.sha256)
      troubles.push(`${taken.name}: other bytes than were frozen`);
  }
  const numbers = frozen.map(({ interchangeControlNumber }) => interchangeControlNumber);
  if (new Set(numbers).size < numbers.length) troubles.push('an interchange control number was used twice');
  return troubles;
}

/** Nothing is left of an upload under a temporary name, but of a file that a person was asked about. */
async function leftovers({ houses }: World, scope: Scope): Promise<string[]> {
  const frozen = await listOutboundFiles(scope, OUTBOUND_STATES);
  const troubles: string[] = [];
  for (const { clearinghouse } of houses.all)
    for (const [name, { bytes }] of clearinghouse.folders.inbound) {
      if (!isTemporary(name) || bytes.length === 0) continue;
      const file = frozen.find((each) => name.includes(each.name));
      if (!file || !(await wasAskedAbout(scope, file.id)))
        troubles.push(`${name}: left, and nobody was told`);
    }
  return troubles;
}

async function wasAskedAbout(scope: Scope, fileId: string): Promise<boolean> {
  for (const claimId of (await listClaimsOfFile(scope, fileId)).values()) {
    const events = await listEvents(scope, claimId);
    if (events.some(({ fact }) => fact.type === 'delivery-unknown')) return true;
  }
  return false;
}

const deliveredIn = ({ houses }: World) =>
  houses.all.flatMap(({ clearinghouse }) => clearinghouse.books.taken.flatMap((taken) => taken.claims));

const STATUS: Readonly<Partial<Record<ScenarioName, ClaimStatus>>> = {
  paid: 'paid',
  'partly-paid': 'partly-paid',
  copay: 'partly-paid',
  denied: 'denied',
  'clearinghouse-rejected': 'rejected-by-clearinghouse',
  'payer-rejected': 'rejected-by-payer',
  pended: 'pended',
  silent: 'file-accepted',
  'reversed-and-corrected': 'paid',
  'taken-back': 'reversed',
};

/** Each press that was answered with a claim: delivered once, or taken back, or its file was refused and that is said. */
async function claims(world: World, scope: Scope): Promise<string[]> {
  const { clinic, houses } = world;
  const refused = await claimsOfRefusedFiles(world, scope);
  const troubles: string[] = [];
  const ids = new Set(clinic.presses.map(({ claimId }) => claimId));
  if (ids.size < clinic.presses.length) troubles.push('two presses were answered with one claim');
  for (const press of clinic.presses) {
    const status = press.claimId && (await findClaim(scope, press.claimId))?.summary.status;
    const number = press.patientControlNumber ?? '';
    const deliveries = houses.deliveries(number);
    const scenario = houses.scenarioOf(number);
    const told = `${press.memberId}: delivered ${deliveries} times, ${status}, ${press.cancel}`;
    if (press.payerId === undefined && houses.deliveries(number, '2') > 0)
      troubles.push(`went by an account that it is not routed to: ${told}`);
    if (deliveries > 1) troubles.push(`twice: ${told}`);
    else if (deliveries === 1) {
      if (press.cancel === 'done') troubles.push(`taken back and delivered: ${told}`);
      else if (scenario && STATUS[scenario] !== status) troubles.push(`wrong status: ${told}`);
    } else if (!isTold(press, status, refused)) troubles.push(`lost: ${told}`);
  }
  return troubles;
}

function isTold(press: Press, status: string | undefined, refused: ReadonlySet<string>): boolean {
  if (press.cancel === 'done') return status === 'closed';
  return status === 'file-failed' && press.claimId !== undefined && refused.has(press.claimId);
}

async function claimsOfRefusedFiles({ houses }: World, scope: Scope): Promise<ReadonlySet<string>> {
  const refused = new Set<string>();
  for (const { id, name, connectionId } of await listOutboundFiles(scope, ['rejected'])) {
    const taken = houses.of(connectionId).books.taken.filter((file) => file.name === name);
    if (taken.every(({ verdict }) => verdict === 'accepted')) continue;
    for (const claimId of (await listClaimsOfFile(scope, id)).values()) refused.add(claimId);
  }
  return refused;
}

/** What was paid is posted, once and to the cent. */
async function money({ houses, clinic }: World, scope: Scope): Promise<string[]> {
  const troubles: string[] = [];
  for (const { claimId, patientControlNumber = '', memberId } of clinic.presses) {
    const paid = claimId && (await findClaim(scope, claimId))?.summary.money.paid;
    const expected = houses.paidOn(patientControlNumber);
    if (paid !== expected) troubles.push(`${memberId}: ${paid} posted in place of ${expected}`);
  }
  for (const remittance of houses.paid) {
    const key = paymentKey(remittance);
    const posted = (await paymentBalances(scope, [key])).get(key)?.remittance;
    if (posted !== remittance.paymentAmount)
      troubles.push(`${remittance.traceNumber}: ${posted} posted in place of ${remittance.paymentAmount}`);
  }
  const sum = [...(await accountBalances(scope)).values()].reduce((total, amount) => total + amount, 0);
  if (sum !== 0) troubles.push(`the ledger is ${sum} out of balance`);
  return troubles;
}

/** Nothing waits that nobody waits for. */
async function stuck({ clock, houses }: World, scope: Scope): Promise<string[]> {
  const { state, others } = await getExchangeStatus(scope, clock.now());
  const states = [state, ...others.map((other) => other.state)];
  const open = await listOutboundFiles(scope, ['ready', 'sending', 'unknown', 'sent']);
  const waiting = await countWaitingClaims(scope);
  const unread: string[] = [];
  for (const { account } of houses.all) unread.push(...(await listUnreadFiles(scope, account.id)));
  return [
    ...states.flatMap((each) => (each === 'ok' ? [] : `a connection is ${each}`)),
    ...open.map((file) => `${file.name} is ${file.state}`),
    ...(waiting === 0 ? [] : [`${waiting} claims wait`]),
    ...(unread.length === 0 ? [] : [`${unread.length} files were not read`]),
  ];
}
