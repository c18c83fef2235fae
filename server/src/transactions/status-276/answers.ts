/** Which answer of a 277 is to which claim of a 276. */
import type { Status } from '../parts/status.ts';
import { type ClaimInResponse, type ClaimStatusResponse, claimsIn } from '../status-277/index.ts';
import type { ClaimStatusRequest } from './model.ts';
import { type ClaimInRequest, claimsAskedIn } from './read.ts';

export type ClaimStatusAnswer =
  /** What is said of the claim; several where the payer split it. */
  | {
      readonly kind: 'claims';
      /** Whether they repeat the number of the inquiry, or only our number of the claim. */
      readonly toldBy: 'trace number' | 'patient control number';
      readonly claims: readonly ClaimInResponse[];
    }
  /** The whole request, or all that was asked for the provider, was refused: no claim is named. */
  | {
      readonly kind: 'refused';
      readonly level: 'receiver' | 'provider';
      readonly statuses: readonly Status[];
    }
  | { readonly kind: 'none' };

/**
 * The answer to each claim of a request, by the numbers that it repeats. `responses` are those to this very request: a
 * refusal of a provider or of the whole names no inquiry.
 */
export function answersTo(
  request: ClaimStatusRequest,
  responses: readonly ClaimStatusResponse[],
): (readonly [ClaimInRequest, ClaimStatusAnswer])[] {
  const answered = responses.flatMap(claimsIn);
  return claimsAskedIn(request).map((asked) => [
    asked,
    byTrace(asked, answered) ??
      byClaimNumber(asked, answered) ??
      refusalOf(asked, responses) ?? { kind: 'none' },
  ]);
}

function byTrace({ claim }: ClaimInRequest, answered: readonly ClaimInResponse[]) {
  const claims = answered.filter((each) => isSame(each.claim.traceNumber, claim.traceNumber));
  return found('trace number', claims);
}

/** Some senders put a number of their own in TRN02. */
function byClaimNumber({ claim }: ClaimInRequest, answered: readonly ClaimInResponse[]) {
  const { patientControlNumber } = claim;
  const claims = answered.filter((each) => isSame(each.claim.patientControlNumber, patientControlNumber));
  return found('patient control number', claims);
}

function found(
  toldBy: 'trace number' | 'patient control number',
  claims: readonly ClaimInResponse[],
): ClaimStatusAnswer | undefined {
  return claims.length === 0 ? undefined : { kind: 'claims', toldBy, claims };
}

function refusalOf(
  asked: ClaimInRequest,
  responses: readonly ClaimStatusResponse[],
): ClaimStatusAnswer | undefined {
  for (const { sources } of responses) {
    for (const receiver of sources.flatMap(({ receivers }) => receivers)) {
      const isOwn = (id: string | undefined) => isSame(id, asked.provider.party?.id);
      const provider = receiver.providers.find(({ answer, party }) => answer && isOwn(party?.id));
      if (provider?.answer) return { kind: 'refused', level: 'provider', statuses: provider.answer.statuses };
      // It concerns all below it, or all of the request where nothing stands below.
      if (receiver.answer && receiver.providers.length === 0)
        return { kind: 'refused', level: 'receiver', statuses: receiver.answer.statuses };
    }
  }
  return undefined;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one !== '' && one.trim().toUpperCase() === other?.trim().toUpperCase();
}
