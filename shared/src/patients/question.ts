/** From a patient and a coverage to the question whether it counts on a day. */
import type { CoverageToCheck, KeptCoverage, KeptPatient } from '../api/index.ts';
import type { IsoDate } from '../values/index.ts';
import { PLAN } from './check-words.ts';

const SELF = '18';

export function questionAbout(
  { lastName, firstName, middleName, suffix, birthDate }: KeptPatient,
  { payerName, payerId, memberId, claimFilingIndicator, relationshipToSubscriber, subscriber }: KeptCoverage,
  serviceDate: IsoDate,
  serviceType: string,
): CoverageToCheck {
  return {
    patient: {
      lastName,
      firstName,
      ...(middleName && { middleName }),
      ...(suffix && { suffix }),
      birthDate,
    },
    relationshipToSubscriber,
    ...(relationshipToSubscriber !== SELF && {
      subscriber: {
        ...(subscriber?.lastName && { lastName: subscriber.lastName }),
        ...(subscriber?.firstName && { firstName: subscriber.firstName }),
        ...(subscriber?.birthDate && { birthDate: subscriber.birthDate }),
      },
    }),
    coverage: { payerName, payerId, memberId, claimFilingIndicator },
    serviceDate,
    serviceTypes: [PLAN, serviceType],
  };
}
