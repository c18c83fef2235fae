/** The patients that are kept as a table that can be brought back: one row for each coverage. */
import type { KeptCoverage } from '@claimside/shared/api';
import { RELATIONSHIPS } from '@claimside/shared/codes';
import { RANK_WORDS } from '@claimside/shared/patients';
import type { CoverageOnFile, PatientOnFile } from '../store/patients.ts';
import type { TableToWrite } from '../tables/index.ts';
import { groupBy } from '../transactions/parts/group.ts';

const HEADINGS = [
  'Last name',
  'First name',
  'Middle name',
  'Suffix',
  'Date of birth',
  'Sex',
  'Address',
  'Address 2',
  'City',
  'State',
  'ZIP',
  'Phone',
  'Order',
  'Payer',
  'Payer ID',
  'Kind of insurance',
  'Member ID',
  'Group number',
  'Group name',
  'Plan name',
  'Copay',
  'Payer phone',
  'Valid from',
  'Valid to',
  'Relationship to insured',
  'Insured last name',
  'Insured first name',
  'Insured date of birth',
  'Insured sex',
  'Insured address',
  'Insured address 2',
  'Insured city',
  'Insured state',
  'Insured ZIP',
  'Notes',
] as const;

export function tableOfPatients(
  patients: readonly PatientOnFile[],
  coverages: readonly CoverageOnFile[],
): TableToWrite {
  const all = groupBy(coverages, ({ patientKey }) => patientKey);
  const rows = patients.flatMap(({ patientKey, patient }) => {
    const { lastName, firstName, middleName, suffix, birthDate, sex, address, phone } = patient;
    const person = [
      ...[lastName, firstName, middleName, suffix, birthDate, sex],
      ...addressCells(address),
      phone,
    ];
    const own = (all.get(patientKey) ?? []).map(({ coverage }) => coverage);
    const byRank = own.toSorted((one, other) => 'PST'.indexOf(one.rank) - 'PST'.indexOf(other.rank));
    return byRank.length === 0 ? [person] : byRank.map((coverage) => [...person, ...coverageCells(coverage)]);
  });
  return {
    headings: HEADINGS,
    rows: rows.map((row) => HEADINGS.map((_, at) => row[at] ?? '')),
  };
}

function coverageCells(coverage: KeptCoverage): (string | undefined)[] {
  const { rank, payerName, payerId, claimFilingIndicator, memberId, groupNumber, groupName } = coverage;
  const { planName, copay, payerPhone, validFrom, validTo, subscriber = {}, notes } = coverage;
  const { lastName, firstName, birthDate, sex, address } = subscriber;
  return [
    ...[RANK_WORDS[rank], payerName, payerId, claimFilingIndicator, memberId, groupNumber, groupName],
    ...[planName, copay === undefined ? '' : (copay / 100).toFixed(2), payerPhone, validFrom, validTo],
    RELATIONSHIPS[coverage.relationshipToSubscriber],
    ...[lastName, firstName, birthDate, sex],
    ...addressCells(address),
    notes,
  ];
}

const addressCells = (
  address: NonNullable<KeptCoverage['subscriber']>['address'],
): (string | undefined)[] => [
  address?.line1,
  address?.line2,
  address?.city,
  address?.state,
  address?.postalCode,
];
