/** For benchmarks: a practice with as many claims as an old large one has, a part of them on worklists. */
import { foldMoney } from '@claimside/shared/lifecycle';
import { addDays, cents, type IsoDate } from '@claimside/shared/values';
import { urgencyOf, WORKLISTS } from '@claimside/shared/worklists';
import { sql } from 'drizzle-orm';
import { claims, worklistItems } from './schema.ts';
import type { Scope } from './store.ts';

/** Claims and their places on worklists, `from` the first number on. Call in a transaction, in parts. */
export async function insertManyClaims(
  scope: Scope,
  from: number,
  count: number,
  workedEach: number,
): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  const { practiceId } = scope;
  const rows = numbers.map((number) => {
    const day = addDays('2020-01-01' as IsoDate, number % 2_000);
    const totalCharge = cents(5_000 + (number % 977) * 100);
    const isWorked = number % workedEach === 0;
    return {
      id: `claim${String(number).padStart(9, '0')}`,
      practiceId,
      idempotencyKey: `k${number}`,
      requestHash: '',
      visitKey: `v${number}`,
      patientControlNumber: `C${number}`,
      claim: '{}',
      ehr: 'manual',
      correctedFields: '[]',
      createdByDevice: 'device',
      createdAt: `${day}T12:00:00.000Z`,
      patientName: `SAMPLE${number % 5_000}, ANNA`,
      serviceDate: day,
      payerName: `PAYER ${number % 40}`,
      totalCharge,
      status: isWorked ? 'denied' : number % 50 === 1 ? 'with-payer' : 'paid',
      statusSince: `${day}T12:00:00.000Z`,
      money: JSON.stringify(foldMoney(totalCharge, [])),
    };
  });
  const worked = rows.filter(({ status }) => status === 'denied');
  // One statement, compiled once: a statement of many rows takes longer to build than to run.
  const [first] = rows;
  if (!first) return;
  const insert = scope.db
    .insert(claims)
    .values({
      ...first,
      id: sql.placeholder('id'),
      idempotencyKey: sql.placeholder('idempotencyKey'),
      visitKey: sql.placeholder('visitKey'),
      patientControlNumber: sql.placeholder('patientControlNumber'),
      createdAt: sql.placeholder('createdAt'),
      patientName: sql.placeholder('patientName'),
      serviceDate: sql.placeholder('serviceDate'),
      payerName: sql.placeholder('payerName'),
      totalCharge: sql.placeholder('totalCharge'),
      status: sql.placeholder('status'),
      statusSince: sql.placeholder('statusSince'),
      money: sql.placeholder('money'),
    })
    .prepare();
  for (const row of rows) await insert.execute(row);
  if (worked.length === 0) return;
  await scope.db.insert(worklistItems).values(
    worked.map((row, index) => ({
      practiceId,
      list: WORKLISTS[index % 2 === 0 ? 0 : 2] ?? 'denied',
      claimId: row.id,
      since: row.statusSince,
      amount: row.totalCharge,
      deadline: addDays(row.serviceDate, 90),
      urgency: urgencyOf(row.totalCharge, addDays(row.serviceDate, 90)),
      payerName: row.payerName,
      assignedTo: null,
    })),
  );
}
