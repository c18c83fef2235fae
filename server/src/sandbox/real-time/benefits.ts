/** What the sandbox's payers say of benefits: all invented, alike for every patient. */
import { cents, type IsoDate } from '@claimside/shared/values';
import {
  type Benefit,
  type EligibilityRequest,
  type EligibilityResponse,
  patientsAskedIn,
  refuse,
  respondTo,
  type SaidOfPatient,
} from '../../transactions/eligibility-270-271/index.ts';
import type { RealTimeOutcome } from './scenarios.ts';

interface Made {
  readonly date: IsoDate;
  readonly time: string;
}

const WHOLE_PLAN = '30';
const DENTAL = '35';
/** Those with a copay; of others the patient pays a share. */
const VISITS = new Set(['98', 'BY', 'BZ', 'UC', 'A3']);

export function benefitsAnswer(
  request: EligibilityRequest,
  made: Made,
  outcome: RealTimeOutcome,
): EligibilityResponse {
  const rejection = { isRequestValid: 'Y', followUp: 'C' };
  switch (outcome) {
    case 'payer-down':
      return refuse(request, made, 'payer', { ...rejection, reason: '42', followUp: 'R' });
    case 'payer-silent':
      return refuse(request, made, 'payer', { ...rejection, reason: '80', followUp: 'R' });
    case 'not-found':
      return respondTo(request, made, (patient, subscriber) => ({
        rejections: [{ ...rejection, reason: patient === subscriber ? '75' : '67' }],
      }));
    default: {
      const asked = new Set(
        patientsAskedIn(request).flatMap(({ subscriber, dependent }) =>
          (dependent ?? subscriber).questions.flatMap(({ serviceTypes }) => serviceTypes),
        ),
      );
      const year = Number(made.date.slice(0, 4));
      return respondTo(request, made, () => (outcome === 'active' ? active(asked, year) : ended(year)));
    }
  }
}

const planDates = (qualifier: string, date: string) => [{ qualifier, date: date as IsoDate }];

function ended(year: number): SaidOfPatient {
  return {
    dates: planDates('347', `${year - 1}-12-31`),
    benefits: [{ information: '6', serviceTypes: [WHOLE_PLAN], planDescription: 'SAMPLE GOLD PLAN' }],
  };
}

function active(asked: ReadonlySet<string>, year: number): SaidOfPatient {
  const plan = { serviceTypes: [WHOLE_PLAN], network: 'Y' } as const;
  const services = [...asked].filter((each) => each !== WHOLE_PLAN);
  return {
    dates: planDates('346', `${year}-01-01`),
    benefits: [
      {
        information: '1',
        serviceTypes: [WHOLE_PLAN],
        insuranceType: 'PR',
        planDescription: 'SAMPLE GOLD PLAN',
      },
      ...total('C', 'IND', 150_000, 50_000).map((each) => ({ ...plan, ...each })),
      ...total('C', 'FAM', 300_000, 120_000).map((each) => ({ ...plan, ...each })),
      ...total('G', 'IND', 600_000, 435_000).map((each) => ({ ...plan, ...each })),
      ...services.flatMap(ofService),
    ],
  };
}

/** Of this calendar year, and what is left of it. */
function total(information: string, coverageLevel: string, amount: number, left: number) {
  return [
    { information, coverageLevel, timePeriod: '23', amount: cents(amount) },
    { information, coverageLevel, timePeriod: '29', amount: cents(left) },
  ];
}

function ofService(serviceType: string): Benefit[] {
  const serviceTypes = [serviceType];
  if (serviceType === DENTAL) return [{ information: 'I', serviceTypes }];
  const visit = { information: 'B', serviceTypes, timePeriod: '27' };
  return [
    { information: '1', serviceTypes },
    ...(VISITS.has(serviceType)
      ? [
          { ...visit, amount: cents(2_500), network: 'Y' },
          { ...visit, amount: cents(4_000), network: 'N' },
        ]
      : [
          { information: 'A', serviceTypes, percent: 0.2, network: 'Y' },
          { information: 'A', serviceTypes, percent: 0.4, network: 'N' },
        ]),
  ];
}
