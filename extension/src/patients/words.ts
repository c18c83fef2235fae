/** Patients and coverages in a line. */
import type { CheckInShort, KeptCoverage, KeptPatient, PatientCoverage } from '@claimside/shared/api';
import { RELATIONSHIPS } from '@claimside/shared/codes';

/** `Quintero, Marta`. */
export const nameOf = ({ lastName, firstName, middleName, suffix }: KeptPatient): string =>
  `${[lastName, suffix].filter(Boolean).join(' ')}, ${[firstName, middleName].filter(Boolean).join(' ')}`;

/** `Aetna 60054 · W123456789`. */
export const coverageName = ({
  payerName,
  payerId,
  memberId,
}: Pick<KeptCoverage, 'payerName' | 'payerId'> & { readonly memberId?: string | undefined }): string =>
  [`${payerName} ${payerId}`, memberId].filter(Boolean).join(' · ');

/** `child of Anna Tester`. */
export function relationWords({ relationshipToSubscriber, subscriber }: KeptCoverage): string {
  const relation = (RELATIONSHIPS[relationshipToSubscriber] ?? relationshipToSubscriber).toLowerCase();
  const { organizationName, firstName, lastName } = subscriber ?? {};
  const insured = organizationName ?? [firstName, lastName].filter(Boolean).join(' ');
  return insured === '' ? relation : `${relation} of ${insured}`;
}

const SOURCES: Readonly<Record<PatientCoverage['source'], string>> = {
  import: 'from the list of',
  typed: 'typed on',
  claim: 'from the claim of',
};

/** `from the claim of 2026-11-16`. */
export const sourceWords = ({ source, asOf }: Pick<PatientCoverage, 'source' | 'asOf'>): string =>
  `${SOURCES[source]} ${asOf}`;

/** Of another coverage than the first one: undefined where it is of that. */
export function checkedOtherwise(
  check: CheckInShort,
  first: Pick<KeptCoverage, 'payerId' | 'memberId'> | undefined,
): string | undefined {
  const plain = (text: string | null = '') => (text ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (
    first &&
    plain(first.payerId) === plain(check.payerId) &&
    plain(first.memberId) === plain(check.memberId)
  )
    return undefined;
  return `for ${check.payerId}${check.memberId ? ` ${check.memberId}` : ''}`;
}

/** `1 date`, `1,200 dates`. */
export const countOf = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
export const patientsWords = (count: number): string => countOf(count, 'patient');
export const rowsWords = (count: number): string => countOf(count, 'row');
