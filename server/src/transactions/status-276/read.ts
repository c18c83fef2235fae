/** Reads a 276: which claims a payer is asked about. */
import type { X12Finding } from '../../x12/index.ts';
import { readAnswers } from '../parts/answers/file.ts';
import { type AnswerInterchange, answersIn } from '../parts/answers/tree.ts';
import { CLAIM_STATUS_REQUEST } from './kind.ts';
import type {
  ClaimStatusRequest,
  RequestDependent,
  RequestedClaim,
  RequestProvider,
  RequestReceiver,
  RequestSource,
  RequestSubscriber,
} from './model.ts';

export interface ClaimStatusRequestFile {
  readonly requests: readonly ClaimStatusRequest[];
  readonly findings: readonly X12Finding[];
}

/** Requests in the order of the file. */
export function readClaimStatusRequests(bytes: Uint8Array): ClaimStatusRequestFile {
  const { interchanges, findings } = readClaimStatusRequestInterchanges(bytes);
  return { requests: answersIn(interchanges), findings };
}

export type ClaimStatusRequestInterchange = AnswerInterchange<ClaimStatusRequest>;

/** By interchange, group and set: what `writeClaimStatusRequestInterchanges` takes. */
export function readClaimStatusRequestInterchanges(bytes: Uint8Array): {
  readonly interchanges: readonly ClaimStatusRequestInterchange[];
  readonly findings: readonly X12Finding[];
} {
  return readAnswers(CLAIM_STATUS_REQUEST, bytes);
}

/** A claim that is asked about, with the levels that it stands below. */
export interface ClaimInRequest {
  readonly request: ClaimStatusRequest;
  readonly source: RequestSource;
  readonly receiver: RequestReceiver;
  readonly provider: RequestProvider;
  readonly subscriber: RequestSubscriber;
  /** The patient, where it is not the subscriber. */
  readonly dependent?: RequestDependent;
  readonly claim: RequestedClaim;
}

/** In the order of the file. */
export function claimsAskedIn(request: ClaimStatusRequest): ClaimInRequest[] {
  return request.sources.flatMap((source) =>
    source.receivers.flatMap((receiver) =>
      receiver.providers.flatMap((provider) =>
        provider.subscribers.flatMap((subscriber) => {
          const above = { request, source, receiver, provider, subscriber };
          return [
            ...subscriber.claims.map((claim) => ({ ...above, claim })),
            ...subscriber.dependents.flatMap((dependent) =>
              dependent.claims.map((claim) => ({ ...above, dependent, claim })),
            ),
          ];
        }),
      ),
    ),
  );
}
