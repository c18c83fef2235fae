/** How a patient was insured on earlier claims, or as the practice keeps it: offered where a visit page does not show it. */
import type { EarlierCoverage, KeptCoverage, KeptPatient, PracticePayer } from '@claimside/shared/api';
import { findPayer } from '@claimside/shared/capture';
import type { Claim } from '@claimside/shared/claim';
import { isValidOn } from '@claimside/shared/patients';
import {
  earliestDateOnEarth,
  type IsoDate,
  latestDateOnEarth,
  type UtcInstant,
} from '@claimside/shared/values';
import { coverageKey, dayOf, insuredOf } from '../../patients/index.ts';
import { listStandingClaimsOfPatient } from '../../store/claims.ts';
import { type CoverageOnFile, findPatients, listCoverages } from '../../store/patients.ts';
import { getPractice } from '../../store/practices.ts';
import type { Scope } from '../../store/store.ts';

/** Claims looked at for one patient, newest first. */
const MOST_CLAIMS = 50;
const MOST_COVERAGES = 2;

/**
 * The different coverages of the patient, each as it was told last. Claims that were refused or taken back count for nothing, as their
 * coverage may have been why; nor do those to a second payer, whose coverage never stands first; nor what a person has ended since.
 */
export async function earlierCoverages(
  scope: Scope,
  patientKey: string,
  now: UtcInstant,
  serviceDate?: IsoDate,
): Promise<EarlierCoverage[]> {
  const [onFile] = await findPatients(scope, [patientKey]);
  const rows = await listCoverages(scope, { keys: [patientKey], ever: true });
  // Where the practice is, it may be either day.
  const days = serviceDate ? [serviceDate] : [earliestDateOnEarth(now), latestDateOnEarth(now)];
  const counts = (coverage: KeptCoverage) => days.some((day) => isValidOn(coverage, day));
  const standing = (wanted: CoverageOnFile['rank']) =>
    rows.find(({ rank, endedAt, coverage }) => rank === wanted && endedAt === null && counts(coverage));
  const kept = standing('P');
  const offers: EarlierCoverage[] =
    kept && onFile ? [offerOfKept(kept, standing('S')?.coverage, onFile.patient)] : [];
  for (const { id, serviceDate, createdAt, claim } of await listStandingClaimsOfPatient(
    scope,
    patientKey,
    MOST_CLAIMS,
  ))
    if ((claim.coverage.rank ?? 'P') === 'P' && !isEndedSince(rows, claim, createdAt))
      offers.push(offerOfClaim(id, serviceDate, claim));
  // Sorting keeps what is equal in order: on one day what was brought or typed stands before claims.
  const newest = offers.toSorted((one, other) =>
    one.asOf < other.asOf ? 1 : one.asOf > other.asOf ? -1 : 0,
  );
  const found = new Map<string, EarlierCoverage>();
  for (const offer of newest) {
    const key = coverageKey(offer.coverage);
    if (!found.has(key)) found.set(key, offer);
    if (found.size === MOST_COVERAGES) break;
  }
  const payers = (await getPractice(scope)).settings?.payers ?? [];
  return [...found.values()].map((offer) => withAddresses(offer, payers));
}

/** A claim on paper goes to where the practice knows the payer to be now. */
function withAddresses(offer: EarlierCoverage, payers: readonly PracticePayer[]): EarlierCoverage {
  const { coverage, second } = offer;
  const own = findPayer(payers, coverage.payerName, coverage.payerId)?.address;
  const behind = second && findPayer(payers, second.payer.name, second.payer.id)?.address;
  return {
    ...offer,
    ...(own && { coverage: { ...coverage, payerAddress: own } }),
    ...(second && behind && { second: { ...second, payer: { ...second.payer, address: behind } } }),
  };
}

function isEndedSince(rows: readonly CoverageOnFile[], { coverage }: Claim, billedAt: UtcInstant): boolean {
  const same = rows.filter((row) => coverageKey(row.coverage) === coverageKey(coverage));
  return (
    same.every(({ endedAt }) => endedAt !== null) &&
    same.some(({ endedAt }) => endedAt !== null && endedAt > billedAt)
  );
}

/** What is offered, and no more: social security numbers, telephones and accidents' claim numbers stay with their claim. */
function offerOfClaim(id: string, asOf: string, claim: Claim): EarlierCoverage {
  const { coverage, relationshipToSubscriber, subscriber, patient } = claim;
  const { payerName, payerId, payerIdQualifier, memberId, memberIdQualifier } = coverage;
  const { groupNumber, groupName, claimFilingIndicator } = coverage;
  return {
    source: 'claim',
    id,
    asOf,
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

function offerOfKept(
  { id, keptAt, coverage }: CoverageOnFile,
  behind: KeptCoverage | undefined,
  patient: KeptPatient,
): EarlierCoverage {
  const { sex, address } = patient;
  const second = behind && secondOf(behind, patient);
  const { payerName, payerId, memberId, groupNumber, groupName, claimFilingIndicator } = coverage;
  const { relationshipToSubscriber, subscriber } = coverage;
  return {
    source: 'patient-list',
    id,
    asOf: dayOf(keptAt),
    coverage: {
      payerName,
      payerId,
      memberId,
      ...(groupNumber && { groupNumber }),
      ...(groupName && { groupName }),
      claimFilingIndicator,
    },
    relationshipToSubscriber,
    ...(subscriber && { subscriber: insuredOf(subscriber) }),
    ...(second && { second }),
    patient: { ...(sex && { sex }), ...(address && { address }) },
  };
}

const SELF = '18';

/** A claim has to name whom it insures: undefined where that is not known. */
function secondOf(coverage: KeptCoverage, patient: KeptPatient): EarlierCoverage['second'] {
  const { payerName: name, payerId: id, claimFilingIndicator, groupNumber, groupName } = coverage;
  const { relationshipToSubscriber, memberId } = coverage;
  const insured = relationshipToSubscriber === SELF ? patient : coverage.subscriber;
  if (!insured) return undefined;
  const { birthDate: _, sex: __, address: ___, ...named } = insuredOf(insured);
  if (!named.lastName && !named.organizationName) return undefined;
  return {
    rank: 'S',
    payer: { name, id },
    claimFilingIndicator,
    ...(groupNumber && { groupNumber }),
    ...(groupName && { groupName }),
    relationshipToSubscriber,
    subscriber: { memberId, ...named },
  };
}
