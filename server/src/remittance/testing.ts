/** For tests: claims on a real database that were sent, answered and decided on as told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, totalCharge } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimFact, FollowUp } from '@claimside/shared/lifecycle';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { onTestFinished } from 'vitest';
import { appendFacts } from '../store/claim-events.ts';
import { decideNumber } from '../store/claim-matching.ts';
import { insertClaim } from '../store/claims.ts';
import { insertPractice } from '../store/practices.ts';
import { openStore, type Scope, type Store } from '../store/store.ts';

/** One visit of one line, of Anna Tester, member W123456789. */
const CLAIM: Claim = {
  ...exampleClaim,
  patient: { ...exampleClaim.patient, lastName: 'Tester', firstName: 'Anna' },
  coverage: { ...exampleClaim.coverage, memberId: 'W123456789' },
  serviceLines: exampleClaim.serviceLines.slice(0, 1),
};
const [serviceDate = '2026-11-16' as IsoDate] = CLAIM.serviceLines.map((line) => line.serviceDate);
export const MATCHED_CLAIM = { claim: CLAIM, charge: totalCharge(CLAIM), serviceDate };

export type MatchingPractice = Awaited<ReturnType<typeof matchingPractice>>;

/** Removed when the test ends. */
export async function matchingPractice() {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-matching-'));
  const store = openStore(join(folder, 'claimside.db'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return { ...(await practiceIn(store, 'practice')), neighbour: () => practiceIn(store, 'neighbour') };
}

interface Sent {
  readonly createdOn?: string;
  readonly follows?: string;
  readonly how?: FollowUp;
}

async function practiceIn(store: Store, practiceId: string) {
  const within = <T>(work: (scope: Scope) => Promise<T>) =>
    store.transaction((db) => work({ db, practiceId }));
  await store.transaction((db) =>
    insertPractice(db, { id: practiceId, name: 'Sample Clinic', createdAt: AT }),
  );
  /** Learnt under a key of its own unless told otherwise. */
  const fact = (claimId: string, learnt: ClaimFact, dedupeKey = JSON.stringify(learnt)) =>
    within((scope) =>
      appendFacts(scope, claimId, [{ at: AT, source: { kind: 'system' }, fact: learnt, dedupeKey }]),
    );
  const queue = (
    id: string,
    patientControlNumber: string,
    changes: Partial<Claim> = {},
    { createdOn = '2026-11-17', follows, how = 'replacement' }: Sent = {},
  ) => {
    const claim = { ...CLAIM, ...changes };
    return within((scope) =>
      insertClaim(scope, {
        id,
        idempotencyKey: id,
        requestHash: id,
        visitKey: id,
        patientControlNumber,
        claim,
        totalCharge: totalCharge(claim),
        ehr: 'manual',
        correctedFields: [],
        createdByDevice: 'device',
        createdAt: `${createdOn}T15:30:00.000Z` as UtcInstant,
        ...(follows !== undefined && { follows: { claimId: follows, how } }),
      }),
    ).then(() => fact(id, { type: 'queued' }));
  };
  return {
    store,
    scope: { db: store.db, practiceId },
    /** Stores a claim that waits to be sent. */
    queue,
    /** Stores a claim that was sent. */
    async bill(id: string, patientControlNumber: string, changes: Partial<Claim> = {}, sent: Sent = {}) {
      await queue(id, patientControlNumber, changes, sent);
      await fact(id, { type: 'sent', outboundFileId: 'file', fileName: 'FILE' });
    },
    /** The payer has it under this number. */
    answered: (id: string, payerClaimControlNumber: string, dedupeKey?: string) =>
      fact(id, { type: 'payer-accepted', payerClaimControlNumber }, dedupeKey),
    paid: (id: string, payerClaimControlNumber: string, paid: number, dedupeKey?: string) =>
      fact(
        id,
        {
          type: 'payment',
          payment: {
            paymentKey: payerClaimControlNumber,
            contentHash: payerClaimControlNumber,
            checkNumber: 'CHK1',
            paymentDate: '2026-11-20' as IsoDate,
            payerName: 'Sample Health Plan',
            claimStatusCode: '1',
            payerClaimControlNumber,
            charge: MATCHED_CLAIM.charge,
            paid: cents(paid),
            adjustments: [],
          },
        },
        dedupeKey,
      ),
    /** A person said that this number means the claim. */
    decided: (number: string, id: string) => within((scope) => decideNumber(scope, number, id)),
  };
}

const AT = '2026-11-22T15:30:00.000Z' as UtcInstant;
