/** 835: balanced, told apart from what was posted before, matched, and only then posted to claims. */
import { isPostedAlready, paymentKey, remittanceHash, setAsideBefore } from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import { newId } from '../../runtime.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import {
  insertRemittance,
  listRemittancesOfPayment,
  type ReceivedRemittance,
  supersedeRemittances,
} from '../../store/remittances-write.ts';
import type { Scope } from '../../store/store.ts';
import {
  moneyFaults,
  type Remittance,
  type RemittanceFile,
  readRemittance,
  signedPayment,
} from '../../transactions/remittance-835/index.ts';
import { supersedeWrong, toldBefore } from './beside.ts';
import { joinReasons, type ReadingInterpreter, structureReason } from './interpretation.ts';
import { storeJoined } from './join-waiting.ts';
import { type Obstacle, obstacleTo } from './obstacles.ts';
import { postWhole } from './post-remittance.ts';

export const interpretRemittance: ReadingInterpreter = (stored, { runtime }) => {
  const file = readRemittance(stored.bytes);
  return async (scope) => {
    // What came is no account of the payment, so it must not stand in the way of the whole one.
    if (file.findings.some(({ code }) => code === 'IEA-MISSING'))
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
  for (const each of new Set(postedBefore.map((one) => one.paymentKey)))
    if (await isPostedAlready(scope, remittance, each)) return 'known';
  const aside = await setAsideBefore(scope, remittance, before);
  const obstacle =
    (await obstacleTo(scope, stored, file, remittance)) ??
    (await toldBefore(scope, remittance)) ??
    (aside.length > 0 ? ASK_AGAIN : undefined);
  const outcome = obstacle ?? (await postWhole(scope, stored, runtime, remittance, key));
  const posted = 'changed' in outcome;
  // What the parts make together is the whole account, and read next; they give way to it.
  if ('state' in outcome && outcome.state === 'unbalanced')
    brought.push(...(await storeJoined(scope, stored, runtime, { remittance, isTest: file.isTest }, before)));
  const isAskedAgain =
    outcome === ASK_AGAIN &&
    aside.every(({ state, decision }) => state === 'set-aside' && !decision?.isForGood);
  // It waits already, or was set aside, and nothing has changed.
  if (!posted && !isAskedAgain && (aside.length > 0 || before.some(isSame))) return 'known';
  if (isAskedAgain) await supersedeRemittances(scope, aside.filter(isSame));
  if (posted) await supersedeWrong(scope, remittance, before);
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
    decision: isAskedAgain ? (aside[0]?.decision ?? null) : null,
    createdAt: runtime.now(),
  });
  return { changed: posted ? outcome.changed : [], reason };
}

/** A person decided when something stood against it, such as a flag or a missing NPI, and may decide otherwise now. */
const ASK_AGAIN: Obstacle = {
  state: 'needs-person',
  reason:
    'It was set aside, and came again; what stood against it then no longer does. Nothing was posted: post it all the same, or set it aside for good.',
  closed: null,
};
