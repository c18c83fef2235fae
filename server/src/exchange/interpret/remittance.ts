/** 835: balanced, told apart from what was posted before, matched, and only then posted to claims. */
import {
  type AnswerPart,
  hash,
  paymentKey,
  referenceOfPayment,
  remittanceHash,
  toPaymentFact,
} from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import { newId } from '../../runtime.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import {
  insertRemittance,
  listRemittancesOfPayment,
  type NewRemittance,
  type ReceivedRemittance,
  supersedeRemittances,
} from '../../store/remittances-write.ts';
import type { Scope } from '../../store/store.ts';
import {
  balanceRemittance,
  moneyFaults,
  type Remittance,
  type RemittanceFile,
  readRemittance,
} from '../../transactions/remittance-835/index.ts';
import type { LearntFact } from '../facts.ts';
import { joinReasons, type ReadingInterpreter, structureReason } from './interpretation.ts';
import { type SharedOut, shareOut } from './share-out.ts';

/** Findings of a file that ends before it is complete. */
const CUT_OFF: readonly string[] = ['SE-MISSING', 'GE-MISSING', 'IEA-MISSING'];

export const interpretRemittance: ReadingInterpreter = (stored, { runtime }) => {
  const file = readRemittance(stored.bytes);
  return async (scope) => {
    // What came is no account of the payment, so it must not stand in the way of the whole one.
    if (file.findings.some(({ code }) => CUT_OFF.includes(code)))
      return {
        facts: [],
        reason:
          'The file breaks off before its end. Nothing was posted; Claimside fetches it again when it changes at the clearinghouse.',
      };
    if (file.remittances.length === 0) return { facts: [], reason: 'It holds no remittance.' };
    const facts: LearntFact[] = [];
    const reasons: (string | null)[] = [];
    for (const remittance of file.remittances) {
      const outcome = await readOne(scope, stored, runtime, file, remittance);
      if (outcome === 'known') continue;
      facts.push(...outcome.facts);
      reasons.push(outcome.reason);
    }
    // Each remittance that is kept back says what is wrong with the file.
    if (reasons.length === 0) return { facts, reason: structureReason(file.findings) };
    return { facts, reason: joinReasons(reasons), remittanceAdded: true };
  };
};

async function readOne(
  scope: Scope,
  stored: StoredInboundFile,
  runtime: Runtime,
  file: RemittanceFile,
  remittance: Remittance,
): Promise<'known' | { facts: readonly LearntFact[]; reason: string | null }> {
  const key = paymentKey(remittance);
  const contentHash = remittanceHash(remittance);
  const before = await listRemittancesOfPayment(scope, key);
  const isSame = (each: ReceivedRemittance) => each.contentHash === contentHash;
  const postedBefore = before.filter((each) => each.posted);
  if (postedBefore.some(isSame)) return 'known';
  const obstacle = obstacleToPosting(file, remittance, postedBefore.length > 0);
  const shared = obstacle ? NOTHING : await shareOut(scope, stored, runtime, partsOf(remittance));
  // What fits no claim yet is posted too: it waits for one under the payment's key.
  const posted = !obstacle;
  // It waits already and nothing has changed.
  if (!posted && before.some(isSame)) return 'known';
  // Without money several remittances may share a key; with money what posted nothing was wrong about this payment.
  if (posted)
    await supersedeRemittances(
      scope,
      before.filter((each) => !each.posted && (isSame(each) || remittance.paymentAmount !== 0)),
    );
  const state: NewRemittance['state'] = obstacle
    ? obstacle.state
    : shared.unmatched > 0
      ? 'needs-person'
      : 'posted';
  const reason = obstacle ? obstacle.reason : shared.reason;
  await insertRemittance(scope, {
    id: newId(runtime),
    paymentKey: key,
    contentHash,
    inboundFileId: stored.id,
    checkNumber: remittance.traceNumber,
    paymentDate: remittance.paymentDate,
    payerName: remittance.payer.name,
    total: remittance.paymentAmount,
    claimCount: remittance.claims.length,
    state,
    reason,
    posted,
    createdAt: runtime.now(),
  });
  return { facts: shared.facts, reason };
}

const NOTHING: SharedOut = { facts: [], unmatched: 0, reason: null };

/** Why nothing of this remittance may be posted. */
function obstacleToPosting(
  file: RemittanceFile,
  remittance: Remittance,
  sameCheckPosted: boolean,
): { state: 'unbalanced' | 'needs-person'; reason: string } | undefined {
  const structure = structureReason(moneyFaults(file.findings));
  if (structure !== null) return { state: 'needs-person', reason: `${structure} Nothing was posted.` };
  const unbalanced = balanceRemittance(remittance).length;
  if (unbalanced > 0)
    return {
      state: 'unbalanced',
      reason: `The remittance does not balance (${unbalanced === 1 ? '1 place' : `${unbalanced} places`}). Nothing was posted.`,
    };
  // Two balanced accounts of the same money cannot both be right; without money both may be.
  if (sameCheckPosted && remittance.paymentAmount !== 0)
    return {
      state: 'needs-person',
      reason: 'A remittance of the same check with other content came before. Nothing was posted.',
    };
  return undefined;
}

/** What was paid of each claim (2100), to be shared out among the claims. */
function partsOf(remittance: Remittance): AnswerPart[] {
  const seen = new Map<string, number>();
  return remittance.claims.map((payment) => {
    const content = hash(payment);
    const occurrence = seen.get(content) ?? 0;
    seen.set(content, occurrence + 1);
    const fact = toPaymentFact(remittance, payment, occurrence);
    return {
      reference: referenceOfPayment(remittance, payment),
      fact: { type: 'payment', payment: fact },
      dedupeKey: `payment:${fact.paymentKey}:${fact.contentHash}`,
      payment: { key: fact.paymentKey, paid: fact.paid },
    };
  });
}
