/** Findings as a log may hold them: what is wrong and where, and nothing of a patient. */
import type { X12Finding } from './finding.ts';

/**
 * The finding with its value masked; without its claim, whose number is an account number of a patient, and without what
 * was expected, which may be what another element said.
 */
export function findingForLog({ value, expected: _, claim: __, ...rest }: X12Finding): X12Finding {
  return value === undefined ? rest : { ...rest, value: masked(value) };
}

/** The shape of a value and nothing more: `1980-02-31` is `0000-00-00`, `Anna` is `xxxx`. */
export function masked(value: string): string {
  return value.replace(/\p{N}/gu, '0').replace(/[^\p{P}\s0]/gu, 'x');
}
