/** One check told in several parts, each with the total of all: together they may be the whole account of it. */
import { findInboundFile } from '../store/inbound-files.ts';
import type { ReceivedRemittance } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import {
  balanceRemittance,
  type Remittance,
  readRemittance,
  writeRemittance,
} from '../transactions/remittance-835/index.ts';
import { ownEnvelope } from './own-envelope.ts';
import { paymentPartsOf } from './payment-fact.ts';
import { hash, occurrencesOf, paymentKey, remittanceHash } from './payment-key.ts';

/**
 * `waiting` are those of the same payment that posted nothing. Gives an 835 of the whole once the parts add up, to be read like any
 * other; what stands in several parts is in it once. Undefined while they don't add up.
 */
export async function joinParts(
  scope: Scope,
  remittance: Remittance,
  waiting: readonly ReceivedRemittance[],
): Promise<Buffer | undefined> {
  const parts = [remittance];
  for (const { inboundFileId, contentHash } of waiting) {
    const file = await findInboundFile(scope, inboundFileId);
    const part =
      file && readRemittance(file.bytes).remittances.find((each) => remittanceHash(each) === contentHash);
    if (part && !parts.some((each) => remittanceHash(each) === contentHash)) parts.push(part);
  }
  if (parts.length < 2 || !parts.every(isPart)) return undefined;
  const joined: Remittance = {
    ...remittance,
    claims: union(parts.map(({ claims }) => claims)),
    providerAdjustments: union(parts.map(({ providerAdjustments }) => providerAdjustments)),
  };
  if (balanceRemittance(joined).length > 0) return undefined;
  const bytes = Buffer.from(
    writeRemittance(ownEnvelope(remittance.paymentDate), { remittances: [joined] }, asItIs),
  );
  return saysTheSame(bytes, joined) ? bytes : undefined;
}

/** Right in itself, and less than the check. */
const isPart = (remittance: Remittance): boolean =>
  balanceRemittance(remittance).every(({ level }) => level === 'check');

/** Each as often as the part with most of it has it, in the order of the parts. */
function union<T>(lists: readonly (readonly T[])[]): T[] {
  const all = new Map<string, T>();
  for (const each of lists.flatMap(occurrencesOf)) {
    const key = hash(each);
    if (!all.has(key)) all.set(key, each.item);
  }
  return [...all.values()];
}

const asItIs = (text: string): string => text;

/** A value with one of our separators in it could not be written: then a person joins them. */
function saysTheSame(bytes: Buffer, joined: Remittance): boolean {
  const { remittances } = readRemittance(bytes);
  const [read] = remittances;
  if (!read || remittances.length > 1 || paymentKey(read) !== paymentKey(joined)) return false;
  const keysOf = (of: Remittance) => paymentPartsOf(of).map(({ dedupeKey }) => dedupeKey);
  return (
    hash(keysOf(read)) === hash(keysOf(joined)) &&
    hash(read.providerAdjustments) === hash(joined.providerAdjustments)
  );
}
