/** What kind of payer a coverage is of, by its claim filing indicator (SBR09). */
interface Kind {
  readonly claimFilingIndicator?: string | undefined;
}

/** Original Medicare; a Medicare Advantage plan is a payer like others. */
export function isMedicare(coverage: Kind | undefined): boolean {
  return coverage?.claimFilingIndicator === 'MB' || coverage?.claimFilingIndicator === 'MA';
}

/** Work comp, auto and other liability insurers: they know the injured by a claim number. */
export function isAccidentInsurer(coverage: Kind | undefined): boolean {
  const kind = coverage?.claimFilingIndicator;
  return kind === 'WC' || kind === 'AM' || kind === 'LM';
}
