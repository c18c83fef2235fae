/** After the load: each claim that was answered as stored arrives once, as it was billed, and is paid; no other arrives. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ClaimProgress } from '@claimside/shared/api';
import { type DeliveredClaim, notPressed } from '../sim/world/visit.ts';
import type { Billed } from './clinician.ts';
import type { Send } from './requests.ts';

const PAUSE_MILLISECONDS = 500;
/** In a row, in which nothing was settled: whatever is open then is stuck. */
const IDLE_ROUNDS = 240;
const AT_ONCE = 20;

/** Gives those whose claim is not paid in the end. */
export async function waitUntilPaid(
  claims: readonly Billed[],
  send: Send,
  onProgress: (done: number, total: number) => void,
): Promise<string[]> {
  let open = [...claims];
  let last = new Map<string, string>();
  for (let idle = 0; open.length > 0 && idle < IDLE_ROUNDS; idle += 1) {
    const seen = new Map<string, string>();
    for (let from = 0; from < open.length; from += AT_ONCE) {
      const some = open.slice(from, from + AT_ONCE);
      const statuses = await Promise.all(some.map(({ id }) => statusOf(id, send)));
      for (const [index, { id }] of some.entries()) seen.set(id, statuses[index] ?? 'unknown');
    }
    const left = open.filter(({ id }) => seen.get(id) !== 'paid');
    if (left.length < open.length) idle = 0;
    open = left;
    last = seen;
    onProgress(claims.length - open.length, claims.length);
    if (open.length > 0) await delay(PAUSE_MILLISECONDS);
  }
  return open.map(({ id, patientControlNumber }) => `stuck: ${patientControlNumber}, ${last.get(id)}`);
}

async function statusOf(id: string, send: Send): Promise<string> {
  const { status, text } = await send('GET', `/claims/${id}`);
  return status === 200 ? (JSON.parse(text) as ClaimProgress).status : `answered with ${status}`;
}

/** `delivered`: all claims that the clearinghouse received, as often as it did. */
export function notAsBilled(claims: readonly Billed[], delivered: readonly DeliveredClaim[]): string[] {
  const counts = new Map<string, number>();
  for (const { patientControlNumber: number } of delivered) counts.set(number, (counts.get(number) ?? 0) + 1);
  const notOnce = claims.flatMap(({ patientControlNumber }) => {
    const count = counts.get(patientControlNumber) ?? 0;
    return count === 1 ? [] : `${patientControlNumber}: delivered ${count} times`;
  });
  return [...notOnce, ...notPressed(delivered, claims)];
}
