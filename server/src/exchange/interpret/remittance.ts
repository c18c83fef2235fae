/** 835: balanced, told apart from what was posted before, matched, and only then posted to claims. */
import {
  isOfAnotherPractice,
  isPartlyPostedElsewhere,
  isPostedAlready,
  isTypedAlready,
  joinParts,
  paymentKey,
  remittanceHash,
} from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import { newId } from '../../runtime.ts';
import { findConnection } from '../../store/connections.ts';
import { insertInboundFile, type StoredInboundFile } from '../../store/inbound-files.ts';
import { getPractice } from '../../store/practices.ts';
import {
  insertRemittance,
  listRemittancesOfPayment,
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
  signedPayment,
} from '../../transactions/remittance-835/index.ts';
import { joinReasons, type ReadingInterpreter, structureReason } from './interpretation.ts';
import { type Obstacle, postWhole } from './post-remittance.ts';

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
    const changed: string[] = [];
    const reasons: (string | null)[] = [];
    const brought: string[] = [];
    for (const remittance of file.remittances) {
      const outcome = await readOne(scope, stored, runtime, file, remittance, brought);
      if (outcome === 'known') continue;
      changed.push(...outcome.changed);
      reasons.push(outcome.reason);
    }
    // Each remittance that is kept back says what is wrong with the file.
    if (reasons.length === 0)
      return { facts: [], reason: structureReason(moneyFaults(file.findings)), brought };
    return { facts: [], changed, reason: joinReasons(reasons), brought, remittanceAdded: true };
  };
};

async function readOne(
  scope: Scope,
  stored: StoredInboundFile,
  runtime: Runtime,
  file: RemittanceFile,
  remittance: Remittance,
  brought: string[],
): Promise<'known' | { changed: readonly string[]; reason: string | null }> {
  const key = paymentKey(remittance);
  const contentHash = remittanceHash(remittance);
  const before = await listRemittancesOfPayment(scope, key);
  const isSame = (each: ReceivedRemittance) => each.contentHash === contentHash;
  const postedBefore = before.filter((each) => each.posted);
  if (postedBefore.some(isSame)) return 'known';
  // The same in another order, or with something else around it.
  if (postedBefore.length > 0 && (await isPostedAlready(scope, remittance))) return 'known';
  const outcome =
    obstacleToPosting(file, remittance, postedBefore.length > 0) ??
    (await notOurs(scope, file, remittance)) ??
    (await toldOtherwise(scope, remittance)) ??
    (await postWhole(scope, stored, runtime, remittance));
  const posted = 'changed' in outcome;
  // What the parts make together is the whole account, and read next; they give way to it.
  if ('state' in outcome && outcome.state === 'unbalanced')
    brought.push(
      ...(await storeJoined(
        scope,
        runtime,
        remittance,
        before.filter((each) => !each.posted),
      )),
    );
  // It waits already and nothing has changed.
  if (!posted && before.some(isSame)) return 'known';
  // Without money several remittances may share a key; with money what posted nothing was wrong about this payment.
  if (posted)
    await supersedeRemittances(
      scope,
      before.filter((each) => !each.posted && (isSame(each) || remittance.paymentAmount !== 0)),
    );
  const { state, reason } = outcome;
  await insertRemittance(scope, {
    id: newId(runtime),
    paymentKey: key,
    contentHash,
    inboundFileId: stored.id,
    checkNumber: remittance.traceNumber,
    paymentDate: remittance.paymentDate,
    payerName: remittance.payer.name,
    paymentMethod: remittance.paymentMethod,
    total: signedPayment(remittance),
    claimCount: remittance.claims.length,
    state,
    reason,
    posted,
    createdAt: runtime.now(),
  });
  return { changed: posted ? outcome.changed : [], reason };
}

/** Its id, where it is new. */
async function storeJoined(
  scope: Scope,
  runtime: Runtime,
  remittance: Remittance,
  waiting: readonly ReceivedRemittance[],
): Promise<string[]> {
  if (remittance.paymentAmount === 0 || waiting.length === 0) return [];
  const bytes = await joinParts(scope, remittance, waiting);
  if (!bytes) return [];
  const name = `JOINED_${remittance.paymentDate}_${remittance.traceNumber}.835`;
  const id = newId(runtime);
  const isNew = await insertInboundFile(scope, {
    id,
    name,
    bytes,
    receivedAt: runtime.now(),
    parentId: null,
  });
  return isNew ? [id] : [];
}

/** Why nothing of this remittance may be posted. */
function obstacleToPosting(
  file: RemittanceFile,
  remittance: Remittance,
  sameCheckPosted: boolean,
): Obstacle | undefined {
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

/** A file of another practice, or of a test, that was brought or sent by mistake. */
async function notOurs(
  scope: Scope,
  { isTest }: RemittanceFile,
  remittance: Remittance,
): Promise<Obstacle | undefined> {
  if (isTest && (await findConnection(scope))?.settings.mode === 'live')
    return {
      state: 'needs-person',
      reason: 'It is a test file (ISA15 is T), and the account is live. Nothing was posted.',
    };
  const { settings } = await getPractice(scope);
  if (!settings || !isOfAnotherPractice(remittance, settings)) return undefined;
  return {
    state: 'needs-person',
    reason: 'It pays another practice: neither its NPI nor its tax ID is one of yours. Nothing was posted.',
  };
}

/** A check that was typed in from paper; or split, each part with a total of its own, beside the whole of it. */
async function toldOtherwise(scope: Scope, remittance: Remittance): Promise<Obstacle | undefined> {
  if (await isTypedAlready(scope, remittance))
    return {
      state: 'needs-person',
      reason: 'A payment with this check number was typed in by hand before. Nothing was posted.',
    };
  if (!(await isPartlyPostedElsewhere(scope, remittance))) return undefined;
  return {
    state: 'needs-person',
    reason: 'Claims in it were posted under the same check number with another total. Nothing was posted.',
  };
}
