/** Lets a last server finish what is open, and compares what the clinic was told with what the clearinghouse received. */
import { notPressed } from '../../sim/world/visit.ts';
import type { ReceivedFile } from '../../src/sandbox/index.ts';
import { deliveredIn } from '../delivered.ts';
import type { Clinic, Press } from './clinic.ts';
import { notAsFrozen } from './frozen.ts';
import type { Place } from './practice.ts';
import type { ServerProcess } from './server-process.ts';

/** In a row, with a pause after each, in which nothing was settled: whatever is open then is stuck. */
const IDLE_ROUNDS = 100;
const PAUSE_MILLISECONDS = 200;
/** What the sandbox pays of each charge, to the nearest cent or so. */
const PAID_SHARE = 0.8;

/** Gives what is not as promised: each press answered, each claim delivered once, as it was pressed and frozen, and paid; nothing else. */
export async function brokenPromises(place: Place, clinic: Clinic, server: ServerProcess): Promise<string[]> {
  const open = new Set(clinic.presses);
  let troubles: string[] = [];
  for (let idle = 0; open.size > 0 && idle < IDLE_ROUNDS; idle += 1) {
    await clinic.insist(server.url);
    await place.sandbox.idle();
    const deliveries = deliveriesIn(await place.sandbox.received());
    troubles = [];
    for (const press of [...open]) {
      const trouble = await troubleOf(press, deliveries, clinic, server.url);
      if (trouble !== undefined) troubles.push(trouble);
      else if (open.delete(press)) idle = 0;
    }
    if (open.size > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  // One that was settled early could have been delivered again since.
  const received = await place.sandbox.received();
  const deliveries = deliveriesIn(received);
  const twice = clinic.presses.filter(
    (press) => !open.has(press) && deliveries.of(press.claim?.patientControlNumber) !== 1,
  );
  const presses = clinic.presses.map(({ visit, claim }) => ({
    visit,
    patientControlNumber: claim?.patientControlNumber,
  }));
  return [
    ...clinic.troubles,
    ...troubles,
    ...twice.map(({ key }) => `twice: ${key}, in the end`),
    ...notPressed(deliveredIn(received), presses),
    ...notAsFrozen(place.dataDir, received),
  ];
}

interface Deliveries {
  /** How often a claim was delivered. */
  of(patientControlNumber: string | undefined): number;
  hasFile(name: string): boolean;
}

function deliveriesIn(received: readonly ReceivedFile[]): Deliveries {
  const counts = new Map<string, number>();
  for (const { claims } of received)
    for (const { patientControlNumber } of claims)
      counts.set(patientControlNumber, (counts.get(patientControlNumber) ?? 0) + 1);
  const names = new Set(received.map(({ name }) => name));
  return { of: (number = '') => counts.get(number) ?? 0, hasFile: (name) => names.has(name) };
}

/** Of a file of unknown fate a person says what the clearinghouse has of it. */
async function troubleOf(
  { key, claim }: Press,
  deliveries: Deliveries,
  clinic: Clinic,
  url: string,
): Promise<string | undefined> {
  if (!claim) return `${key}: no answer`;
  const detail = await clinic.read(url, claim.id);
  const count = deliveries.of(claim.patientControlNumber);
  const told = `${key} ${claim.patientControlNumber}: delivered ${count} times, ${detail?.status}`;
  if (detail?.outboundFile?.state === 'unknown') {
    const decision = deliveries.hasFile(detail.outboundFile.name) ? 'arrived' : 'send-again';
    await clinic.request(url, 'POST', `/claims/${claim.id}/delivery`, JSON.stringify({ decision }));
  }
  if (count > 1) return `twice: ${told}`;
  if (count === 0) return `lost: ${told}`;
  if (detail?.status !== 'paid') return `stuck: ${told}`;
  const isPaid = Math.abs(detail.money.paid - PAID_SHARE * detail.money.charge) <= 1;
  return isPaid ? undefined : `${detail.money.paid} posted: ${told}`;
}
