/** What of a capture could tell a patient: values of patient, insured person and coverage, as read and as they stood. */
import type { Capture, Captured } from '@claimside/shared/capture';

export function valuesOfPatient({ fields }: Capture): string[] {
  return (Object.entries(fields) as [string, Captured][])
    .filter(([field]) => /^(patient|subscriber|coverage)\./.test(field))
    .flatMap(([, { value, raw }]) => [value, raw]);
}
