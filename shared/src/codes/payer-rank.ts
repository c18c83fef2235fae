/** Order in which payers are responsible (SBR01), in our own words (as of November 2026). */
import { codeSet } from './code-set.ts';

export const PAYER_RANK = codeSet({
  name: 'payer-rank',
  title: 'Order of payers',
  asOf: '2026-11-22',
  source: '837P SBR01; words are ours',
  codes: {
    P: 'Primary',
    S: 'Secondary',
    T: 'Tertiary',
    A: 'Fourth',
    B: 'Fifth',
    C: 'Sixth',
    D: 'Seventh',
    E: 'Eighth',
    F: 'Ninth',
    G: 'Tenth',
    H: 'Eleventh',
    U: 'Unknown',
  },
});

/** Whose turn comes when; `U` (unknown) has none. */
export const PAYER_TURNS = ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
const ORDER: readonly string[] = PAYER_TURNS;

/** From 0, the primary's; -1 where none is known. */
export const payerTurn = (rank: string | undefined): number =>
  rank === undefined ? -1 : ORDER.indexOf(rank);
