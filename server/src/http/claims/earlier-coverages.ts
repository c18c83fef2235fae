/** How a patient was insured on earlier claims: offered where a visit page does not show it. */
import type { EarlierCoverage } from '@claimside/shared/api';
import type { Claim, Subscriber } from '@claimside/shared/claim';
import { listStandingClaimsOfPatient } from '../../store/claims.ts';
import type { Scope } from '../../store/store.ts';

/** Claims looked at for one patient, newest first. */
const MOST_CLAIMS = 50;
const MOST_COVERAGES = 2;

/**
 * The different coverages of the patient's claims, each by its newest claim. Claims that were refused or taken back count
 * for nothing, as their coverage may have been why; nor do those to a second payer, whose coverage never stands first.
 */
export async function earlierCoverages(scope: Scope, patientKey: string): Promise<EarlierCoverage[]> {
  const found = new Map<string, EarlierCoverage>();
  for (const { id, serviceDate, claim } of await listStandingClaimsOfPatient(
    scope,
    patientKey,
    MOST_CLAIMS,
  )) {
    if ((claim.coverage.rank ?? 'P') !== 'P') continue;
    const key = keyOf(claim);
    if (!found.has(key)) found.set(key, offerOf(id, serviceDate, claim));
    if (found.size === MOST_COVERAGES) break;
  }
  return [...found.values()];
}

const keyOf = ({ coverage: { payerId, memberId } }: Claim): string =>
  JSON.stringify([payerId, memberId]).toUpperCase();

/** What is offered, and no more: social security numbers, telephones and accidents' claim numbers stay with their claim. */
function offerOf(claimId: string, serviceDate: string, claim: Claim): EarlierCoverage {
  const { coverage, relationshipToSubscriber, subscriber, patient } = claim;
  const { payerName, payerId, payerIdQualifier, memberId, memberIdQualifier } = coverage;
  const { groupNumber, groupName, claimFilingIndicator } = coverage;
  return {
    claimId,
    serviceDate,
    coverage: {
      payerName,
      payerId,
      ...(payerIdQualifier && { payerIdQualifier }),
      memberId,
      ...(memberIdQualifier && { memberIdQualifier }),
      ...(groupNumber && { groupNumber }),
      ...(groupName && { groupName }),
      claimFilingIndicator,
    },
    relationshipToSubscriber,
    ...(subscriber && { subscriber: insuredOf(subscriber) }),
    patient: { sex: patient.sex, address: patient.address },
  };
}

function insuredOf(subscriber: Subscriber): NonNullable<EarlierCoverage['subscriber']> {
  const { organizationName, lastName, firstName, middleName, suffix, birthDate, sex, address } = subscriber;
  return {
    ...(organizationName && { organizationName }),
    ...(lastName && { lastName }),
    ...(firstName && { firstName }),
    ...(middleName && { middleName }),
    ...(suffix && { suffix }),
    ...(birthDate && { birthDate }),
    ...(sex && { sex }),
    ...(address && { address }),
  };
}
