/** What a 271 says of one patient, with all that stands above it: the unit that people ask for. */
import type {
  Benefit,
  EligibilityResponse,
  Rejection,
  ResponseDependent,
  ResponseReceiver,
  ResponseSource,
  ResponseSubscriber,
} from './model.ts';

/** Of a request that was refused before any patient was looked at, there is no subscriber. */
export interface EligibilityAnswer {
  readonly response: EligibilityResponse;
  readonly source: ResponseSource;
  readonly receiver?: ResponseReceiver;
  readonly subscriber?: ResponseSubscriber;
  /** The patient, where it is not the subscriber. */
  readonly dependent?: ResponseDependent;
}

/** One for each patient, in the order of the file, and one for each level that was refused and names nobody below. */
export function eligibilityAnswersIn(response: EligibilityResponse): EligibilityAnswer[] {
  return response.sources.flatMap((source): EligibilityAnswer[] => {
    if (source.receivers.length === 0) return [{ response, source }];
    return source.receivers.flatMap((receiver): EligibilityAnswer[] => {
      const above = { response, source, receiver };
      if (receiver.subscribers.length === 0) return [above];
      return receiver.subscribers.flatMap((subscriber) => [
        ...(isPatient(subscriber) ? [{ ...above, subscriber }] : []),
        ...subscriber.dependents.map((dependent) => ({ ...above, subscriber, dependent })),
      ]);
    });
  });
}

/** A subscriber who only stands above dependents is no patient. */
function isPatient({ dependents, traces, benefits }: ResponseSubscriber): boolean {
  return dependents.length === 0 || traces.length + benefits.length > 0;
}

/** The patient. */
export function patientOf({
  subscriber,
  dependent,
}: EligibilityAnswer): ResponseSubscriber | ResponseDependent | undefined {
  return dependent ?? subscriber;
}

/** Of the patient alone: what is said of the subscriber is an answer of its own. */
export function benefitsIn(answer: EligibilityAnswer): readonly Benefit[] {
  return patientOf(answer)?.benefits ?? [];
}

/** Numbers of ours that the answer repeats. */
export function traceNumbersIn(answer: EligibilityAnswer): string[] {
  const traces = patientOf(answer)?.traces ?? [];
  return traces.filter(({ type }) => type !== '1').map(({ number }) => number);
}

/** Where a refusal stands: the request as a whole, the payer, who asked, the subscriber, the dependent, one benefit. */
export type RejectionLevel = 'request' | 'payer' | 'receiver' | 'subscriber' | 'dependent' | 'benefit';

export interface RejectionInAnswer {
  readonly level: RejectionLevel;
  readonly rejection: Rejection;
  /** Of a single benefit. */
  readonly benefit?: Benefit;
}

/** All that concern the patient, from the outermost level inwards. */
export function rejectionsIn(answer: EligibilityAnswer): RejectionInAnswer[] {
  const { source, receiver, subscriber, dependent } = answer;
  const of = (level: RejectionLevel, rejections: readonly Rejection[] = [], benefit?: Benefit) =>
    rejections.map((rejection) => ({ level, rejection, ...(benefit && { benefit }) }));
  return [
    ...of('request', source.rejections),
    ...of('payer', source.party?.rejections),
    ...of('receiver', receiver?.party?.rejections),
    ...of('subscriber', subscriber?.rejections),
    ...of('dependent', dependent?.rejections),
    ...benefitsIn(answer).flatMap((benefit) => of('benefit', benefit.rejections, benefit)),
  ];
}
