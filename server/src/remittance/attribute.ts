/** Gives a part of an answer to its claim, or to a person; where the same part went before, it stays. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { type Cents, cents } from '@claimside/shared/values';
import { findFact } from '../store/claim-events.ts';
import { claimOfPart } from '../store/posted-parts.ts';
import type { Scope } from '../store/store.ts';
import { listSubmissions } from '../store/submissions.ts';
import { type EarlierPart, findUnmatchedByKey } from '../store/unmatched-answers.ts';
import { type MatchStep, matchClaim } from './match.ts';

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
  /** `nowCertain`: the part waited for a person, and what was learnt since makes it certain. */
  | {
      readonly kind: 'claim';
      readonly claimId: string;
      readonly by: MatchStep;
      readonly nowCertain: EarlierPart | undefined;
    }
  /** It went there before. */
  | { readonly kind: 'held'; readonly claimId: string }
  /** It went there before, by no person's word, and by what is known now it is of another account. */
  | { readonly kind: 'doubt'; readonly claimId: string; readonly before: EarlierPart | undefined }
  | { readonly kind: 'person' }
  | { readonly kind: 'dismissed' };

export async function attribute(
  scope: Scope,
  { reference, dedupeKey }: Pick<AnswerPart, 'reference' | 'dedupeKey'>,
): Promise<Attribution> {
  const before = await findUnmatchedByKey(scope, dedupeKey);
  if (before?.state === 'dismissed') return { kind: 'dismissed' };
  // What was taken back by a person waits for one, whatever fits.
  if (before?.state === 'waiting' && before.reopenedAt !== null) return { kind: 'person' };
  const holder = before?.claimId ?? (await claimOfPart(scope, dedupeKey));
  if (holder !== undefined) return held(scope, reference, holder, before);
  const match = await matchClaim(scope, reference);
  if (match.kind !== 'matched') return { kind: 'person' };
  const { claimId, by } = match;
  const learntBy = by === 'our-number' ? undefined : await learntInAccount(scope, claimId, dedupeKey);
  return { kind: 'claim', claimId: learntBy ?? claimId, by, nowCertain: before };
}

/** Another claim of the same account is no doubt, nor is what a person said. */
async function held(
  scope: Scope,
  reference: ClaimReference,
  holder: string,
  before: EarlierPart | undefined,
): Promise<Attribution> {
  const stays = { kind: 'held', claimId: holder } as const;
  if (before?.state === 'in-doubt' || (before && before.decidedByDevice !== null)) return stays;
  const match = await matchClaim(scope, reference);
  if (match.kind !== 'matched' || match.claimId === holder) return stays;
  const account = await listSubmissions(scope, holder);
  return account.some(({ id }) => id === match.claimId) ? stays : { kind: 'doubt', claimId: holder, before };
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
