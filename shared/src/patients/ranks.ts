/** In which order coverages of a patient pay (SBR01), as far as the practice keeps them. */

export const COVERAGE_RANKS = ['P', 'S', 'T'] as const;
export type CoverageRank = (typeof COVERAGE_RANKS)[number];
