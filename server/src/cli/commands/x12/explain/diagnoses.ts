/** Diagnoses as people write them: with the dot, and with the edition of ICD that they are of. */
import type { ClaimDraft } from '@claimside/shared/claim';

type Diagnosis = NonNullable<ClaimDraft['diagnoses']>[number];

/** `M54.50`; ICD-9 codes of external causes (E) have their dot behind four characters. */
export function diagnosisCode({ code = '?', codeSet }: Diagnosis): string {
  const before = codeSet === 'ICD-9-CM' && code.startsWith('E') ? 4 : 3;
  return code.includes('.') || code.length <= before
    ? code
    : `${code.slice(0, before)}.${code.slice(before)}`;
}

/** `ICD-10-CM  1 M54.50  2 I10`, one line for each edition. */
export function diagnosisLines(diagnoses: readonly Diagnosis[]): string[] {
  const editions = [...new Set(diagnoses.map(({ codeSet }) => codeSet ?? 'ICD-10-CM'))];
  return editions.map((edition) => {
    const own = diagnoses.flatMap((diagnosis, at) =>
      (diagnosis.codeSet ?? 'ICD-10-CM') === edition ? [`${at + 1} ${diagnosisCode(diagnosis)}`] : [],
    );
    return `${edition}: ${own.join('  ')}`;
  });
}
