/** Which coverages of a patient count now: the newest of what was brought, typed or billed, order by order. */
import type { FormerCoverage, KeptCoverage, PatientCoverage } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { COVERAGE_RANKS, type CoverageRank, isOver } from '@claimside/shared/patients';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import type { CoverageOnFile } from '../store/patients.ts';
import { coverageKey } from './same.ts';

/** A claim of the patient that stands: neither refused nor taken back. */
export interface StandingClaimOfPatient {
  readonly id: string;
  readonly serviceDate: string;
  readonly createdAt: UtcInstant;
  readonly claim: Claim;
}

export interface CoveragesOfPatient {
  /** By their order. */
  readonly current: readonly PatientCoverage[];
  readonly former: readonly FormerCoverage[];
}

/**
 * A claim counts as of its date of service: it outdoes what was brought or typed on that day or before, if it was billed later. So a
 * December visit that is billed in January does not bring last year's insurance back. What ended before `today` counts no more, unless a later
 * visit was billed to it.
 */
export function coveragesNow(
  onFile: readonly CoverageOnFile[],
  claims: readonly StandingClaimOfPatient[],
  today: IsoDate,
): CoveragesOfPatient {
  const billed = claims.flatMap(coveragesOfClaim);
  const current: PatientCoverage[] = [];
  const shown = new Set<string>();
  for (const rank of COVERAGE_RANKS) {
    const kept = onFile.find((row) => row.rank === rank && row.endedAt === null);
    const decided = lastWord(onFile.filter((row) => row.rank === rank));
    const claimed = billed
      .filter(
        (one) =>
          one.rank === rank &&
          outdoes(one, decided) &&
          !(kept && isOver(kept.coverage, today) && isWithinSame(one, kept)),
      )
      .toSorted(newestFirst)
      .at(0);
    const isSame = kept && claimed && isOfSame(claimed, kept);
    if (claimed && !(isSame && !isOver(kept.coverage, today)))
      current.push({ ...claimed.coverage, source: 'claim', asOf: claimed.serviceDate });
    else if (kept && !isOver(kept.coverage, today)) {
      current.push(shownOf(kept));
      shown.add(kept.id);
    }
  }
  const once = current.filter((one) => !current.some((other) => isRepeatedBy(one, other)));
  const former = onFile
    .filter(({ id }) => !shown.has(id))
    .map((row): FormerCoverage => ({ ...shownOf(row), endedAt: row.endedAt }))
    .toReversed();
  return { current: once, former };
}

interface BilledCoverage {
  readonly rank: CoverageRank;
  readonly coverage: KeptCoverage;
  readonly serviceDate: IsoDate;
  readonly billedAt: UtcInstant;
}

/** When something was last brought, typed or ended; undefined where nothing ever was. */
function lastWord(rows: readonly CoverageOnFile[]): UtcInstant | undefined {
  return rows
    .map(({ keptAt, endedAt }) => endedAt ?? keptAt)
    .toSorted()
    .at(-1);
}

const outdoes = ({ serviceDate, billedAt }: BilledCoverage, decided: UtcInstant | undefined): boolean =>
  decided === undefined || (billedAt > decided && serviceDate >= dayOf(decided));

const isOfSame = (claimed: BilledCoverage, kept: CoverageOnFile): boolean =>
  coverageKey(kept.coverage) === coverageKey(claimed.coverage);

/** A visit within the dates of the same coverage says nothing of whether it goes on behind them. */
const isWithinSame = (claimed: BilledCoverage, kept: CoverageOnFile): boolean =>
  isOfSame(claimed, kept) && !isOver(kept.coverage, claimed.serviceDate);

const newestFirst = (one: BilledCoverage, other: BilledCoverage): number =>
  `${one.serviceDate} ${one.billedAt}` < `${other.serviceDate} ${other.billedAt}` ? 1 : -1;

/** The same coverage stands in another order too, and was told there later. */
const isRepeatedBy = (one: PatientCoverage, other: PatientCoverage): boolean =>
  one !== other &&
  coverageKey(one) === coverageKey(other) &&
  (other.asOf > one.asOf || (other.asOf === one.asOf && other.rank < one.rank));

const shownOf = ({ coverage, source, keptAt }: CoverageOnFile): PatientCoverage => ({
  ...coverage,
  source,
  asOf: dayOf(keptAt),
});

export const dayOf = (instant: UtcInstant): IsoDate => instant.slice(0, 10) as IsoDate;

/** The coverage that was billed, and the others that the claim names. */
function coveragesOfClaim({ claim, serviceDate, createdAt }: StandingClaimOfPatient): BilledCoverage[] {
  const as = { serviceDate: serviceDate as IsoDate, billedAt: createdAt };
  const { coverage, relationshipToSubscriber, subscriber } = claim;
  const own = rankOf(coverage.rank ?? 'P');
  const others = (claim.otherCoverages ?? []).flatMap((other) => {
    const rank = rankOf(other.rank);
    const { memberId, address, ...person } = other.subscriber;
    const isSelf = other.relationshipToSubscriber === '18';
    return rank === undefined
      ? []
      : {
          ...as,
          rank,
          coverage: {
            rank,
            payerName: other.payer.name,
            payerId: other.payer.id,
            claimFilingIndicator: other.claimFilingIndicator,
            memberId,
            ...(other.groupNumber && { groupNumber: other.groupNumber }),
            ...(other.groupName && { groupName: other.groupName }),
            relationshipToSubscriber: other.relationshipToSubscriber,
            ...(!isSelf && { subscriber: insuredOf({ ...person, address }) }),
          },
        };
  });
  if (own === undefined) return others;
  return [
    {
      ...as,
      rank: own,
      coverage: {
        rank: own,
        payerName: coverage.payerName,
        payerId: coverage.payerId,
        claimFilingIndicator: coverage.claimFilingIndicator,
        memberId: coverage.memberId,
        ...(coverage.groupNumber && { groupNumber: coverage.groupNumber }),
        ...(coverage.groupName && { groupName: coverage.groupName }),
        relationshipToSubscriber,
        ...(subscriber && { subscriber: insuredOf(subscriber) }),
      },
    },
    ...others,
  ];
}

const rankOf = (rank: string): CoverageRank | undefined => COVERAGE_RANKS.find((known) => known === rank);

type Insured = NonNullable<KeptCoverage['subscriber']>;

/** What is offered of the insured person, and no more: social security numbers, telephones and accidents' claim numbers stay with their claim. */
export function insuredOf(person: Insured): Insured {
  const { organizationName, lastName, firstName, middleName, suffix, birthDate, sex, address } = person;
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
