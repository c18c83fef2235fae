/** What stands beside a remittance: one that was posted and may be the same money, others of the same payment, its file. */
import { CLASH_WORDS, clashOf, remittanceHash } from '../../remittance/index.ts';
import { settleInbound, setWaitingReason } from '../../store/inbound-files.ts';
import {
  hasWaitingInFile,
  type ReceivedRemittance,
  supersedeRemittances,
} from '../../store/remittances-write.ts';
import type { Scope } from '../../store/store.ts';
import type { Remittance } from '../../transactions/remittance-835/index.ts';
import type { Obstacle } from './obstacles.ts';

/** A payment that was posted may be the same money: a person compares both. */
export async function toldBefore(scope: Scope, remittance: Remittance): Promise<Obstacle | undefined> {
  const clash = await clashOf(scope, remittance);
  return clash && { state: 'needs-person', reason: `${CLASH_WORDS[clash.kind]} ${COMPARE}`, closed: null };
}

const COMPARE = 'Nothing was posted: compare both under Payments, and decide.';

/** It posted nothing, and no person has looked at it. */
export const givesWay = ({ posted, state }: ReceivedRemittance): boolean => !posted && state !== 'set-aside';

/**
 * Takes away what was received of the payment that is posted now. Without money several remittances may share a key; with money
 * what posted nothing was wrong about this payment.
 */
export async function supersedeWrong(
  scope: Scope,
  remittance: Remittance,
  received: readonly ReceivedRemittance[],
): Promise<void> {
  const hash = remittanceHash(remittance);
  const isWrong = (each: ReceivedRemittance) =>
    givesWay(each) && (each.contentHash === hash || remittance.paymentAmount !== 0);
  await supersedeRemittances(scope, received.filter(isWrong));
}

/** The file needs a person for `reason`, or, where that is null, for what else of it waits. */
export async function settleFileOf(
  scope: Scope,
  { fileId }: { readonly fileId: string },
  reason: string | null,
): Promise<void> {
  if (reason !== null) await setWaitingReason(scope, fileId, reason);
  else if (!(await hasWaitingInFile(scope, fileId))) await settleInbound(scope, fileId);
}
