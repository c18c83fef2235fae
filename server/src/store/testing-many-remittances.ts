/** For tests and benchmarks: a practice with as many payments as an old one has, some of them waiting for a person. */
import { addDays, cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { insertInboundFile } from './inbound-files.ts';
import { insertRemittance } from './remittances-write.ts';
import type { Scope } from './store.ts';

/** One a day, the newest first, of forty payers; `waiting` of them, spread evenly. Call in a transaction. */
export async function insertManyRemittances(
  scope: Scope,
  count: number,
  waiting: number,
  prefix = 'EFT',
): Promise<void> {
  const createdAt = '2026-11-20T12:00:00.000Z' as UtcInstant;
  const inboundFileId = `file-of-${prefix}`;
  const name = `${prefix}.835`;
  await insertInboundFile(scope, {
    id: inboundFileId,
    name,
    bytes: Buffer.from(name),
    receivedAt: createdAt,
    parentId: null,
    connectionId: 'main',
  });
  for (let number = 0; number < count; number += 1) {
    const isWaiting = number % Math.floor(count / waiting) === 0 && number < count - (count % waiting);
    const checkNumber = `${prefix}${String(number).padStart(8, '0')}`;
    await insertRemittance(scope, {
      id: checkNumber,
      paymentKey: checkNumber,
      contentHash: checkNumber,
      inboundFileId,
      checkNumber,
      paymentDate: addDays('2026-11-20' as IsoDate, -number),
      payerName: `PAYER ${number % 40}`,
      paymentMethod: 'ACH',
      total: cents(1_000_000 + number),
      claimCount: 3,
      state: isWaiting ? 'needs-person' : 'posted',
      reason: isWaiting ? 'TEST' : null,
      posted: !isWaiting,
      createdAt,
    });
  }
}
