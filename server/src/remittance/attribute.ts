/** Gives a part of an answer to its claim, or to a person; where the same part went before, it stays. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { type Cents, cents } from '@claimside/shared/values';
import { findFact } from '../store/claim-events.ts';
import { claimOfPart } from '../store/posted-parts.ts';
import type { Scope } from '../store/store.ts';
import { listSubmissions } from '../store/submissions.ts';
import { findUnmatchedByKey } from '../store/unmatched-answers.ts';
import { matchClaim } from './match.ts';

export interface AnswerPart {
  readonly reference: ClaimReference;
  /** What is appended to the claim that it is found to be about. */
  readonly fact: ClaimFact;
  /** The same for the same part however often it comes. */
  readonly dedupeKey: string;
  /** The payment that it is a part of, where it is about money. */
  readonly payment?: { readonly key: string; readonly paid: Cents } | undefined;
}

export type Attribution =
  | { readonly kind: 'claim'; readonly claimId: string; readonly nowCertain: string | undefined }
  | { readonly kind: 'person' }
  | { readonly kind: 'dismissed' };

/** `nowCertain`: the part waited for a person, under this id, and what was learnt since makes it certain. */
export async function attribute(
  scope: Scope,
  { reference, dedupeKey }: Pick<AnswerPart, 'reference' | 'dedupeKey'>,
): Promise<Attribution> {
  const before = await findUnmatchedByKey(scope, dedupeKey);
  if (before?.state === 'dismissed') return { kind: 'dismissed' };
  if (before?.state === 'matched' && before.claimId !== null)
    return { kind: 'claim', claimId: before.claimId, nowCertain: undefined };
  const holder = await claimOfPart(scope, dedupeKey);
  if (holder !== undefined) return { kind: 'claim', claimId: holder, nowCertain: before?.id };
  const match = await matchClaim(scope, reference);
  if (match.kind !== 'matched') return { kind: 'person' };
  const { claimId, by } = match;
  const learntBy = by === 'our-number' ? undefined : await learntInAccount(scope, claimId, dedupeKey);
  return { kind: 'claim', claimId: learntBy ?? claimId, nowCertain: before?.id };
}

/** Which of the claims that follow one another has learnt it: a claim that came since may be meant now in its place. */
async function learntInAccount(
  scope: Scope,
  claimId: string,
  dedupeKey: string,
): Promise<string | undefined> {
  for (const { id } of await listSubmissions(scope, claimId))
    if ((await findFact(scope, id, dedupeKey)) !== undefined) return id;
  return undefined;
}

export const paidBy = ({ payment }: Pick<AnswerPart, 'payment'>): Cents => payment?.paid ?? cents(0);
