/** `pnpm hostile` makes every attack; `pnpm test` makes some of each long row. */
const ALL = process.env.CLAIMSIDE_HOSTILE === 'all';

/** Every `step`th of a row, the first among them; all of it when all attacks are asked for. */
export const sampleOf = <Attack>(attacks: readonly Attack[], step: number): Attack[] =>
  attacks.filter((_, place) => ALL || place % step === 0);
