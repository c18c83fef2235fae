/** One check told in several parts, each with the total of all: together they may be the whole account of it. */
import { findInboundFile } from '../store/inbound-files.ts';
import type { ReceivedRemittance } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import {
  balanceRemittance,
  type ClaimPayment,
  type ProviderAdjustment,
  type Remittance,
  type RemittanceFile,
  readRemittance,
  writeRemittance,
} from '../transactions/remittance-835/index.ts';
import { remittanceIn } from './fates.ts';
import { ownEnvelope } from './own-envelope.ts';
import { paymentPartsOf } from './payment-fact.ts';
import { hash, paymentKey } from './payment-key.ts';
import { adjustmentMoney, claimMoney } from './told-again.ts';

/**
 * `waiting` are those of the same payment that posted nothing; what is wrong in itself takes no part. Gives an 835 of the whole once the
 * parts add up, to be read like any other; what stands in several parts, be it in another detail, is in it once. Undefined while they
 * don't add up. It is of a test where one of them is.
 */
export async function joinParts(
  scope: Scope,
  { remittance, isTest }: Pick<RemittanceFile, 'isTest'> & { readonly remittance: Remittance },
  waiting: readonly ReceivedRemittance[],
): Promise<Buffer | undefined> {
  const told = [remittance];
  let isOfTest = isTest;
  for (const received of waiting) {
    const file = await findInboundFile(scope, received.inboundFileId);
    const part = file && remittanceIn(file.bytes, received);
    if (!part) continue;
    told.push(part);
    isOfTest ||= readRemittance(file.bytes).isTest;
  }
  const parts = told.filter(isPart);
  if (parts.length < 2) return undefined;
  const joined = [
    unionOf(remittance, parts, hash, hash),
    unionOf(remittance, parts, claimMoney, adjustmentMoney),
  ].find((each) => balanceRemittance(each).length === 0);
  if (!joined) return undefined;
  const bytes = Buffer.from(
    writeRemittance(
      ownEnvelope(remittance.paymentDate, isOfTest ? 'T' : 'P'),
      { remittances: [joined] },
      asItIs,
    ),
  );
  return saysTheSame(bytes, joined) ? bytes : undefined;
}

/** Right in itself, and less than the check. */
const isPart = (remittance: Remittance): boolean =>
  balanceRemittance(remittance).every(({ level }) => level === 'check');

/** Two are the same where their keys are. */
const unionOf = (
  head: Remittance,
  parts: readonly Remittance[],
  claimKey: (claim: ClaimPayment) => string,
  adjustmentKey: (adjustment: ProviderAdjustment) => string,
): Remittance => ({
  ...head,
  claims: union(
    parts.map(({ claims }) => claims),
    claimKey,
  ),
  providerAdjustments: union(
    parts.map((each) => each.providerAdjustments),
    adjustmentKey,
  ),
});

/** Each as often as the part with most of it has it, in the order of the parts. */
function union<T>(lists: readonly (readonly T[])[], keyOf: (item: T) => string): T[] {
  const all = new Map<string, T>();
  for (const list of lists) {
    const counts = new Map<string, number>();
    for (const item of list) {
      const key = keyOf(item);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (!all.has(`${count} ${key}`)) all.set(`${count} ${key}`, item);
    }
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
