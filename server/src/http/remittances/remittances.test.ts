import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertInboundFile } from '../../store/inbound-files.ts';
import { insertRemittance } from '../../store/remittances-write.ts';
import { startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

async function receive(checkNumber: string, paymentDate: string, practiceId = server.practiceId) {
  const createdAt = server.runtime.now();
  await server.store.transaction(async (db) => {
    const scope = { db, practiceId };
    const file = { id: `file-${checkNumber}`, name: `${checkNumber}.835`, parentId: null };
    await insertInboundFile(scope, { ...file, bytes: Buffer.from(checkNumber), receivedAt: createdAt });
    await insertRemittance(scope, {
      id: `remittance-${checkNumber}`,
      paymentKey: checkNumber,
      contentHash: checkNumber,
      inboundFileId: file.id,
      checkNumber,
      paymentDate: paymentDate as IsoDate,
      payerName: 'EXAMPLE HEALTH PLAN',
      paymentMethod: 'CHK',
      total: cents(12_345),
      claimCount: 2,
      state: 'posted',
      reason: null,
      posted: true,
      createdAt,
    });
  });
}

test('GET /remittances lists the payments of the practice, newest payment first', async () => {
  await receive('CHECK1', '2026-11-10');
  await receive('CHECK2', '2026-11-12');
  await receive('THEIRS', '2026-11-13', await server.addPractice('OTHER TEST PRACTICE'));
  const device = await server.pair('biller');
  const response = await server.request('GET', '/remittances', { device });
  expect(response.status).toBe(200);
  const summary = {
    payerName: 'EXAMPLE HEALTH PLAN',
    total: 12_345,
    claims: 2,
    state: 'posted',
    reason: null,
  };
  expect(await response.json()).toEqual([
    { ...summary, id: 'remittance-CHECK2', checkNumber: 'CHECK2', paymentDate: '2026-11-12' },
    { ...summary, id: 'remittance-CHECK1', checkNumber: 'CHECK1', paymentDate: '2026-11-10' },
  ]);
});
