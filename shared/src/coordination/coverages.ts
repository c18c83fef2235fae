/** Coverages of a claim that change places: one of the others becomes its own, its own one of the others. */
import type { Claim, ClaimDraft, OtherCoverage } from '../claim/index.ts';
import { payerTurn } from '../codes/index.ts';

type Rank = OtherCoverage['rank'];

/** The first of those behind this turn, or behind its own; undefined where there is none. */
export function nextCoverage(
  { coverage, otherCoverages = [] }: Claim,
  turn: number = payerTurn(coverage.rank ?? 'P'),
): OtherCoverage | undefined {
  return otherCoverages
    .filter(({ rank }) => payerTurn(rank) > turn)
    .toSorted((a, b) => payerTurn(a.rank) - payerTurn(b.rank))[0];
}

const SELF = '18';

/** What a claim to that one says of it and of its subscriber. */
export function asOwnCoverage(
  other: OtherCoverage,
  claim: Claim,
  rank: Rank = other.rank,
): Pick<ClaimDraft, 'coverage' | 'relationshipToSubscriber' | 'subscriber'> {
  const { relationshipToSubscriber } = other;
  return {
    coverage: coverageOf(other, rank),
    relationshipToSubscriber,
    ...(relationshipToSubscriber !== SELF && { subscriber: subscriberOf(other, claim) }),
  };
}

function coverageOf(other: OtherCoverage, rank: Rank): ClaimDraft['coverage'] {
  const { payer, subscriber } = other;
  return {
    rank,
    payerName: payer.name,
    payerId: payer.id,
    payerIdQualifier: payer.idQualifier,
    payerAddress: payer.address,
    payerSecondaryIds: payer.secondaryIds,
    memberId: subscriber.memberId,
    memberIdQualifier: subscriber.memberIdQualifier,
    groupNumber: other.groupNumber,
    groupName: other.groupName,
    insuranceType: other.insuranceType,
    claimFilingIndicator: other.claimFilingIndicator,
  };
}

/** Of the same person the birth date and sex are known from the claim. */
function subscriberOf({ subscriber: member }: OtherCoverage, claim: Claim): ClaimDraft['subscriber'] {
  const { memberId: _id, memberIdQualifier: _qualifier, ...who } = member;
  const known = claim.subscriber;
  const isSame =
    known?.lastName !== undefined && known.lastName === who.lastName && known.firstName === who.firstName;
  return isSame ? { ...known, ...who } : who;
}

/** The claim's own coverage as one of the others, as long as nothing is said of what it decided. */
export function coverageWithoutDecision(claim: Claim): OtherCoverage {
  const { coverage, patient, subscriber } = claim;
  const member = {
    memberId: coverage.memberId,
    ...(coverage.memberIdQualifier && { memberIdQualifier: coverage.memberIdQualifier }),
  };
  const address = subscriber?.address ?? (subscriber ? undefined : patient.address);
  const where = address && { address };
  return {
    rank: coverage.rank ?? 'P',
    relationshipToSubscriber: claim.relationshipToSubscriber,
    ...(coverage.groupNumber && { groupNumber: coverage.groupNumber }),
    ...(coverage.groupName && { groupName: coverage.groupName }),
    ...(coverage.insuranceType && { insuranceType: coverage.insuranceType }),
    claimFilingIndicator: coverage.claimFilingIndicator,
    benefitsToProvider: claim.benefitsToProvider,
    ...(claim.isPatientSignatureByProvider && { isPatientSignatureByProvider: true }),
    releaseOfInformation: claim.releaseOfInformation,
    subscriber:
      subscriber?.organizationName !== undefined
        ? { organizationName: subscriber.organizationName, ...member, ...where }
        : { ...nameOf(subscriber?.lastName === undefined ? patient : subscriber), ...member, ...where },
    payer: {
      name: coverage.payerName,
      id: coverage.payerId,
      ...(coverage.payerIdQualifier && { idQualifier: coverage.payerIdQualifier }),
      ...(coverage.payerAddress && { address: coverage.payerAddress }),
    },
  };
}

function nameOf(person: {
  readonly lastName: string;
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly suffix?: string | undefined;
}) {
  const { lastName, firstName, middleName, suffix } = person;
  return {
    lastName,
    ...(firstName && { firstName }),
    ...(middleName && { middleName }),
    ...(suffix && { suffix }),
  };
}
