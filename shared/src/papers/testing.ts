/** For tests: what papers are made of, of an account of claims of $100.00 that follow one another. */
import { exampleClaim } from '../examples/index.ts';
import { type ClaimFact, foldClaim } from '../lifecycle/index.ts';
import { adjust, CHARGE, payment, queued, sent } from '../lifecycle/testing.ts';
import type { UtcInstant } from '../values/index.ts';
import type { ClaimParts } from './parts.ts';

/** `claims`: what was learnt of each after it was sent, one by one; the last stands for the account. */
export function accountParts(...claims: readonly (readonly ClaimFact[])[]): ClaimParts {
  let second = 0;
  const all = claims.map((facts, place) =>
    [queued, sent, ...facts].map((fact, index) => ({
      id: `${place}-${index}`,
      at: `2026-12-01T10:00:${String(second++).padStart(2, '0')}.000Z` as UtcInstant,
      source: { kind: 'system' } as const,
      fact,
    })),
  );
  const events = all.at(-1) ?? [];
  const earlier = all.slice(0, -1);
  const { status, money, isClosed } = foldClaim(CHARGE, events, ...earlier);
  return { claim: exampleClaim, patientControlNumber: 'C1', status, money, isClosed, events, earlier };
}

/** 80.00 paid, 20.00 left to the patient. */
export const leavesShare = (code = '1', contentHash = 'a'): ClaimFact =>
  payment(8_000, [adjust('PR', '2', 2_000)], code, contentHash);

export const followed = (how: 'replacement' | 'void' | 'next-payer'): ClaimFact => ({
  type: 'followed',
  how,
  claimId: 'C2',
  patientControlNumber: 'C2',
});
