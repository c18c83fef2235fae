/** Reads a 277: what a payer answers of each claim that it was asked about. */
import type { X12Finding } from '../../x12/index.ts';
import { readAnswers } from '../parts/answers/file.ts';
import { type AnswerInterchange, answersIn } from '../parts/answers/tree.ts';
import { CLAIM_STATUS_RESPONSE } from './kind.ts';
import type {
  ClaimResponse,
  ClaimStatusResponse,
  ResponseDependent,
  ResponseProvider,
  ResponseReceiver,
  ResponseSource,
  ResponseSubscriber,
} from './model.ts';

export interface ClaimStatusFile {
  readonly responses: readonly ClaimStatusResponse[];
  readonly findings: readonly X12Finding[];
}

/** Answers in the order of the file; a 277CA is left out with a warning. */
export function readClaimStatus(bytes: Uint8Array): ClaimStatusFile {
  const { interchanges, findings } = readClaimStatusInterchanges(bytes);
  return { responses: answersIn(interchanges), findings };
}

export type ClaimStatusInterchange = AnswerInterchange<ClaimStatusResponse>;

/** By interchange, group and set: what `writeClaimStatusInterchanges` takes. */
export function readClaimStatusInterchanges(bytes: Uint8Array): {
  readonly interchanges: readonly ClaimStatusInterchange[];
  readonly findings: readonly X12Finding[];
} {
  return readAnswers(CLAIM_STATUS_RESPONSE, bytes);
}

/** An answer to a claim with the levels that it stands below. */
export interface ClaimInResponse {
  readonly source: ResponseSource;
  readonly receiver: ResponseReceiver;
  readonly provider: ResponseProvider;
  readonly subscriber: ResponseSubscriber;
  /** The patient, where it is not the subscriber. */
  readonly dependent?: ResponseDependent;
  readonly claim: ClaimResponse;
}

export function claimsIn({ sources }: ClaimStatusResponse): ClaimInResponse[] {
  return sources.flatMap((source) =>
    source.receivers.flatMap((receiver) =>
      receiver.providers.flatMap((provider) =>
        provider.subscribers.flatMap((subscriber) => [
          ...subscriber.claims.map((claim) => ({ source, receiver, provider, subscriber, claim })),
          ...subscriber.dependents.flatMap((dependent) =>
            dependent.claims.map((claim) => ({ source, receiver, provider, subscriber, dependent, claim })),
          ),
        ]),
      ),
    ),
  );
}
