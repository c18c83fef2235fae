/** For tests: a practice whose figures are worked out by hand, of visits that were rejected, denied, closed, voided, taken back or tests. */
import type { Claim } from '@claimside/shared/claim';
import type { Adjustment, ClaimFact, FollowUp } from '@claimside/shared/lifecycle';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import type { TestApp } from '../http/test-app.ts';
import { CLAIM } from '../http/testing-bill.ts';
import { appendFacts } from '../store/claim-events.ts';
import { insertClaim, setFollowedBy } from '../store/claims.ts';
import { outbox } from '../store/schema.ts';

interface Visit {
  readonly served: string;
  readonly payer?: { readonly payerId: string; readonly payerName: string };
  readonly rank?: 'P' | 'S';
  readonly mode?: 'test' | 'live';
  readonly follows?: { readonly claimId: string; readonly how: FollowUp };
}

export const OTHER = { payerId: 'OTHER1', payerName: 'OTHER PLAN' };
export const CHARGE = 18_500;

/** Bills visits of $185.00 and lets them learn facts on days of their own. */
export function visitsOf(server: TestApp) {
  let visits = 0;
  const write = <T>(work: (scope: TestApp['scope']) => Promise<T>) =>
    server.store.transaction((db) => work({ ...server.scope, db }));
  const instant = (day: string) => `${day}T15:00:00.000Z` as UtcInstant;

  async function learn(claimId: string, day: string, ...facts: readonly ClaimFact[]): Promise<void> {
    const learnt = facts.map((fact) => ({
      at: instant(day),
      source: { kind: 'system' } as const,
      fact,
      dedupeKey: `${day} ${JSON.stringify(fact)}`,
    }));
    await write((scope) => appendFacts(scope, claimId, learnt));
  }

  async function bill({ served, payer, rank, mode = 'live', follows }: Visit): Promise<string> {
    visits += 1;
    const id = `visit-${visits}`;
    const claim: Claim = {
      ...CLAIM,
      coverage: { ...CLAIM.coverage, ...payer, ...(rank && { rank }) },
      serviceLines: CLAIM.serviceLines.map((line) => ({ ...line, serviceDate: served as IsoDate })),
    };
    await write(async (scope) => {
      await insertClaim(scope, {
        id,
        idempotencyKey: id,
        requestHash: id,
        visitKey: follows?.claimId ?? id,
        patientControlNumber: `C${String(visits).padStart(9, '0')}`,
        claim,
        totalCharge: cents(CHARGE),
        ehr: 'manual',
        correctedFields: [],
        createdByDevice: 'device',
        createdAt: instant(served),
        follows,
      });
      const { practiceId } = scope;
      await scope.db.insert(outbox).values({
        id,
        practiceId,
        claimId: id,
        createdAt: instant(served),
        mode,
        destination: MAIN_CONNECTION,
      });
    });
    await learn(id, served, { type: 'queued' });
    if (follows)
      await learn(follows.claimId, served, {
        type: 'followed',
        how: follows.how,
        claimId: id,
        patientControlNumber: id,
      });
    return id;
  }

  /** Takes a claim back before it is sent. */
  async function takeBack(claimId: string, follows?: string): Promise<void> {
    await learn(claimId, '2026-11-19', { type: 'cancelled' });
    if (!follows) return;
    await write((scope) => setFollowedBy(scope, follows, null));
    await learn(follows, '2026-11-19', { type: 'follow-up-cancelled', claimId });
  }

  return { bill, learn, takeBack };
}

export const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'TEST' };
export const accepted: ClaimFact = { type: 'payer-accepted' };
export const rejected: ClaimFact = { type: 'payer-rejected', codes: ['A7:562'], message: 'TEST' };

/** `adjusted`: `CO 45 8500`. */
export function decided(day: string, paid: number, code: string, ...adjusted: readonly string[]): ClaimFact {
  const adjustments: Adjustment[] = adjusted.map((text) => {
    const [group = '', reason = '', amount] = text.split(' ');
    return { group, reason, amount: cents(Number(amount)) };
  });
  return {
    type: 'payment',
    payment: {
      paymentKey: `${day} ${paid}`,
      contentHash: `${day} ${paid} ${adjusted.join()}`,
      checkNumber: 'CHK1',
      paymentDate: day as IsoDate,
      payerName: 'EXAMPLE HEALTH PLAN',
      claimStatusCode: code,
      payerClaimControlNumber: 'P1',
      charge: cents(CHARGE),
      paid: cents(paid),
      adjustments,
    },
  };
}

/** The practice; gives the ids of two of its claims. */
export async function billVisits(server: TestApp) {
  const { bill, learn, takeBack } = visitsOf(server);
  const paidAtOnce = await bill({ served: '2026-10-01' });
  await learn(paidAtOnce, '2026-10-03', sent, accepted);
  await learn(paidAtOnce, '2026-10-20', decided('2026-10-20', 10_000, '1', 'CO 45 6500', 'PR 2 2000'));

  const rejectedFirst = await bill({ served: '2026-10-02' });
  await learn(rejectedFirst, '2026-10-04', sent, rejected);
  const corrected = await bill({ served: '2026-10-02', follows: { claimId: rejectedFirst, how: 'resend' } });
  await learn(corrected, '2026-10-10', sent, accepted);
  await learn(corrected, '2026-10-30', decided('2026-10-30', 12_000, '1', 'CO 45 6500'));

  const deniedThenPaid = await bill({ served: '2026-10-05' });
  await learn(deniedThenPaid, '2026-10-06', sent, accepted);
  await learn(deniedThenPaid, '2026-10-26', decided('2026-10-26', 0, '4', 'CO 197 18500'));
  await learn(deniedThenPaid, '2026-11-10', decided('2026-11-10', 12_000, '1', 'CO 45 6500'));

  const withSecond = await bill({ served: '2026-11-02' });
  await learn(withSecond, '2026-11-03', sent, accepted);
  await learn(withSecond, '2026-11-12', decided('2026-11-12', 10_000, '1', 'CO 45 4500', 'PR 2 4000'));
  const second = await bill({
    served: '2026-11-02',
    payer: OTHER,
    rank: 'S',
    follows: { claimId: withSecond, how: 'next-payer' },
  });
  await learn(second, '2026-11-13', sent, accepted);

  const voided = await bill({ served: '2026-10-06' });
  await learn(voided, '2026-10-07', sent, accepted);
  await learn(voided, '2026-10-20', decided('2026-10-20', 10_000, '1', 'CO 45 8500'));
  const cancels = await bill({ served: '2026-10-06', follows: { claimId: voided, how: 'void' } });
  await learn(cancels, '2026-10-28', sent, accepted);
  await learn(cancels, '2026-11-05', decided('2026-11-05', -10_000, '22', 'CO 45 -8500'));

  const closed = await bill({ served: '2026-10-07' });
  await learn(closed, '2026-10-08', sent, accepted);
  await learn(closed, '2026-10-28', decided('2026-10-28', 0, '4', 'CO 16 18500'));
  await learn(closed, '2026-10-29', { type: 'closed', reason: 'TEST' });

  const ofTest = await bill({ served: '2026-10-08', mode: 'test' });
  await learn(ofTest, '2026-10-09', sent, rejected);

  const waiting = await bill({ served: '2026-09-01', payer: OTHER });
  await learn(waiting, '2026-09-02', sent, accepted);

  const late = await bill({ served: '2026-06-01' });
  await learn(late, '2026-06-02', sent, rejected);

  await takeBack(await bill({ served: '2026-11-10' }));
  return { rejectedFirst, corrected, waiting, bill, learn, takeBack };
}
