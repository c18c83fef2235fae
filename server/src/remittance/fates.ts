/** A remittance as it came, read anew from its raw file, and what became of each claim in it. */
import type { ClaimPaid } from '@claimside/shared/api';
import { findInboundFile } from '../store/inbound-files.ts';
import { claimsOfParts } from '../store/posted-parts.ts';
import { findRemittance, type StoredRemittance } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import type { StoredUnmatchedAnswer } from '../store/unmatched-answers.ts';
import { unmatchedPartsOf } from '../store/unmatched-money.ts';
import { type Remittance, readRemittance } from '../transactions/remittance-835/index.ts';
import { type PaymentPart, paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
import { paymentKey, remittanceHash, toldPaymentKey } from './payment-key.ts';

export interface ReadAnew {
  readonly stored: StoredRemittance;
  readonly remittance: Remittance;
  /** Its claims, in its order. */
  readonly parts: readonly PaymentPart[];
}

/** Undefined when the practice has no such remittance. */
export async function readAnew(scope: Scope, id: string): Promise<ReadAnew | undefined> {
  const stored = await findRemittance(scope, id);
  const contents = stored && (await contentsOf(scope, stored));
  return contents && { stored, ...contents };
}

type Contents = Omit<ReadAnew, 'stored'>;

/** Who goes through a large payment page by page asks for the same one again and again; bytes never change. */
const lastRead = new Map<string, Contents>();
const KEPT = 2;

async function contentsOf(scope: Scope, stored: StoredRemittance): Promise<Contents | undefined> {
  const key = `${stored.fileId} ${stored.paymentKey} ${stored.contentHash}`;
  const before = lastRead.get(key);
  if (before) return before;
  const file = await findInboundFile(scope, stored.fileId);
  const remittance = file && remittanceIn(file.bytes, stored);
  if (!remittance) return undefined;
  const contents = { remittance, parts: paymentPartsOf(remittance, stored.paymentKey) };
  lastRead.set(key, contents);
  const [oldest] = lastRead.keys();
  if (lastRead.size > KEPT && oldest !== undefined) lastRead.delete(oldest);
  return contents;
}

/** The stored one out of its file: the one of this content; where the reader has learnt to tell more since, the one of this payment. */
export function remittanceIn(
  bytes: Uint8Array,
  { contentHash, paymentKey: key }: Pick<StoredRemittance, 'contentHash' | 'paymentKey'>,
): Remittance | undefined {
  const told = toldPaymentKey(key);
  const ofPayment = readRemittance(bytes).remittances.filter((each) => paymentKey(each) === told);
  return ofPayment.find((each) => remittanceHash(each) === contentHash) ?? ofPayment[0];
}

/** A claim's part of a remittance, and what became of it. */
export interface Fate {
  readonly part: PaymentPart;
  readonly state: ClaimPaid['state'];
  readonly claimId: string | null;
  readonly answerId: string | null;
}

/** In the order of the remittance. */
export async function fatesOf(scope: Scope, { stored, parts }: ReadAnew): Promise<Fate[]> {
  const { posted, paymentKey: key } = stored;
  const claims = posted ? await claimsOfParts(scope, paymentKeyPrefix(key)) : undefined;
  const unmatched = posted ? await unmatchedPartsOf(scope, key) : undefined;
  return parts.map((part) => {
    const claimId = claims?.get(part.dedupeKey) ?? null;
    const answer = unmatched?.get(part.dedupeKey);
    return {
      part,
      state: claimId !== null ? 'posted' : answer ? STATES[answer.state] : 'not-posted',
      claimId,
      answerId: answer?.id ?? null,
    };
  });
}

const STATES: Readonly<Record<StoredUnmatchedAnswer['state'], ClaimPaid['state']>> = {
  waiting: 'waiting',
  dismissed: 'put-aside',
  matched: 'posted',
  'in-doubt': 'posted',
};
