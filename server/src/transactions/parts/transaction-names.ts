/** What transactions are called, in our own words, by ST01 and version: for sentences about files that are no claims or answers to them. */

interface Named {
  readonly identifier: string;
  /** Part of the version where several transactions share an identifier. */
  readonly version?: string;
  readonly name: string;
}

const NAMES: readonly Named[] = [
  { identifier: '270', name: '270 eligibility inquiry' },
  { identifier: '271', name: '271 eligibility answer' },
  { identifier: '275', name: '275 attachment' },
  { identifier: '276', name: '276 claim status request' },
  { identifier: '277', version: 'X214', name: '277CA claim acknowledgement' },
  { identifier: '277', version: 'X213', name: '277 request for more about a claim' },
  { identifier: '277', version: 'X212', name: '277 claim status answer' },
  { identifier: '277', name: '277 claim status answer' },
  { identifier: '278', name: '278 referral or authorization' },
  { identifier: '820', name: '820 premium payment' },
  { identifier: '824', name: '824 report on a transaction' },
  { identifier: '834', name: '834 enrollment in a health plan' },
  { identifier: '835', name: '835 remittance' },
  { identifier: '837', version: 'X222', name: '837P professional claim' },
  { identifier: '837', version: 'X223', name: '837I institutional claim' },
  { identifier: '837', version: 'X224', name: '837D dental claim' },
  { identifier: '837', version: '004010X098', name: '837P professional claim of the old version 4010' },
  { identifier: '837', version: '004010X096', name: '837I institutional claim' },
  { identifier: '837', version: '004010X097', name: '837D dental claim' },
  { identifier: '837', name: '837 claim that does not say which kind (GS08)' },
  { identifier: '997', name: '997 acknowledgement, which a 999 took the place of' },
  { identifier: '999', name: '999 acknowledgement' },
];

/** With its article: `a 276 claim status request`; undefined for one that nobody here has a name for. */
export function nameOfTransaction(identifier: string, version: string): string | undefined {
  const named = NAMES.find(
    (each) =>
      each.identifier === identifier && (each.version === undefined || version.includes(each.version)),
  );
  return named && `${named.identifier.startsWith('8') ? 'an' : 'a'} ${named.name}`;
}
