/** The lists that are not shipped: a practice imports them from its publisher's file, and edits use them when present. */

export const IMPORTED_LISTS = [
  'icd-10-cm',
  'hcpcs',
  'ncci-ptp',
  'ncci-mue',
  'carc',
  'rarc',
  'practice-cpt',
] as const;
export type ImportedList = (typeof IMPORTED_LISTS)[number];

/** The list that knows this procedure code: CMS's for HCPCS level II (a letter first), else the practice's own. */
export function procedureListOf(code: string): 'hcpcs' | 'practice-cpt' {
  return /^[A-Z]/i.test(code) ? 'hcpcs' : 'practice-cpt';
}

/** As lists hold codes: capitals, no dot, no blanks. */
export function bareCode(code: string): string {
  return code.replaceAll(/[.\s]/g, '').toUpperCase();
}
