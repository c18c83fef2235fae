/** Makes the 277 that answers a 276: the same levels, and what is said of each claim (for the sandbox and for tests). */
import type { IsoDate } from '@claimside/shared/values';
import { present } from '../parts/present.ts';
import type { ClaimResponse, ClaimStatusResponse } from '../status-277/index.ts';
import type { ClaimStatusRequest, RequestedClaim, RequestSubscriber } from './model.ts';

/** What a payer says of a claim; the numbers by which it is told are those of the request. */
export type SaidOfClaim = Omit<ClaimResponse, 'traceNumber' | 'lines'> &
  Partial<Pick<ClaimResponse, 'lines'>>;

/** `say` gives nothing for a claim that the payer is silent about. `made`: BHT03 to BHT05 of the answer. */
export function respondTo(
  { sources }: ClaimStatusRequest,
  made: { readonly referenceId: string; readonly date: IsoDate; readonly time: string },
  say: (claim: RequestedClaim, subscriber: RequestSubscriber) => SaidOfClaim | undefined,
): ClaimStatusResponse {
  const answered = (claims: readonly RequestedClaim[], subscriber: RequestSubscriber) =>
    claims.flatMap((claim) => {
      const said = say(claim, subscriber);
      return said === undefined ? [] : [responseOf(claim, said)];
    });
  return {
    ...made,
    sources: sources.map(({ party, receivers }) => ({
      ...(party && { party }),
      receivers: receivers.map(({ party, providers }) => ({
        ...(party && { party }),
        providers: providers.map(({ party, subscribers }) => ({
          ...(party && { party }),
          subscribers: subscribers.map((subscriber) => ({
            ...(subscriber.party && { party: subscriber.party }),
            claims: answered(subscriber.claims, subscriber),
            dependents: subscriber.dependents.map(({ party, claims }) => ({
              ...(party && { party }),
              claims: answered(claims, subscriber),
            })),
          })),
        })),
      })),
    })),
  };
}

function responseOf(claim: RequestedClaim, said: SaidOfClaim): ClaimResponse {
  const { traceNumber, patientControlNumber, billType, clearinghouseTraceNumber } = claim;
  const { serviceDate, serviceDateEnd, prescriptionNumber } = claim;
  const repeated = { patientControlNumber, billType, clearinghouseTraceNumber, prescriptionNumber };
  return { ...present({ traceNumber, ...repeated, serviceDate, serviceDateEnd, lines: [] }), ...said };
}
