/** Makes the 271 that answers a 270: the same levels, and what is said of each patient (for the sandbox and for tests). */
import type { IsoDate } from '@claimside/shared/values';
import { present } from '../../parts/present.ts';
import type { EligibilityRequest, RequestDependent, RequestSubscriber } from '../inquiry/model.ts';
import type { EligibilityResponse, Rejection, ResponseDependent } from './model.ts';

/** What a payer says of a patient: benefits, or why not; anything else takes the place of what was sent. */
export type SaidOfPatient = Partial<Omit<ResponseDependent, 'traces' | 'notInModel'>>;

/** BHT04, BHT05: when it is made. */
interface Made {
  readonly date: IsoDate;
  readonly time: string;
}

/** `say` is asked for each patient. */
export function respondTo(
  request: EligibilityRequest,
  made: Made,
  say: (patient: RequestSubscriber | RequestDependent, subscriber: RequestSubscriber) => SaidOfPatient,
): EligibilityResponse {
  return {
    ...headOf(request, made),
    sources: request.sources.map(({ party, receivers }) => ({
      rejections: [],
      ...(party && { party: { ...party, rejections: [] } }),
      receivers: receivers.map(({ party, subscribers }) => ({
        ...(party && { party: { ...party, rejections: [] } }),
        subscribers: subscribers.map((subscriber) => ({
          ...repeated(subscriber),
          ...(subscriber.dependents.length === 0 && say(subscriber, subscriber)),
          dependents: subscriber.dependents.map((dependent) => ({
            ...repeated(dependent),
            ...say(dependent, subscriber),
          })),
        })),
      })),
    })),
  };
}

/** The 271 that refuses the request before any patient is looked at: `level` says who is at fault. */
export function refuse(
  request: EligibilityRequest,
  made: Made,
  level: 'request' | 'payer' | 'receiver',
  rejection: Rejection,
): EligibilityResponse {
  const at = (own: typeof level) => (own === level ? [rejection] : []);
  return {
    ...headOf(request, made),
    sources: request.sources.map(({ party, receivers }) => ({
      rejections: at('request'),
      ...(party && { party: { ...party, rejections: at('payer') } }),
      receivers:
        level === 'receiver'
          ? receivers.map(({ party }) => ({
              ...(party && { party: { ...party, rejections: at('receiver') } }),
              subscribers: [],
            }))
          : [],
    })),
  };
}

function headOf({ referenceId }: EligibilityRequest, { date, time }: Made) {
  return present({ referenceId, date, time });
}

/** What we sent of a person comes back with the answer, each number as ours. */
function repeated({
  traces,
  questions: _,
  notInModel: __,
  serviceDate,
  serviceDateEnd,
  cardIssueDate: ___,
  ...person
}: RequestSubscriber | RequestDependent) {
  const dates =
    serviceDate === undefined
      ? undefined
      : [{ qualifier: '291', date: serviceDate, dateEnd: serviceDateEnd }];
  return present({
    ...person,
    traces: traces.map((trace) => ({ type: '2', ...trace })),
    dates,
    rejections: [],
    benefits: [],
  });
}
