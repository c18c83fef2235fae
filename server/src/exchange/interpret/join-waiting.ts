/** Parts of a check that wait for each other: where they make it whole, that is stored as a file of our own, to be read next. */
import { joinParts, remittanceIn, toldPaymentKey } from '../../remittance/index.ts';
import { newId, type Runtime } from '../../runtime.ts';
import { findInboundFile, insertInboundFile, type StoredInboundFile } from '../../store/inbound-files.ts';
import { listRemittancesOfPayment, type ReceivedRemittance } from '../../store/remittances-write.ts';
import type { Scope } from '../../store/store.ts';
import { readRemittance } from '../../transactions/remittance-835/index.ts';

type Part = Parameters<typeof joinParts>[1];

/** What adds up waits for something else, and what was set aside for nothing. */
const waitsForMore = ({ posted, state }: ReceivedRemittance): boolean => !posted && state === 'unbalanced';

/** `received`: of the same payment, beside this part of it. Gives the id of the file, where it is new. */
export async function storeJoined(
  scope: Scope,
  { connectionId }: Pick<StoredInboundFile, 'connectionId'>,
  runtime: Runtime,
  part: Part,
  received: readonly ReceivedRemittance[],
): Promise<string[]> {
  const { paymentAmount, paymentDate, traceNumber } = part.remittance;
  const waiting = received.filter(waitsForMore);
  if (paymentAmount === 0 || waiting.length === 0) return [];
  const bytes = await joinParts(scope, part, waiting);
  if (!bytes) return [];
  const id = newId(runtime);
  const isNew = await insertInboundFile(scope, {
    id,
    name: `JOINED_${paymentDate}_${traceNumber}.835`,
    bytes,
    receivedAt: runtime.now(),
    parentId: null,
    connectionId,
  });
  return isNew ? [id] : [];
}

/** The same of what still waits once one of them was set aside, which may have been what was too much. */
export async function joinWithout(
  scope: Scope,
  { paymentKey }: Pick<ReceivedRemittance, 'paymentKey'>,
  runtime: Runtime,
): Promise<string[]> {
  const received = await listRemittancesOfPayment(scope, toldPaymentKey(paymentKey));
  const [first, ...others] = received.filter(waitsForMore);
  const file = first && (await findInboundFile(scope, first.inboundFileId));
  const remittance = file && remittanceIn(file.bytes, first);
  if (!remittance) return [];
  const { isTest } = readRemittance(file.bytes);
  return storeJoined(scope, file, runtime, { remittance, isTest }, others);
}
