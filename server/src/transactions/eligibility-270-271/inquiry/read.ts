/** Reads a 270: whose benefits a payer is asked about. */
import type { X12Finding } from '../../../x12/index.ts';
import { readAnswers } from '../../parts/answers/file.ts';
import { type AnswerInterchange, answersIn } from '../../parts/answers/tree.ts';
import { ELIGIBILITY_REQUEST } from './kind.ts';
import type {
  EligibilityRequest,
  RequestDependent,
  RequestReceiver,
  RequestSource,
  RequestSubscriber,
} from './model.ts';

export interface EligibilityRequestFile {
  readonly requests: readonly EligibilityRequest[];
  readonly findings: readonly X12Finding[];
}

/** Requests in the order of the file. */
export function readEligibilityRequests(bytes: Uint8Array): EligibilityRequestFile {
  const { interchanges, findings } = readEligibilityRequestInterchanges(bytes);
  return { requests: answersIn(interchanges), findings };
}

export type EligibilityRequestInterchange = AnswerInterchange<EligibilityRequest>;

/** By interchange, group and set: what `writeEligibilityRequestInterchanges` takes. */
export function readEligibilityRequestInterchanges(bytes: Uint8Array): {
  readonly interchanges: readonly EligibilityRequestInterchange[];
  readonly findings: readonly X12Finding[];
} {
  return readAnswers(ELIGIBILITY_REQUEST, bytes);
}

/** A patient who is asked about, with the levels above. */
export interface PatientInRequest {
  readonly request: EligibilityRequest;
  readonly source: RequestSource;
  readonly receiver: RequestReceiver;
  readonly subscriber: RequestSubscriber;
  /** The patient, where it is not the subscriber. */
  readonly dependent?: RequestDependent;
}

/** In the order of the file. A subscriber who only stands above dependents is no patient. */
export function patientsAskedIn(request: EligibilityRequest): PatientInRequest[] {
  return request.sources.flatMap((source) =>
    source.receivers.flatMap((receiver) =>
      receiver.subscribers.flatMap((subscriber) => {
        const above = { request, source, receiver, subscriber };
        const isPatient =
          subscriber.dependents.length === 0 ||
          subscriber.questions.length > 0 ||
          subscriber.traces.length > 0;
        return [
          ...(isPatient ? [above] : []),
          ...subscriber.dependents.map((dependent) => ({ ...above, dependent })),
        ];
      }),
    ),
  );
}
